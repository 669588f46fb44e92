import { quote } from '../problems.ts';
import { ATTRIBUTES, REQUIRED, type AttributeKind } from './components.ts';
import { hasAttribute, type Element } from './elements.ts';
import type { Report } from './references.ts';

type Attribute = Extract<Element['attributes'][number], { type: 'mdxJsxAttribute' }>;

/** Checks that a component has the attributes it needs and no others, each written as its kind is. An HTML tag takes any. */
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
    if (known && kind === undefined) report(attribute.name, quote(attribute.name), attributesOf(known));
    else if (kind === 'switch') checkSwitch(attribute, report);
    else if (typeof attribute.value === 'object' && attribute.value !== null)
      report(attribute.name, 'an expression in braces', 'text in quotes');
    else if (kind !== undefined) checkValue(attribute, kind, report);
  }
  for (const required of REQUIRED[name] ?? []) {
    if (!hasAttribute(element, required)) report(required, 'nothing', wanted(known?.[required] as AttributeKind));
  }
}

/** A switch is on by being there: `ok="false"` would read as off and be on. */
function checkSwitch({ name, value }: Attribute, report: Report): void {
  if (value === null || value === undefined) return;
  const found = typeof value === 'string' ? `${name}="${value}"` : `${name}={${value.value}}`;
  report(name, found, `${name} alone for yes, or no ${name} at all for no`);
}

function checkValue({ name, value }: Attribute, kind: AttributeKind, report: Report): void {
  const text = typeof value === 'string' ? value : '';
  if (text.trim() === '' || (typeof kind !== 'string' && !kind.includes(text))) report(name, quote(text), wanted(kind));
}

function wanted(kind: AttributeKind): string {
  if (typeof kind !== 'string') return `one of ${kind.join(', ')}`;
  return { id: 'an id in quotes', ids: 'ids in quotes', text: 'words in quotes', switch: 'no value' }[
    kind as 'id' | 'ids' | 'text' | 'switch'
  ];
}

function attributesOf(known: Readonly<Record<string, AttributeKind>>): string {
  const names = Object.keys(known);
  return names.length === 0 ? 'no attribute' : `no attribute but ${names.join(', ')}`;
}
