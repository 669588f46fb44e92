import type { Node, Paragraph, Parent, PhrasingContent, Root } from 'mdast';
import { type Note, numberNotes } from './notes.ts';
import { ContentError, type Problem } from './errors.ts';
import { type Element, allElements, startLine, type MdxFile, allNodes } from './mdx.ts';
import { readSections } from './sections.ts';
import type { Section } from './schemas/section.ts';

/** Paragraph as the short printed forms take it. */
export interface ShortParagraph {
  /** Its words, with the mark of its note in them. */
  words: PhrasingContent[];
  /** Its note, numbered within the section's part of the story. */
  note: Note | null;
}

/** Parts of a section that the short printed forms take. */
export interface ShortSection extends Pick<Section, 'id' | 'order' | 'title' | 'finding' | 'chat'> {
  paragraphs: ShortParagraph[];
  /** Open questions of the section's list that are marked for the short forms. */
  unknowns: Section['unknowns'];
}

/**
 * Reads the story in short: from every section the paragraphs that stand in `<ShortForm>`, each with its note.
 * @throws ContentError if a section cannot be parsed, or has none.
 */
export function readShortForm(root: string): ShortSection[] {
  const problems: Problem[] = [];
  const files = readSections(root, problems);
  const story = files.flatMap(({ mdx, card }): ShortSection[] => {
    if (!card) return [];
    const { id, order, title, finding, chat, unknowns } = card;
    const children = shortParagraphs(structuredClone(mdx.body));
    if (children.length === 0)
      problems.push({
        file: mdx.file,
        found: 'no <ShortForm>',
        expected: 'one around each paragraph that the short printed forms shall take, at least around one',
      });
    // The numbering marks the place of each note in the words.
    const { notes } = numberNotes({ type: 'root', children } as never);
    const paragraphs = children.map((paragraph, index) => ({
      words: paragraph.children,
      note: notes.find(({ block }) => block === index + 1) ?? null,
    }));
    return [
      {
        id,
        order,
        title,
        finding,
        chat,
        paragraphs,
        unknowns: unknowns.filter(({ brief }) => brief),
      },
    ];
  });
  if (problems.length > 0) throw new ContentError(problems);
  return story;
}

/** Lists the paragraphs that the short printed forms take, in reading order. */
function shortParagraphs(body: Root): Paragraph[] {
  return body.children
    .filter(isShortForm)
    .flatMap(({ children }) => children as Node[])
    .filter((node): node is Paragraph => node.type === 'paragraph');
}

/** Types of nodes that the short printed forms can show of a paragraph. */
const SHOWN_NODES = ['paragraph', 'text', 'emphasis', 'strong', 'link', 'mdxTextExpression'];
const SHOWN_COMPONENTS = ['Num', 'Latest', 'DataDate', 'LatestEvent', 'Quoted', 'Term', 'Cite'];

/** Checks that every `<ShortForm>` stands around whole paragraphs of the section itself: anything else would be lost in print, or change the page. */
export function checkShortForm({ file, body }: Pick<MdxFile, 'file' | 'body'>): Problem[] {
  const problem = (node: Node, found: string, expected: string): Problem => ({
    file,
    line: startLine(node),
    found,
    expected,
  });
  const atTop = new Set<Node>(body.children.filter(isShortForm));
  return allElements(body)
    .filter(({ name }) => name === 'ShortForm')
    .flatMap((brief) => {
      if (!atTop.has(brief))
        return [
          problem(
            brief,
            describePosition(brief, body),
            'it around whole paragraphs, with its tags on lines of their own',
          ),
        ];
      // One inside another has been reported as such.
      const others = (brief.children as Node[]).filter((child) => !isParagraphOfWords(child) && !isShortForm(child));
      if (brief.children.length === 0)
        return [problem(brief, '<ShortForm> around nothing', 'at least one paragraph in it')];
      return [
        ...others.map((child) => problem(child, `${describeKind(child)} in <ShortForm>`, 'paragraphs only')),
        ...(brief.children as Node[])
          .filter(isParagraphOfWords)
          .flatMap(allNodes)
          .filter((node) => !isShown(node))
          .map((node) =>
            problem(
              node,
              `${describeKind(node)} in <ShortForm>`,
              `words, links, ${SHOWN_COMPONENTS.map((name) => `<${name}>`).join(', ')}: the short printed forms show nothing else`,
            ),
          ),
      ];
    });
}

function isShown(node: Node): boolean {
  return 'name' in node ? SHOWN_COMPONENTS.includes((node as Element).name ?? '') : SHOWN_NODES.includes(node.type);
}

function isShortForm(node: Node): node is Element {
  return node.type === 'mdxJsxFlowElement' && (node as Element).name === 'ShortForm';
}

/** Returns true for a paragraph with words: MDX would unpack one that holds nothing but components. */
function isParagraphOfWords(node: Node): boolean {
  return (
    node.type === 'paragraph' &&
    (node as Paragraph).children.some((child) => child.type === 'text' && child.value.trim() !== '')
  );
}

/** Describes the position of a `<ShortForm>` that is not a block of the section. */
function describePosition(brief: Element, body: Root): string {
  const around = body.children.find((child) => child !== (brief as Node) && isInside(child, brief));
  return around === undefined || around.type === 'paragraph'
    ? '<ShortForm> inside a line'
    : `<ShortForm> inside ${describeKind(around)}`;
}

function isInside(node: Node, wanted: Node): boolean {
  return ((node as Partial<Parent>).children ?? []).some((child) => child === wanted || isInside(child, wanted));
}

const NODE_KINDS: Record<string, string> = {
  list: 'a list',
  heading: 'a heading',
  blockquote: 'a quotation',
  table: 'a table',
  paragraph: 'a paragraph without words',
  inlineCode: 'code',
  delete: 'struck words',
  image: 'an image',
};

function describeKind(node: Node): string {
  return 'name' in node ? `<${(node as Element).name}>` : (NODE_KINDS[node.type] ?? node.type);
}
