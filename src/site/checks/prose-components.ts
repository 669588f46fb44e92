import { quote } from '../../data/errors.ts';
import { markUpIn } from '../../data/mark-up.ts';
import { type Element, hasAttribute } from '../../data/mdx.ts';

/** Reports a faulty attribute: its name (none for the component itself), the value found, and the value expected. */
export type Report = (field: string | null, found: string, expected: string) => void;

/** Kind of value that an attribute takes: one id, several, words, a switch without a value, or one of a few words. */
export type AttributeKind = 'id' | 'ids' | 'text' | 'switch' | readonly string[];

/** Components that prose may use, with their attributes. The same names stand in `src/components/mdx-components.ts`. */
const COMPONENT_ATTRIBUTES = {
  Actors: {},
  Assessments: { leaning: ['for', 'against', 'looking-back'] },
  ShortForm: {},
  Casualties: {},
  Cite: { ids: 'ids' },
  ClaimStrip: {},
  Colophon: {},
  Datasets: {},
  Events: { ids: 'ids' },
  Figure: { id: 'id' },
  DataDate: { form: ['full', 'month'] },
  InCopy: {},
  KeyAssessments: {},
  KeyNumbers: { caveats: 'switch' },
  Latest: { series: 'id', scope: 'id', claimant: 'id', form: ['full', 'bare', 'date', 'month'], unit: 'switch' },
  LatestEvent: { form: ['full', 'month'] },
  Num: { id: 'id', form: ['full', 'bare'], weak: 'switch', unit: 'switch' },
  OnSite: {},
  Places: { ids: 'ids', caption: 'text', folded: 'switch' },
  TellingClaims: {},
  SafeToPrint: {},
  Quoted: { id: 'id', words: 'text' },
  StepMap: { day: 'text', names: 'ids', also: 'ids' },
  Term: { id: 'id' },
} as const satisfies Record<string, Record<string, AttributeKind>>;

/** Attributes that may be left out: a number without `form` stands in full, a series of one scope needs no `scope`, a dated map need name nothing else. */
const OPTIONAL = ['form', 'scope', 'claimant', 'also'];

/** Components that prose may use. */
export const COMPONENTS = Object.keys(COMPONENT_ATTRIBUTES);

/** Attributes of each component, by name. */
export const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, AttributeKind>>>> = COMPONENT_ATTRIBUTES;

/** Attributes that must be there: all but switches and optional ones. */
export const REQUIRED: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries<Record<string, AttributeKind>>(COMPONENT_ATTRIBUTES).map(([name, attributes]) => [
    name,
    Object.keys(attributes).filter((attribute) => attributes[attribute] !== 'switch' && !OPTIONAL.includes(attribute)),
  ]),
);

type Attribute = Extract<Element['attributes'][number], { type: 'mdxJsxAttribute' }>;

/** Checks that a component has the attributes it needs and no others, each with a value of its kind. */
export function checkAttributes(element: Element, report: Report): void {
  const name = element.name ?? '';
  const known = ATTRIBUTES[name];
  const seen = new Set<string>();
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') {
      report(null, 'a spread attribute', 'attributes written out');
      continue;
    }
    if (seen.has(attribute.name)) report(attribute.name, 'it again', 'each attribute once');
    seen.add(attribute.name);
    const kind = known?.[attribute.name];
    if (known && kind === undefined) report(attribute.name, quote(attribute.name), expectedAttributes(known));
    else if (kind === 'switch') checkSwitch(attribute, report);
    else if (typeof attribute.value === 'object' && attribute.value !== null)
      report(attribute.name, 'an expression in braces', 'text in quotes');
    else if (kind !== undefined) checkValue(attribute, kind, report);
  }
  for (const required of REQUIRED[name] ?? []) {
    if (!hasAttribute(element, required))
      report(required, 'nothing', expectedValue(known?.[required] as AttributeKind));
  }
}

/** Checks that a switch has no value: `ok="false"` would read as off and be on. */
function checkSwitch({ name, value }: Attribute, report: Report): void {
  if (value === null || value === undefined) return;
  const found = typeof value === 'string' ? `${name}="${value}"` : `${name}={${value.value}}`;
  report(name, found, `${name} alone for yes, or no ${name} at all for no`);
}

function checkValue({ name, value }: Attribute, kind: AttributeKind, report: Report): void {
  const text = typeof value === 'string' ? value : '';
  if (text.trim() === '' || (typeof kind !== 'string' && !kind.includes(text)))
    report(name, quote(text), expectedValue(kind));
  const ids = text.trim().split(/\s+/);
  if (kind === 'ids' && new Set(ids).size < ids.length) report(name, quote(text), 'each id once');
  const markUp = markUpIn(text);
  if (markUp) report(name, markUp.found, markUp.expected);
}

function expectedValue(kind: AttributeKind): string {
  if (typeof kind !== 'string') return `one of ${kind.join(', ')}`;
  return { id: 'an id in quotes', ids: 'ids in quotes', text: 'words in quotes', switch: 'no value' }[
    kind as 'id' | 'ids' | 'text' | 'switch'
  ];
}

function expectedAttributes(known: Readonly<Record<string, AttributeKind>>): string {
  const names = Object.keys(known);
  return names.length === 0 ? 'no attribute' : `no attribute but ${names.join(', ')}`;
}
