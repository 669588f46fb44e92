import { isMap, isScalar, isSeq } from 'yaml';
import { COMPONENT, REFERENCE, TEMPLATE_MARK } from './vocabulary.ts';
import type { Node, Parent } from 'unist';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { MdxFile } from '../../mdx.ts';
import { memoize } from '../../memoize.ts';
import type { YamlText } from '../../yaml-text.ts';

/** Stretch of reader text in one piece, so that a number is judged with its whole sentence around it. */
export interface Passage {
  text: string;
  /** What it was put together from, in order. */
  pieces: Piece[];
  /** Field that holds it, for YAML and front matter. */
  field?: string;
}

/** Part of a passage, with what stands for it in the file from `line` on. */
interface Piece {
  text: string;
  raw: string;
  line: number;
  /** Index in the passage of its first character. */
  start: number;
}

/** Returns an empty passage, to be filled with `appendText`. */
export function emptyPassage(field?: string): Passage {
  return { text: '', pieces: [], ...(field === undefined ? {} : { field }) };
}

/** Adds text whose source is `raw`, which may hold escapes and folded lines; `line` is where `raw` begins. */
export function appendText(passage: Passage, text: string, raw: string, line: number): void {
  passage.pieces.push({ text, raw, line, start: passage.text.length });
  passage.text += text;
}

/** Returns the line in the file of a character of a passage, by its index; undefined where there is none. */
export function lineAt({ pieces }: Passage, index: number): number | undefined {
  const piece = pieces.findLast(({ start }) => start <= index);
  return piece && characterLines(piece.text, piece.raw, piece.line)[index - piece.start];
}

/** Characters looked ahead for a match: longer than any escape, shorter than a line. */
const LOOKAHEAD = 16;

/** Returns the line of each character of `text`, found by walking through `raw` beside it. */
function characterLines(text: string, raw: string, firstLine: number): number[] {
  if (!raw.includes('\n')) return Array.from({ length: text.length }, () => firstLine);
  let at = 0;
  let line = firstLine;
  return [...text].flatMap((character) => {
    if (!/\s/.test(character)) {
      let next = at;
      let seen = 0;
      while (next < raw.length && raw[next] !== character[0] && seen < LOOKAHEAD) {
        if (!/\s/.test(raw[next] as string)) seen += 1;
        next += 1;
      }
      if (raw[next] === character[0]) {
        line += (raw.slice(at, next).match(/\n/g) ?? []).length;
        at = next + character.length;
      }
    }
    return Array.from({ length: character.length }, () => line);
  });
}

/** Fields that hold ids, dates and switches, never words for a reader. All others are prose. */
const NOT_PROSE_FIELDS = new Set([
  'id',
  'order',
  'since',
  'date',
  'version',
  'url',
  'contact',
  'publisher',
  'number',
  'section',
  'tone',
  'shape',
  'same',
  'dataset',
  'rows',
  'gaps',
  'left_out',
  'base_sources',
  'mark',
  'not_before',
  'not_after',
  'from',
  'surely',
  'to',
  'told_by',
  'cites',
  'now_cites',
  'claims',
  'towns',
  'not_taken',
  'at',
  'of',
  'kind',
  'decimals',
  'qualifier',
  'where',
  'change',
  'test',
  // A correction quotes what the page said on two days; that must not change with the rows.
  'was',
  'is',
]);

/** Extracts the reader text of a YAML document, one passage for each field. */
export const yamlPassages = memoize((yaml: YamlText): readonly Passage[] => {
  const passages: Passage[] = [];
  const walk = (node: unknown, path: string[]): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items)
        if (!NOT_PROSE_FIELDS.has(String(key))) walk(value, [...path, String(key)]);
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => walk(item, [...path, String(index)]));
    } else if (isScalar(node) && typeof node.value === 'string' && node.range) {
      const line = yaml.lines.linePos(node.range[0]).line + yaml.offset;
      const passage = emptyPassage(path.join('.'));
      // A unit is only ever read behind its number.
      if (path.at(-1) === 'unit') appendText(passage, `${TEMPLATE_MARK} `, '', line);
      appendText(passage, node.value, yaml.source.slice(node.range[0], node.range[1]), line);
      passages.push(passage);
    }
  };
  walk(yaml.document.contents, []);
  return passages;
});

/** Attributes that hold ids, switches, or words compared with their row; never words of the writer's own. */
const NOT_PROSE_NODES = new Set([
  'id',
  'words',
  'ids',
  'form',
  'series',
  'scope',
  'claimant',
  'href',
  'src',
  'class',
  'lang',
  'dir',
]);

type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** Extracts all reader text of an MDX file: its front matter, its paragraphs and headings, and the words in attributes. */
export const mdxPassages = memoize((file: MdxFile): readonly Passage[] => [
  ...yamlPassages(file.frontMatter),
  ...blockPassages(file.body, file.text),
]);

function blockPassages(node: Node, source: string): Passage[] {
  const found: Passage[] = [];
  const children = (node as Parent).children ?? [];
  if (isElement(node)) found.push(...attributePassages(node, source));
  if (children.some(isInline)) {
    const passage = emptyPassage();
    for (const child of children) appendPhrase(child, source, passage, found);
    found.push(passage);
  } else {
    for (const child of children) found.push(...blockPassages(child, source));
  }
  return found;
}

function isInline(node: Node): boolean {
  return [
    'text',
    'mdxJsxTextElement',
    'mdxTextExpression',
    'emphasis',
    'strong',
    'link',
    'delete',
    'break',
    'inlineCode',
    'image',
  ].includes(node.type);
}

function isElement(node: Node): node is Element {
  return node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement';
}

/** Adds a phrase to the passage; words that stand apart from the sentence (titles, alternatives) go to `apart`. */
function appendPhrase(node: Node, source: string, passage: Passage, apart: Passage[]): void {
  const line = node.position?.start.line ?? 1;
  const put = (text: string) => appendText(passage, text, text, line);
  if (node.type === 'text')
    return appendText(passage, (node as Node & { value: string }).value, sourceText(node, source), line);
  if (node.type === 'break') return put('\n');
  if (node.type === 'inlineCode') return put(COMPONENT);
  for (const key of ['title', 'alt'] as const) {
    const value = (node as Node & { title?: string; alt?: string })[key];
    if (value) apart.push(wholePassage(value, line));
  }
  if (isElement(node)) {
    apart.push(...attributePassages(node, source));
    if (node.name === 'Num' || node.name === 'Latest' || node.name === 'Quoted') return put(REFERENCE);
    if (node.children.length === 0 && node.name !== 'Cite') return put(COMPONENT);
  }
  for (const child of (node as Parent).children ?? []) appendPhrase(child, source, passage, apart);
}

function attributePassages(element: Element, source: string): Passage[] {
  return element.attributes.flatMap((attribute) => {
    if (
      attribute.type !== 'mdxJsxAttribute' ||
      typeof attribute.value !== 'string' ||
      NOT_PROSE_NODES.has(attribute.name)
    )
      return [];
    const passage = emptyPassage(attribute.name);
    appendText(
      passage,
      attribute.value,
      sourceText(attribute as Node, source),
      attribute.position?.start.line ?? element.position?.start.line ?? 1,
    );
    return [passage];
  });
}

function sourceText(node: Node, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

function wholePassage(text: string, line: number): Passage {
  const passage = emptyPassage();
  appendText(passage, text, text, line);
  return passage;
}
