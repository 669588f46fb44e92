import type { Definition, Link, ListItem, Node, Text } from 'mdast';
import type { Ledger } from '../../data/ledger.ts';
import {
  type Element,
  hasAttribute,
  attributeIds,
  startLine,
  type MdxFile,
  allNodes,
  attributeText,
  numberReference,
} from '../../data/mdx.ts';
import { FILES } from '../../data/checks/report.ts';
import { type Problem, quote } from '../../data/errors.ts';
import { stepFaults } from '../../data/map-steps.ts';
import { markUpIn } from '../../data/mark-up.ts';
import { type Anchors, findLinkFault } from './check-links.ts';
import { checkAttributes, COMPONENTS, type Report } from './prose-components.ts';
import { areWordsOf } from './term-words.ts';
import { findLatest } from '../../data/latest.ts';
import { findCited } from '../../data/citations.ts';

/** Kinds of markdown that prose may hold; none of them loads, runs or sends anything. */
const MARKDOWN: readonly string[] = [
  'root',
  'paragraph',
  'text',
  'heading',
  'list',
  'listItem',
  'strong',
  'emphasis',
  'blockquote',
  'break',
  'thematicBreak',
  'linkReference',
];

/** Names of the kinds that are refused, as an editor knows them. */
const REFUSED: Readonly<Record<string, string>> = {
  image: 'a picture',
  imageReference: 'a picture',
  table: 'a table',
  delete: 'words struck out',
  footnoteReference: 'the mark of a footnote',
  footnoteDefinition: 'a footnote',
};

/** Kinds that stand only inside one that has been refused. */
const PARTS: readonly string[] = ['tableRow', 'tableCell'];

const PROSE = 'words, headings, lists, emphasis, links and components';

/** Checks everything that the body of one section refers to. */
export function checkBody(ledger: Ledger, mdx: MdxFile, sectionId: string, anchors: Anchors): Problem[] {
  const problems = allNodes(mdx.body).flatMap((node): Problem[] => {
    const problem = (found: string, expected: string): Problem[] => [
      { file: mdx.file, line: startLine(node), found, expected },
    ];
    switch (node.type as string) {
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return checkElement(ledger, node as Element, sectionId, mdx.file);
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return isHarmless((node as Node & { value: string }).value)
          ? []
          : problem(
              `the expression ${quote(`{${(node as Node & { value: string }).value}}`)}`,
              'words and components only: what stands in braces would run',
            );
      case 'mdxjsEsm':
        return problem(
          `an import or export, ${quote((node as Node & { value: string }).value)}`,
          'words and components only',
        );
      case 'inlineCode':
      case 'code':
      case 'html':
        return problem(
          quote((node as Node & { value: string }).value),
          'plain words: code would slip past the number check',
        );
      case 'link':
      case 'definition': {
        const { url, title } = node as Link | Definition;
        const fault = findLinkFault(ledger, anchors, url);
        return [
          ...(fault ? problem(fault.found, fault.expected) : []),
          ...(title ? problem(`the title ${quote(title)} of a link`, 'its words in the sentence') : []),
        ];
      }
      case 'text': {
        // Escaped, it would be shown as it was typed; but what shows a script is a step away from what runs one.
        const markUp = markUpIn((node as Text).value);
        return markUp ? problem(markUp.found, markUp.expected) : [];
      }
      case 'listItem':
        return typeof (node as ListItem).checked === 'boolean' ? problem('a box to tick', 'a list without boxes') : [];
      default:
        return MARKDOWN.includes(node.type) || PARTS.includes(node.type)
          ? []
          : problem(REFUSED[node.type] ?? `the markdown “${node.type}”`, PROSE);
    }
  });
  return [...problems, ...mapsAlone(mdx)];
}

/** Reports each dated map that no paragraph follows: it stands beside the next one. */
function mapsAlone({ file, body }: MdxFile): Problem[] {
  const blocks = body.children.flatMap((node): Node[] => (isNamed(node, 'ShortForm') ? node.children : [node]));
  return blocks
    .filter((node, index) => isNamed(node, 'StepMap') && blocks[index + 1]?.type !== 'paragraph')
    .map((node) => ({
      file,
      line: startLine(node),
      found: '<StepMap /> alone',
      expected: 'a paragraph right after it',
    }));
}

function isNamed(node: Node, name: string): node is Element {
  return 'name' in node && node.name === name;
}

function checkElement(ledger: Ledger, element: Element, sectionId: string, file: string): Problem[] {
  const problems: Problem[] = [];
  const name = element.name ?? '';
  const report: Report = (field, found, expected) => {
    problems.push({
      file,
      line: startLine(element),
      ...(field === null ? {} : { field: `${name} ${field}` }),
      found,
      expected,
    });
  };
  if (!COMPONENTS.includes(name)) {
    const expected = `one of ${COMPONENTS.join(', ')}`;
    report(null, `<${name}>`, /^[A-Z]/.test(name) ? expected : `no HTML element: words, markdown, or ${expected}`);
    return problems;
  }
  checkAttributes(element, report);
  checkReference(ledger, element, sectionId, report);
  return problems;
}

/** Returns true for one comment, or for the `{' '}` that keeps a space at a line's end. Between two comments a program could stand. */
function isHarmless(expression: string): boolean {
  return /^\s*(?:\/\*(?:(?!\*\/)[^])*\*\/\s*)?$/.test(expression) || /^(['"])[ \n]*\1$/.test(expression.trim());
}

/** Checks the ids that one component refers to. `sectionId` is the section it stands in. */
function checkReference(ledger: Ledger, element: Element, sectionId: string, report: Report): void {
  const id = attributeText(element, 'id');
  const known = (kind: { has(id: string): boolean }, expected: string) => {
    if (id && !kind.has(id)) report('id', quote(id), expected);
  };
  const eachKnown = (kind: { has(id: string): boolean }, expected: string) => {
    for (const one of attributeIds(element, 'ids')) if (!kind.has(one)) report('ids', quote(one), expected);
  };
  switch (element.name) {
    case 'Num':
      return checkNumber(ledger, element, report);
    case 'Latest':
      return checkLatest(ledger, element, report);
    case 'Quoted':
      return checkQuotation(ledger, element, report);
    case 'Cite':
      return checkCitation(ledger, element, report);
    case 'Term':
      known(ledger.terms, 'the id of a term in content/glossary.csv');
      return checkTermWords(ledger, element, report);
    case 'Events':
      return eachKnown(ledger.events, 'the id of an event in content/timeline.csv');
    case 'Places':
      return eachKnown(ledger.places, 'the id of a place in content/data/places.csv');
    case 'StepMap':
      return checkStepMap(ledger, element, report);
    case 'Figure':
      known(ledger.figures, 'the id of a figure in content/figures');
      return checkFigureSection(ledger, id, sectionId, report);
  }
}

function checkNumber(ledger: Ledger, element: Element, report: Report): void {
  const id = attributeText(element, 'id');
  // An id that is missing or empty has been reported as such.
  if (!id) return;
  const row = ledger.observations.get(id);
  if (!row && !ledger.derivations.has(id))
    report('id', quote(id), 'the id of a number in content/data or content/derived.yaml');
  else checkLine(ledger, id, 'id', report);
  if (row?.confidence === 'low' && !hasAttribute(element, 'weak')) {
    report(
      'id',
      `"${id}" of low confidence`,
      'a sounder number, or the attribute weak in a sentence that says how weak the number is',
    );
  }
}

/** Checks that the words in a `<Term>` are those of the term that readers are then told about. */
function checkTermWords(ledger: Ledger, element: Element, report: Report): void {
  const term = ledger.terms.get(attributeText(element, 'id') ?? '');
  const words = allNodes(element)
    .map((node) => (node.type === 'text' ? (node as Text).value : ''))
    .join('');
  if (term && !areWordsOf(term, words))
    report('id', `"${term.id}" around ${quote(words)}`, `a form of ${term.term} that content/glossary.csv gives`);
}

function checkLatest(ledger: Ledger, element: Element, report: Report): void {
  if (!attributeText(element, 'series')) return;
  const row = findLatest(ledger, numberReference(element) ?? '');
  if ('found' in row) report('series', row.found, row.expected);
  else checkLine(ledger, row.id, 'series', report);
}

/** Checks that the page of numbers, to which the number leads, has it with a sentence that can be printed. */
function checkLine(ledger: Ledger, id: string, field: string, report: Report): void {
  if (!ledger.safeLines.has(id)) report(field, `"${id}" without a line`, `one in ${FILES.safeLines}`);
}

/** Checks that quoted words such as "thousands", which have no value to refer to, stand in the row that they are taken from. */
function checkQuotation(ledger: Ledger, element: Element, report: Report): void {
  const id = attributeText(element, 'id');
  const words = attributeText(element, 'words');
  if (!id || !words) return;
  const row = ledger.statements.get(id);
  if (!row) return report('id', quote(id), 'the id of a statement in content/statements.csv');
  if (row.confidence === 'low') report('id', `"${id}" of low confidence`, 'a sounder statement');
  if (!` ${row.statement} `.replace(/[^\p{L}\p{N}’-]+/gu, ' ').includes(` ${words} `))
    report('words', quote(words), `words of ${id}: ${quote(row.statement)}`);
}

function checkCitation(ledger: Ledger, element: Element, report: Report): void {
  for (const id of attributeIds(element, 'ids')) {
    if (!findCited(ledger, id)) report('ids', quote(id), 'the id of a row that can be cited');
    else if (ledger.terms.has(id) && ledger.actors.has(id))
      report('ids', `"${id}", both a term and an actor`, `"term-${id}" or "actor-${id}"`);
  }
}

function checkStepMap(ledger: Ledger, element: Element, report: Report): void {
  const day = attributeText(element, 'day');
  const names = attributeIds(element, 'names');
  // What is missing or empty has been reported as such.
  if (!day || names.length === 0) return;
  const also = attributeIds(element, 'also');
  for (const { field, found, expected } of stepFaults(ledger, { day, names, also })) report(field, found, expected);
}

function checkFigureSection(ledger: Ledger, id: string | null, sectionId: string, report: Report): void {
  const home = ledger.figures.get(id ?? '')?.section;
  if (home !== undefined && home !== sectionId)
    report('id', `"${id}" in the section ${sectionId}`, `the section ${home}, which its card names`);
}
