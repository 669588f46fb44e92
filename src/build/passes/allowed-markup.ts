/**
 * Mark-up that a page of the site may hold. Whatever is not here stops the build: an element that loads, frames, redirects,
 * submits or runs cannot get into a page unless somebody writes it down in this file.
 */

/** Attributes that any element of HTML or SVG may have, besides `aria-…` and `data-…`. */
export const EVERYWHERE: readonly string[] = ['class', 'id', 'lang', 'dir', 'role', 'hidden', 'tabindex', 'title'];

const PLAIN = `abbr article aside b bdi bdo blockquote body br caption cite code dd del details dfn div dl dt em figcaption
   figure footer h1 h2 h3 h4 h5 h6 head header hr i ins kbd li main mark nav p pre q rp rt ruby s samp section
   small span strong sub summary sup table tbody tfoot thead title tr u ul var wbr html`;

/** Elements of HTML that a page may hold, each with the attributes that it may have besides those of any element. */
export const HTML_ELEMENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ...PLAIN.split(/\s+/).map((name): [string, string[]] => [name, []]),
  ['a', ['href', 'rel', 'target', 'download']],
  ['button', ['type', 'disabled']],
  ['col', ['span']],
  ['colgroup', ['span']],
  ['data', ['value']],
  ['details', ['open', 'name']],
  ['form', []],
  ['img', ['src', 'width', 'height', 'alt']],
  ['input', ['name', 'type', 'autocomplete', 'autocapitalize', 'spellcheck', 'enterkeyhint']],
  ['label', ['for']],
  ['li', ['value']],
  ['link', ['rel', 'href', 'type', 'title', 'hreflang']],
  ['meta', ['charset', 'name', 'property', 'content', 'http-equiv']],
  ['ol', ['start', 'reversed']],
  ['script', ['type']],
  ['style', ['media']],
  ['td', ['colspan', 'rowspan', 'headers']],
  ['th', ['colspan', 'rowspan', 'headers', 'scope', 'abbr']],
  ['time', ['datetime']],
]);

/** Elements of SVG that a page may hold. None of them loads, links, moves or holds HTML; what `use` shows must be in the page. */
export const SVG_ELEMENTS: ReadonlySet<string> = new Set(
  `svg g defs symbol use path rect circle ellipse line polyline polygon text tspan title desc linearGradient
   radialGradient stop clipPath mask pattern marker style`.split(/\s+/),
);

/** Attributes that elements of SVG may have besides those of any element: shape, place and look, and the `media` of styles. */
export const SVG_ATTRIBUTES: ReadonlySet<string> = new Set(
  `d x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy width height points transform viewBox preserveAspectRatio xmlns
   href media offset rotate textLength lengthAdjust pathLength gradientUnits gradientTransform spreadMethod
   clipPathUnits maskUnits patternUnits patternTransform markerWidth markerHeight markerUnits orient refX refY
   fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray
   stroke-dashoffset stroke-miterlimit opacity color stop-color stop-opacity clip-path clip-rule mask marker-
   start marker-mid marker-end font-size font-family font-weight font-style text-anchor dominant-baseline
   alignment-baseline baseline-shift letter-spacing word-spacing paint-order shape-rendering text-rendering
   vector-effect visibility display focusable`.split(/\s+/),
);

/** Attributes whose value is one of a few words; a `rel` may have several. */
export const WORDS: Readonly<Record<string, readonly string[]>> = {
  'a rel': ['license', 'noopener', 'noreferrer', 'prev', 'next', 'nofollow', 'external'],
  'a target': ['_blank'],
  'button type': ['button', 'submit'],
  'input type': ['search'],
  'link rel': ['icon', 'alternate', 'canonical'],
  'script type': ['module', 'application/ld+json'],
  'style media': ['print', 'screen'],
};
