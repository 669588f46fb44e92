import type { Asked } from './selector.ts';
import { fail } from '../../data/errors.ts';
import type { Declaration, Rule } from './styles.ts';

/** The properties of an element that a drawing can carry as attributes, and the custom ones they are made of. */
export interface Computed {
  paint: Map<string, string>;
  custom: Map<string, Custom>;
}

interface Custom {
  value: string;
  from: Declaration;
  /** Set where its value hangs on something that a picture cannot tell; an error only if it is used. */
  condition: string | null;
}

/** What is drawn with: each is also an attribute of SVG. Children take all of them from their parent. */
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
];
/** The same, but only for the element itself. */
const OWN = ['vector-effect'];
/** What places an element on a page, and tells a picture that stands alone nothing. */
const PLACING = ['display', 'width', 'max-width', 'height', 'overflow', 'font-variant-numeric'];

export const START: Computed = { paint: new Map(), custom: new Map() };

/**
 * The style of an element: what it has from its parent, then its own attributes, then what the rules say.
 * @param kind Whether it is drawn, or a part of the page around what is: of that only custom properties matter.
 * @throws ContentError if it hangs on something that a picture cannot tell.
 */
export function computeStyle(
  rules: readonly Rule[],
  element: Asked,
  parent: Computed,
  kind: 'page' | 'drawn',
  attributes: ReadonlyMap<string, string> = new Map(),
): Computed {
  const declared = matching(rules, element, kind).filter((one) => kind === 'drawn' || isCustom(one));
  const custom = new Map(parent.custom);
  for (const { condition, ...from } of declared.filter(isCustom))
    custom.set(from.property, { value: from.value, from, condition });
  const resolve = (from: Declaration) => resolved(from.value, from, custom, []);
  const paint = new Map([...parent.paint].filter(([property]) => !OWN.includes(property)));
  for (const property of PAINT) if (attributes.has(property)) paint.set(property, attributes.get(property) as string);
  for (const { condition, ...from } of declared.filter((one) => !isCustom(one))) {
    const { property, file, line } = from;
    if (PLACING.includes(property)) continue;
    if (![...PAINT, ...OWN].includes(property))
      fail({
        file,
        line,
        found: `${property} on what charts draw`,
        expected: `one of ${[...PAINT, ...OWN, ...PLACING].join(', ')}`,
      });
    if (condition !== null)
      fail({ file, line, found: `${property} under ${condition}`, expected: 'a style that holds for every picture' });
    paint.set(property, resolve(from));
  }
  // What a child takes from here is settled here, as browsers do.
  for (const [name, one] of custom)
    if (one.condition === null && parent.custom.get(name) !== one)
      custom.set(name, { ...one, value: settled(one, custom) });
  return { paint, custom };
}

/** The value of a custom property, as charts in the page see it. */
export function customValue({ custom }: Computed, name: string): string {
  const one = custom.get(name);
  if (!one) return fail({ file: 'src/styles', found: `no ${name}`, expected: 'a custom property of this name' });
  return resolved(one.value, one.from, custom, [name]);
}

interface Found extends Declaration {
  condition: string | null;
}

/** All declarations for an element, those that win last. */
function matching(rules: readonly Rule[], element: Asked, kind: 'page' | 'drawn'): Found[] {
  const found = rules.flatMap((rule) => {
    const answer = rule.selector.ask(element);
    const [first] = rule.declarations;
    if (
      answer === 'unsure' &&
      first &&
      rule.declarations.some((one) => (kind === 'drawn' ? !PLACING.includes(one.property) : isCustom(one)))
    ) {
      fail({
        file: first.file,
        line: first.line,
        found: `the selector ${rule.selector.text}, which may mean <${element.tag} class="${element.classes.join(' ')}">`,
        expected: 'types, classes, ids and :root, joined by a space or >',
      });
    }
    return answer === 'yes'
      ? [
          {
            weight: rule.selector.weight,
            declarations: rule.declarations.map((one) => ({ ...one, condition: rule.condition })),
          },
        ]
      : [];
  });
  return found.sort((one, other) => one.weight - other.weight).flatMap(({ declarations }) => declarations);
}

function isCustom({ property }: { property: string }): boolean {
  return property.startsWith('--');
}

/** A custom value with those it names put in, where they are known. */
function settled({ value, from }: Custom, custom: Map<string, Custom>): string {
  return /var\(/.test(value) && namesIn(value).every((name) => custom.get(name)?.condition === null)
    ? resolved(value, from, custom, [])
    : value;
}

function namesIn(value: string): string[] {
  return [...value.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name as string);
}

/** A value without references: what stays must be something that an attribute can say. */
function resolved(value: string, from: Declaration, custom: Map<string, Custom>, seen: string[]): string {
  const { file, line, property } = from;
  const plain = value.replace(/var\(\s*(--[\w-]+)\s*\)/g, (_, name: string) => {
    const one = custom.get(name);
    if (!one)
      return fail({ file, line, found: `${property}: ${value}`, expected: `a value for ${name} where charts use it` });
    if (one.condition !== null)
      return fail({
        file: one.from.file,
        line: one.from.line,
        found: `${name} under ${one.condition}`,
        expected: 'a value that holds for every picture',
      });
    if (seen.includes(name)) return fail({ file, line, found: `${name}, which names itself`, expected: 'a value' });
    return resolved(one.value, one.from, custom, [...seen, name]);
  });
  if (/\(|\b(?:inherit|initial|unset|revert|currentcolor)\b/i.test(plain) && !isCustom(from))
    fail({ file, line, found: `${property}: ${plain}`, expected: 'a plain value, which a drawing program can read' });
  return plain.replace(/^(-?[\d.]+)px$/, '$1');
}
