import { parseFragment } from 'parse5';
import { num } from '../../charts/index.ts';
import { escapeHtml } from '../../site/html.ts';
import { attributeOf, childrenOf, type HtmlElement } from '../html.ts';
import { computeStyle, START, type Computed } from './computed.ts';
import type { Asked } from './selector.ts';
import type { Rule } from './styles.ts';

type Node = ReturnType<typeof childrenOf>[number];

/** Attributes that only a page has a use for: its styles, its scripts, its reader's tools. */
const OF_THE_PAGE = /^(?:class|role|data-.*|aria-.*)$/;

/** How an element is painted of which the outline lies under the filling: at once, or as two drawings. */
type Coat = 'whole' | 'halo' | 'face';

/**
 * A chart as every drawing program understands it: the look that the rules give its classes, written out as attributes.
 * @param svg The chart as pages have it.
 * @param around The elements that it stands in on a page, outermost first, as rules may ask for them.
 * @returns One group, at the place that `transform` says.
 * @throws ContentError if its look hangs on something that a picture cannot tell.
 */
export function plainChart(
  svg: string,
  rules: readonly Rule[],
  around: readonly Omit<Asked, 'parent'>[],
  transform: string,
): string {
  const root = childrenOf(parseFragment(svg)).find((node): node is HtmlElement => 'tagName' in node);
  if (root?.tagName !== 'svg') throw new Error('a chart is one <svg>');
  const outside = pageStyle(rules, around);
  const self = asked(root, outside.element);
  const style = computeStyle(rules, self, outside.style, 'drawn', attributesOf(root));
  const inner = childrenOf(root)
    .map((child) => write(child, self, style, rules, 'whole'))
    .join('');
  return `<g transform="${transform}"${paintOf(style, START)}>${inner}</g>`;
}

/** The style of an element on a page by the classes around it, for what a picture adds to a chart. */
export function pageStyle(
  rules: readonly Rule[],
  around: readonly Omit<Asked, 'parent'>[],
): { element: Asked | null; style: Computed } {
  let element: Asked | null = null;
  let style = START;
  for (const one of [{ tag: 'html', classes: [] }, ...around]) {
    element = { ...one, parent: element };
    style = computeStyle(rules, element, style, 'page');
  }
  return { element, style };
}

function write(node: Node, parent: Asked, around: Computed, rules: readonly Rule[], coat: Coat): string {
  if (!('tagName' in node)) return 'value' in node ? escapeHtml(node.value) : '';
  const self = asked(node, parent);
  const full = computeStyle(rules, self, around, 'drawn', attributesOf(node));
  if (coat === 'whole' && isHaloed(node, full))
    return tagged(node, self, full, around, rules, 'halo') + tagged(node, self, full, around, rules, 'face');
  return tagged(node, self, full, around, rules, coat);
}

function tagged(
  node: HtmlElement,
  self: Asked,
  full: Computed,
  around: Computed,
  rules: readonly Rule[],
  coat: Coat,
): string {
  const style = coated(full, around, coat);
  const children = childrenOf(node)
    .map((child) => write(child, self, style, rules, coat))
    .join('');
  const attributes = node.attrs
    .filter(({ name }) => !OF_THE_PAGE.test(name) && !style.paint.has(name))
    .map(({ name, value }) => ` ${name}="${escapeHtml(inPixels(name, value, style))}"`);
  const start = `<${node.tagName}${attributes.join('')}${paintOf(style, around)}`;
  return children === '' ? `${start}/>` : `${start}>${children}</${node.tagName}>`;
}

/** Word and Illustrator paint an outline over the filling, whatever its order; drawn twice, letters keep their shape there too. */
function isHaloed(node: HtmlElement, { paint }: Computed): boolean {
  return (
    /^(?:text|path)$/.test(node.tagName) &&
    /^stroke/.test(paint.get('paint-order') ?? '') &&
    (paint.get('stroke') ?? 'none') !== 'none'
  );
}

/** The style of one of the two drawings: all in the colour of the outline, or without it. */
function coated({ paint, custom }: Computed, around: Computed, coat: Coat): Computed {
  const own = new Map(paint);
  const outline = coat === 'face' ? 'none' : (paint.get('stroke') ?? 'none');
  own.delete('paint-order');
  if (coat === 'halo') own.set('fill', outline);
  // An outline that is not painted needs no width.
  if (outline === 'none') {
    for (const name of [...own.keys()].filter((one) => one.startsWith('stroke'))) own.delete(name);
    for (const [name, value] of around.paint)
      if (name.startsWith('stroke')) own.set(name, name === 'stroke' ? 'none' : value);
  }
  return { paint: own, custom };
}

/** What an element is painted with beyond what it has from its parent. */
function paintOf({ paint }: Computed, around: Computed): string {
  return [...paint]
    .map(([name, value]) =>
      around.paint.get(name) === value && name !== 'vector-effect' ? '' : ` ${name}="${escapeHtml(value)}"`,
    )
    .join('');
}

/** Steps between lines in pixels: not every program knows `em`. */
function inPixels(name: string, value: string, { paint }: Computed): string {
  const ems = name === 'dy' ? /^([\d.]+)em$/.exec(value)?.[1] : undefined;
  return ems === undefined ? value : num(Number(ems) * Number(paint.get('font-size')));
}

function asked(node: HtmlElement, parent: Asked | null): Asked {
  return {
    tag: node.tagName,
    id: attributeOf(node, 'id'),
    classes: (attributeOf(node, 'class') ?? '').split(/\s+/).filter(Boolean),
    parent,
  };
}

function attributesOf(node: HtmlElement): Map<string, string> {
  return new Map(node.attrs.map(({ name, value }) => [name, value]));
}
