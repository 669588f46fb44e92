import type { Node, Parent, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { quote, type Problem } from './errors.ts';
import { latestReference } from './latest.ts';
import { memoizeByText } from './memoize.ts';
import { readText } from './read-text.ts';
import { parseYamlText, yamlFaults, type YamlText } from './yaml-text.ts';

/** Parsed MDX file; lines in `body` are those of the file. */
export interface MdxFile {
  file: string;
  text: string;
  frontMatter: YamlText;
  body: Root;
}

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);
const FRONT_MATTER = /^---\r?\n((?:[^]*?\n)??)---[ \t]*(?:\r?\n|$)/;

/**
 * Reads one MDX file. Its trees are shared and must not be changed.
 * @returns `null` if it cannot be read or parsed (then `problems` says why and where).
 */
export function readMdx(root: string, file: string, problems: Problem[]): MdxFile | null {
  const text = readText(root, file, problems);
  if (text === null) return null;
  const parsed = parsedMdx(text, file);
  problems.push(...parsed.problems.map((problem) => ({ ...problem })));
  return parsed.mdx;
}

const parsedMdx = memoizeByText((text, file) => {
  const problems: Problem[] = [];
  return { mdx: parseMdx(file, text, problems), problems };
});

function parseMdx(file: string, text: string, problems: Problem[]): MdxFile | null {
  const match = FRONT_MATTER.exec(text);
  if (!match) {
    problems.push({ file, line: 1, found: 'no front matter', expected: 'a block between two lines of three dashes' });
    return null;
  }
  const source = match[1] ?? '';
  // Astro ends the front matter at the first line that begins so, whatever follows: all behind it would be prose that nobody checked.
  const early = source.split('\n').findIndex((line) => /^(?:---|\+\+\+)/.test(line));
  if (early !== -1) {
    problems.push({
      file,
      line: early + 2,
      found: quote(source.split('\n')[early] ?? ''),
      expected: 'no line of front matter that begins with --- or +++ but its last',
    });
    return null;
  }
  const frontMatter = parseYamlText(source, 1);
  const faults = yamlFaults(frontMatter, file);
  problems.push(...faults);
  const body = parseBody(
    text.replace(FRONT_MATTER, (block) => block.replace(/[^\n]/g, ' ')),
    file,
    problems,
  );
  return body && faults.length === 0 ? { file, text, frontMatter, body } : null;
}

function parseBody(text: string, file: string, problems: Problem[]): Root | null {
  try {
    return processor.parse(text);
  } catch (error) {
    const { reason = String(error), line } = error as { reason?: string; line?: number };
    // The parser names an unclosed tag's line only in words: "(12:1-12:9)".
    const spoken = /\((\d+):\d+-/.exec(reason)?.[1];
    const at = line ?? (spoken === undefined ? undefined : Number(spoken));
    problems.push({
      file,
      ...(at === undefined ? {} : { line: at }),
      found: reason.replace(/ \(\d+:\d+-\d+:\d+\)/g, ''),
      expected: 'well-formed MDX',
    });
    return null;
  }
}

/** Component or HTML tag in prose. */
export type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** Lists every node of the tree, in reading order. */
export function allNodes(node: Node): Node[] {
  return [node, ...((node as Partial<Parent>).children ?? []).flatMap(allNodes)];
}

/** Lists every component and HTML tag, in reading order. */
export function allElements(body: Root): Element[] {
  return allNodes(body).filter(
    (node): node is Element => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement',
  );
}

/** Returns an attribute's text; `null` where it is absent or holds no plain text. */
export function attributeText(element: Element, name: string): string | null {
  const attribute = element.attributes.find((item) => item.type === 'mdxJsxAttribute' && item.name === name);
  return typeof attribute?.value === 'string' ? attribute.value : null;
}

/** Returns true if the attribute is there, with or without a value. */
export function hasAttribute(element: Element, name: string): boolean {
  return element.attributes.some((item) => item.type === 'mdxJsxAttribute' && item.name === name);
}

/** Returns the reference by which a `<Num>` or `<Latest>` names its number; `null` for any other component. */
export function numberReference(element: Element): string | null {
  if (element.name === 'Num') return attributeText(element, 'id');
  if (element.name !== 'Latest') return null;
  const [series, scope, claimant] = ['series', 'scope', 'claimant'].map((name) => attributeText(element, name));
  return latestReference(series ?? '', scope ?? null, claimant ?? null);
}

/** Splits the ids in an attribute at white space; none where it is absent. */
export function attributeIds(element: Element, name: string): string[] {
  return splitIds(attributeText(element, name) ?? '');
}

/** Returns the line that a node begins on, from one. */
export function startLine(node: Node): number {
  return node.position?.start.line ?? 1;
}

/** Splits the ids in one attribute at white space: `"t017 t022"`. */
export function splitIds(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .filter((id) => id !== '');
}
