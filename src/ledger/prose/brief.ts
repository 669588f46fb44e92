import type { Node, Paragraph, Parent, Root } from 'mdast';
import type { MdxFile } from '../mdx-file.ts';
import type { Problem } from '../problems.ts';
import { elementsOf, lineOf, nodesOf, type Element } from './elements.ts';

/** The paragraphs that the short printed forms take, in reading order. */
export function briefParagraphs(body: Root): Paragraph[] {
  return body.children
    .filter(isBrief)
    .flatMap(({ children }) => children as Node[])
    .filter((node): node is Paragraph => node.type === 'paragraph');
}

/** What the short printed forms can show of a paragraph. */
const WORDS = ['paragraph', 'text', 'emphasis', 'strong', 'link', 'mdxTextExpression'];
const COMPONENTS = ['Num', 'Said', 'Term', 'Cite'];

/** Checks that every `<Brief>` stands around whole paragraphs of the section itself: anything else would be lost in print, or change the page. */
export function checkBriefs({ file, body }: Pick<MdxFile, 'file' | 'body'>): Problem[] {
  const problem = (node: Node, found: string, expected: string): Problem => ({
    file,
    line: lineOf(node),
    found,
    expected,
  });
  const atTop = new Set<Node>(body.children.filter(isBrief));
  return elementsOf(body)
    .filter(({ name }) => name === 'Brief')
    .flatMap((brief) => {
      if (!atTop.has(brief))
        return [
          problem(brief, placeOf(brief, body), 'it around whole paragraphs, with its tags on lines of their own'),
        ];
      // One inside another has been reported as such.
      const others = (brief.children as Node[]).filter((child) => !isText(child) && !isBrief(child));
      if (brief.children.length === 0)
        return [problem(brief, '<Brief> around nothing', 'at least one paragraph in it')];
      return [
        ...others.map((child) => problem(child, `${kindOf(child)} in <Brief>`, 'paragraphs only')),
        ...(brief.children as Node[])
          .filter(isText)
          .flatMap(nodesOf)
          .filter((node) => !isShown(node))
          .map((node) =>
            problem(
              node,
              `${kindOf(node)} in <Brief>`,
              `words, links, ${COMPONENTS.map((name) => `<${name}>`).join(', ')}: the short printed forms show nothing else`,
            ),
          ),
      ];
    });
}

function isShown(node: Node): boolean {
  return 'name' in node ? COMPONENTS.includes((node as Element).name ?? '') : WORDS.includes(node.type);
}

function isBrief(node: Node): node is Element {
  return node.type === 'mdxJsxFlowElement' && (node as Element).name === 'Brief';
}

/** A paragraph of words: MDX would unpack one that holds nothing but components. */
function isText(node: Node): boolean {
  return (
    node.type === 'paragraph' &&
    (node as Paragraph).children.some((child) => child.type === 'text' && child.value.trim() !== '')
  );
}

/** Where a `<Brief>` stands that is not a block of the section. */
function placeOf(brief: Element, body: Root): string {
  const around = body.children.find((child) => child !== (brief as Node) && holds(child, brief));
  return around === undefined || around.type === 'paragraph'
    ? '<Brief> inside a line'
    : `<Brief> inside ${kindOf(around)}`;
}

function holds(node: Node, wanted: Node): boolean {
  return ((node as Partial<Parent>).children ?? []).some((child) => child === wanted || holds(child, wanted));
}

const KINDS: Record<string, string> = {
  list: 'a list',
  heading: 'a heading',
  blockquote: 'a quotation',
  table: 'a table',
  paragraph: 'a paragraph without words',
  inlineCode: 'code',
  delete: 'struck words',
  image: 'an image',
};

function kindOf(node: Node): string {
  return 'name' in node ? `<${(node as Element).name}>` : (KINDS[node.type] ?? node.type);
}
