import { parse, type CssNode } from 'css-tree';
import { applyEdits, type Edit } from './edits.ts';
import { attributeOf, elementsOf, parsePage, textOf, type HtmlElement } from './html.ts';
import { isProgram } from './policy.ts';

/** What a page holds, or its scripts could add to it. */
interface Held {
  classes: ReadonlySet<string>;
  tags: ReadonlySet<string>;
}

/**
 * A page without the rules that meet nothing in it: the styles are those of all pages, and each brings its own.
 * A class or an element that a script of the page names stays, since the script may add it; so does whatever asks for a state.
 */
export function leanStyles(html: string): string {
  const elements = [...elementsOf(parsePage(html))];
  const held = heldBy(elements);
  return withoutUnusedDefs(
    applyEdits(
      html,
      elements.filter(({ tagName }) => tagName === 'style').flatMap((style) => cutsInElement(style, html, held)),
    ),
  );
}

function cutsInElement(style: HtmlElement, html: string, held: Held): Edit[] {
  const { startTag, endTag } = style.sourceCodeLocation ?? {};
  if (!startTag || !endTag) return [];
  const [from, to] = [startTag.endOffset, endTag.startOffset];
  const sheet = html.slice(from, to);
  // Within a drawing a sheet may be written in entities, and then stands elsewhere than the parser says.
  if (sheet !== textOf(style)) return [];
  return cutsIn(treeOf(sheet), sheet, held).map((edit) => ({ ...edit, from: edit.from + from, to: edit.to + from }));
}

/** Fillings that the styles left in the page do not ask for. */
function withoutUnusedDefs(html: string): string {
  // What has no id is asked for by nobody, and does its work where it stands.
  const asked = new Set(['', ...[...html.matchAll(/#([\w-]+)/g)].map((match) => match[1])]);
  const unused = [...elementsOf(parsePage(html))]
    .filter(({ tagName }) => tagName === 'defs')
    .flatMap((defs) =>
      [...elementsOf(defs)].filter((def) => def.parentNode === defs && !asked.has(attributeOf(def, 'id') ?? '')),
    );
  return applyEdits(
    html,
    unused.flatMap(({ sourceCodeLocation: place }) =>
      place ? [{ from: place.startOffset, to: place.endOffset, text: '' }] : [],
    ),
  );
}

function heldBy(elements: readonly HtmlElement[]): Held {
  const spoken = elements.filter(isProgram).flatMap((element) => textOf(element).match(/[\w-]+/g) ?? []);
  const classes = elements.flatMap((element) =>
    element.attrs.filter(({ name }) => name === 'class').flatMap(({ value }) => value.split(/\s+/)),
  );
  return {
    classes: new Set([...classes, ...spoken]),
    tags: new Set([...elements.map(({ tagName }) => tagName.toLowerCase()), ...spoken]),
  };
}

/** Sheets are the same on most pages; each is parsed once. */
const parsed = new Map<string, CssNode>();

function treeOf(sheet: string): CssNode {
  const known = parsed.get(sheet);
  if (known) return known;
  const tree = parse(sheet, { positions: true });
  parsed.set(sheet, tree);
  return tree;
}

/** What to cut from a sheet, or from the block of a condition in it. */
function cutsIn(parent: CssNode, sheet: string, held: Held): Edit[] {
  return [...parent.children].flatMap((node) => {
    if (node.type === 'Rule') return cutsOfRule(node, sheet, held);
    // A condition that holds no rules, like that of a face or a sheet of paper, is not one for elements.
    const rules = node.block ? [...node.block.children].filter(({ type }) => type === 'Rule' || type === 'Atrule') : [];
    if (node.type !== 'Atrule' || !node.block || rules.length === 0 || node.name.endsWith('keyframes')) return [];
    const cuts = cutsIn(node.block, sheet, held);
    const isEmptied = rules.every((rule) =>
      cuts.some((cut) => cut.text === '' && cut.from <= startOf(rule) && cut.to >= endOf(rule)),
    );
    return isEmptied ? [cut(node)] : cuts;
  });
}

function cutsOfRule(rule: CssNode, sheet: string, held: Held): Edit[] {
  const list = rule.prelude;
  if (list?.type !== 'SelectorList') return [];
  const selectors = [...list.children];
  const met = selectors.filter((selector) => canMeet(selector, held));
  if (met.length === selectors.length) return [];
  if (met.length === 0) return [cut(rule)];
  return [
    {
      from: startOf(list),
      to: endOf(list),
      text: met.map((selector) => sheet.slice(startOf(selector), endOf(selector))).join(','),
    },
  ];
}

function canMeet(node: CssNode, held: Held): boolean {
  if (node.type === 'ClassSelector') return held.classes.has(node.name);
  if (node.type === 'TypeSelector') return node.name === '*' || held.tags.has(node.name.toLowerCase());
  // What must not be there may well be nowhere.
  if (node.type === 'PseudoClassSelector' && node.name === 'not') return true;
  const inner = node.children ? [...node.children] : [];
  return node.type === 'SelectorList'
    ? inner.some((one) => canMeet(one, held))
    : inner.every((one) => canMeet(one, held));
}

const startOf = (node: CssNode) => node.loc!.start.offset;
const endOf = (node: CssNode) => node.loc!.end.offset;
const cut = (node: CssNode): Edit => ({ from: startOf(node), to: endOf(node), text: '' });
