import postcss from 'postcss';
import { optimize, type XastChild, type XastElement, type XastRoot } from 'svgo';
import { num } from '../../charts/index.ts';
import { memoize } from '../../data/memoize.ts';
import { fail } from '../../data/errors.ts';
import { resolveValue, type ChartStyles } from './styles.ts';

/** The presentation attributes that charts are drawn with; children inherit all of them but one. */
const PAINT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'shape-rendering',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
  'vector-effect',
];
const NOT_INHERITED = 'vector-effect';
/** Properties that place an element on a page and mean nothing in a picture that stands alone. */
const PLACING = ['display', 'width', 'max-width', 'height', 'overflow', 'font-variant-numeric'];
/** Attributes that only a page has a use for: its styles, its scripts, its reader's tools. */
const OF_THE_PAGE = /^(?:class|style|role|data-.*|aria-.*)$/;
/** Values that not every drawing program knows. */
const NOT_PLAIN = /\(|\b(?:inherit|initial|unset|revert|currentcolor)\b/i;

/** Presentation attributes and custom properties by their names. */
type Values = ReadonlyMap<string, string>;
interface Style {
  paint: Values;
  custom: Values;
}

/** Which part of an element is painted where the outline lies under the filling: both at once, or one in each of two drawings. */
type Part = 'whole' | 'outline' | 'filling';

/**
 * Makes a chart that every drawing program understands: the look that style sheets give its classes is written out as attributes.
 * @param svg The chart as pages have it.
 * @param around The classes of the figure that it stands in.
 * @returns One group, at the place that `transform` says.
 * @throws ContentError if its look depends on something that a picture cannot know.
 */
export function plainChart(svg: string, styles: ChartStyles, around: string, transform: string): string {
  const chart = `<g class="${around}">${svg}</g>`;
  const drawn = drawings(styles);
  if (!drawn.has(chart)) drawn.set(chart, withPlainAttributes(chart, styles));
  return (drawn.get(chart) as string).replace('<g', `<g transform="${transform}"`);
}

/** Charts by how pages have them: most stand in two files, or on two cards. */
const drawings = memoize((_: ChartStyles) => new Map<string, string>());

function withPlainAttributes(chart: string, { rules, tokens }: ChartStyles): string {
  // Selectors of other classes would take most of the time.
  const css = rules.flatMap((rule) => {
    const selectors = rule.selectors.filter((selector) => isAbout(selector, chart));
    return selectors.length === 0 ? [] : [rule.clone({ selectors })];
  });
  return optimize(`<svg><style>${css.join('\n')}</style>${chart}</svg>`, {
    plugins: [
      { name: 'inlineStyles', params: { onlyMatchedOnce: false } },
      { name: 'plainAttributes', fn: (root) => makePlain(root, tokens) },
    ],
  }).data;
}

/** Tells whether every class of a selector occurs in a drawing. */
function isAbout(selector: string, drawing: string): boolean {
  return [...selector.matchAll(/\.([\w-]+)/g)].every(([, name]) => drawing.includes(name as string));
}

/** Reduces a page to its chart, as a group. */
function makePlain(root: XastRoot, tokens: Values): void {
  const [page] = elementsIn(root);
  const [chart] = elementsIn(page && elementsIn(page).at(-1));
  if (chart?.name !== 'svg') throw new Error('a chart is one <svg>');
  const start: Style = { paint: new Map(), custom: tokens };
  const style = styleOf(chart, start);
  const children = chart.children.flatMap((child) => drawn(child, style, 'whole'));
  root.children = [{ ...chart, name: 'g', attributes: paintOf(style, start), children }];
}

function elementsIn(parent: { children: XastChild[] } | undefined): XastElement[] {
  return (parent?.children ?? []).filter((child) => child.type === 'element');
}

/** Returns a node as it is drawn: once, or its outline and then its filling. */
function drawn(node: XastChild, around: Style, part: Part): XastChild[] {
  if (node.type !== 'element') return [node];
  const style = styleOf(node, around);
  const parts: Part[] = part === 'whole' && isOutlineFirst(node, style) ? ['outline', 'filling'] : [part];
  return parts.map((one) => {
    const own = node.name === 'g' ? style : { ...style, paint: paintOfPart(style, around, one) };
    const kept = Object.entries(node.attributes)
      .filter(([name]) => !OF_THE_PAGE.test(name) && !PAINT.includes(name))
      .map(([name, value]) => [name, inPixels(name, value, own)]);
    return {
      ...node,
      attributes: { ...Object.fromEntries(kept), ...paintOf(own, around) },
      children: node.children.flatMap((child) => drawn(child, own, one)),
    };
  });
}

/** Computes the style of an element: what it inherits, then its attributes, then what the style sheets declare. */
function styleOf({ name, attributes }: XastElement, around: Style): Style {
  const declared = Object.entries(attributes).filter(([property]) => PAINT.includes(property));
  const custom = new Map(around.custom);
  for (const node of postcss.parse(attributes['style'] ?? '').nodes) {
    if (node.type !== 'decl' || PLACING.includes(node.prop)) continue;
    if (node.prop.startsWith('--')) custom.set(node.prop, node.value);
    else declared.push([node.prop, node.value]);
  }
  const paint = new Map(around.paint);
  paint.delete(NOT_INHERITED);
  for (const [property, value] of declared) {
    const plain = resolveValue(value, custom, property);
    if (!PAINT.includes(property) || NOT_PLAIN.test(plain))
      fail({
        file: 'src/styles',
        found: `${property}: ${plain} for <${name}> in a chart`,
        expected: `a plain value, which a drawing program can read, of ${PAINT.join(', ')}`,
      });
    paint.set(property, plain.replace(/^(-?[\d.]+)px$/, '$1'));
  }
  // What a child inherits is resolved here, as browsers do.
  for (const [property, value] of custom) custom.set(property, resolveValue(value, custom, property));
  return { paint, custom };
}

/** Tells whether an outline lies under the filling. Word and Illustrator would paint it over; drawn twice, letters keep their shape there too. */
function isOutlineFirst({ name }: XastElement, { paint }: Style): boolean {
  return (
    /^(?:text|path)$/.test(name) &&
    /^stroke/.test(paint.get('paint-order') ?? '') &&
    (paint.get('stroke') ?? 'none') !== 'none'
  );
}

/** Returns the paint of one of the two drawings: all in the colour of the outline, or without it. */
function paintOfPart({ paint }: Style, around: Style, part: Part): Values {
  const own = new Map(paint);
  const outline = part === 'filling' ? 'none' : (paint.get('stroke') ?? 'none');
  own.delete('paint-order');
  if (part === 'outline') own.set('fill', outline);
  // An outline that is not painted needs no width.
  if (outline === 'none') {
    for (const name of [...own.keys()].filter((one) => one.startsWith('stroke'))) own.delete(name);
    for (const [name, value] of around.paint)
      if (name.startsWith('stroke')) own.set(name, name === 'stroke' ? 'none' : value);
  }
  return own;
}

/** Returns the attributes of an element beyond those that it inherits. */
function paintOf({ paint }: Style, around: Style): Record<string, string> {
  return Object.fromEntries(
    [...paint].filter(([name, value]) => around.paint.get(name) !== value || name === NOT_INHERITED),
  );
}

/** Converts steps between lines to pixels: not every program knows `em`. */
function inPixels(name: string, value: string, { paint }: Style): string {
  const ems = name === 'dy' ? /^([\d.]+)em$/.exec(value)?.[1] : undefined;
  return ems === undefined ? value : num(Number(ems) * Number(paint.get('font-size')));
}
