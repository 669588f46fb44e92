import type { Link, Node } from 'mdast';
import type { Ledger } from '../load.ts';
import type { MdxFile } from '../mdx-file.ts';
import { quote, type Problem } from '../problems.ts';
import { knownAnchors } from './anchors.ts';
import { ATTRIBUTES, COMPONENTS, REQUIRED } from './components.ts';
import { hasAttribute, lineOf, nodesOf, textOf, type Element } from './elements.ts';
import { checkReference } from './references.ts';

/** Checks everything that the body of one section refers to. */
export function checkBody(ledger: Ledger, mdx: MdxFile, sectionId: string): Problem[] {
  const anchors = knownAnchors(ledger);
  return nodesOf(mdx.body).flatMap((node): Problem[] => {
    const problem = (found: string, expected: string, field?: string): Problem => ({
      file: mdx.file,
      line: lineOf(node),
      ...(field === undefined ? {} : { field }),
      found,
      expected,
    });
    switch (node.type as string) {
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return checkElement(ledger, node as Element, sectionId, anchors, mdx.file);
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return isHarmless((node as Node & { value: string }).value) ? [] : [problem('an expression in braces', 'words and components only')];
      case 'mdxjsEsm':
        return [problem('an import or export', 'words and components only')];
      case 'link': {
        const { url } = node as Link;
        return url.startsWith('#') && !anchors.has(url.slice(1)) ? [problem(quote(url), 'a link to an id of this site')] : [];
      }
      default:
        return [];
    }
  });
}

function checkElement(ledger: Ledger, element: Element, sectionId: string, anchors: Set<string>, file: string): Problem[] {
  const problems: Problem[] = [];
  const name = element.name ?? '';
  const report = (field: string | null, found: string, expected: string) => {
    problems.push({ file, line: lineOf(element), ...(field === null ? {} : { field: `${name} ${field}` }), found, expected });
  };
  if (/^[A-Z]/.test(name) && !(COMPONENTS as readonly string[]).includes(name)) {
    report(null, `<${name}>`, `one of ${COMPONENTS.join(', ')}`);
    return problems;
  }
  const allowed = ATTRIBUTES[name];
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') report(null, 'a spread attribute', 'attributes written out');
    else if (allowed && !allowed.includes(attribute.name)) report(attribute.name, quote(attribute.name), `no attribute but ${allowed.join(', ')}`);
    else if (typeof attribute.value === 'object' && attribute.value !== null) report(attribute.name, 'an expression in braces', 'text in quotes');
  }
  const required = REQUIRED[name];
  if (required && !hasAttribute(element, required)) report(required, 'nothing', 'ids in quotes');
  else checkReference(ledger, element, sectionId, report);
  const target = name === 'Section' ? textOf(element, 'id') : name === 'a' ? textOf(element, 'href') : null;
  if (name === 'Section' && !anchors.has(target ?? '')) report('id', quote(target ?? ''), 'an id of this site');
  if (name === 'a' && target?.startsWith('#') && !anchors.has(target.slice(1))) report('href', quote(target), 'a link to an id of this site');
  return problems;
}

/** A comment, or the `{' '}` that keeps a space at a line's end. */
function isHarmless(expression: string): boolean {
  return /^\s*(?:\/\*[\s\S]*\*\/\s*)?$/.test(expression) || /^(['"])\s*\1$/.test(expression.trim());
}
