import type { Definition, Link, Node } from 'mdast';
import type { Ledger } from '../load.ts';
import type { MdxFile } from '../mdx-file.ts';
import { quote, type Problem } from '../problems.ts';
import type { Anchors } from './anchors.ts';
import { checkAttributes } from './attributes.ts';
import { COMPONENTS } from './components.ts';
import { lineOf, nodesOf, textOf, type Element } from './elements.ts';
import { linkFault } from './links.ts';
import { checkReference, type Report } from './references.ts';

/** HTML that shows its words as code. */
const CODE_TAGS = ['code', 'pre', 'kbd', 'samp'];

/** Checks everything that the body of one section refers to. */
export function checkBody(ledger: Ledger, mdx: MdxFile, sectionId: string, anchors: Anchors): Problem[] {
  return nodesOf(mdx.body).flatMap((node): Problem[] => {
    const problem = (found: string, expected: string): Problem[] => [
      { file: mdx.file, line: lineOf(node), found, expected },
    ];
    switch (node.type as string) {
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return checkElement(ledger, node as Element, sectionId, anchors, mdx.file);
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return isHarmless((node as Node & { value: string }).value)
          ? []
          : problem('an expression in braces', 'words and components only');
      case 'mdxjsEsm':
        return problem('an import or export', 'words and components only');
      case 'inlineCode':
      case 'code':
      case 'html':
        return problem(
          quote((node as Node & { value: string }).value),
          'plain words: code would slip past the number check',
        );
      case 'link':
      case 'definition': {
        const fault = linkFault(anchors, (node as Link | Definition).url);
        return fault ? problem(fault.found, fault.expected) : [];
      }
      default:
        return [];
    }
  });
}

function checkElement(ledger: Ledger, element: Element, sectionId: string, anchors: Anchors, file: string): Problem[] {
  const problems: Problem[] = [];
  const name = element.name ?? '';
  const report: Report = (field, found, expected) => {
    problems.push({
      file,
      line: lineOf(element),
      ...(field === null ? {} : { field: `${name} ${field}` }),
      found,
      expected,
    });
  };
  if (CODE_TAGS.includes(name)) report(null, `<${name}>`, 'plain words: code would slip past the number check');
  if (/^[A-Z]/.test(name) && !COMPONENTS.includes(name)) {
    report(null, `<${name}>`, `one of ${COMPONENTS.join(', ')}`);
    return problems;
  }
  checkAttributes(element, report);
  checkReference(ledger, element, sectionId, report);
  const target = name === 'a' ? textOf(element, 'href') : null;
  const fault = target === null ? null : linkFault(anchors, target);
  if (fault) report('href', fault.found, fault.expected);
  return problems;
}

/** A comment, or the `{' '}` that keeps a space at a line's end. */
function isHarmless(expression: string): boolean {
  return /^\s*(?:\/\*[\s\S]*\*\/\s*)?$/.test(expression) || /^(['"])\s*\1$/.test(expression.trim());
}
