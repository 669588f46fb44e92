import type { Node, Parent } from 'unist';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { MdxFile } from '../mdx-file.ts';
import { append, newPassage, type Passage } from './passage.ts';
import { COMPONENT, REFERENCE } from './vocabulary.ts';
import { yamlPassages } from './yaml-passages.ts';

/** Attributes that hold ids, switches, or words held against their row; never words of the writer's own. */
const NOT_PROSE = new Set(['id', 'words', 'ids', 'form', 'href', 'src', 'class', 'lang', 'dir']);

type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** All reader text of an MDX file: its front matter, its paragraphs and headings, and the words in attributes. */
export function mdxPassages(file: MdxFile): Passage[] {
  return [...yamlPassages(file.frontMatter), ...blockPassages(file.body, file.text)];
}

function blockPassages(node: Node, source: string): Passage[] {
  const found: Passage[] = [];
  const children = (node as Parent).children ?? [];
  if (isElement(node)) found.push(...attributePassages(node, source));
  if (children.some(isInline)) {
    const passage = newPassage();
    for (const child of children) inline(child, source, passage, found);
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
function inline(node: Node, source: string, passage: Passage, apart: Passage[]): void {
  const line = node.position?.start.line ?? 1;
  const put = (text: string) => append(passage, text, text, line);
  if (node.type === 'text') return append(passage, (node as Node & { value: string }).value, rawOf(node, source), line);
  if (node.type === 'break') return put('\n');
  if (node.type === 'inlineCode') return put(COMPONENT);
  for (const key of ['title', 'alt'] as const) {
    const value = (node as Node & { title?: string; alt?: string })[key];
    if (value) apart.push(wholePassage(value, line));
  }
  if (isElement(node)) {
    apart.push(...attributePassages(node, source));
    if (node.name === 'Num' || node.name === 'Said') return put(REFERENCE);
    if (node.children.length === 0 && node.name !== 'Cite') return put(COMPONENT);
  }
  for (const child of (node as Parent).children ?? []) inline(child, source, passage, apart);
}

function attributePassages(element: Element, source: string): Passage[] {
  return element.attributes.flatMap((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string' || NOT_PROSE.has(attribute.name))
      return [];
    const passage = newPassage(attribute.name);
    append(
      passage,
      attribute.value,
      rawOf(attribute as Node, source),
      attribute.position?.start.line ?? element.position?.start.line ?? 1,
    );
    return [passage];
  });
}

function rawOf(node: Node, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

function wholePassage(text: string, line: number): Passage {
  const passage = newPassage();
  append(passage, text, text, line);
  return passage;
}
