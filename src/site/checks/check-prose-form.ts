import type { Heading, Link } from 'mdast';
import type { Node } from 'unist';
import { MAX_HEADING } from '../../data/schemas/fields.ts';
import { type Problem, quote } from '../../data/errors.ts';
import { allNodes, type Element, startLine, type MdxFile } from '../../data/mdx.ts';

/** Levels of headings below that of the section, which is the second. */
const HEADINGS = [3, 4];
/** Longest paragraph, in letters. */
const LONGEST = 3000;

/** Checks the form of one text: its headings, the length of its paragraphs, sources that follow words, and links that say where they lead. */
export function checkForm({ file, body }: Pick<MdxFile, 'file' | 'body'>): Problem[] {
  const seen = new Set<string>();
  return allNodes(body).flatMap((node): Problem[] => {
    const report = (found: string, expected: string) => [{ file, line: startLine(node), found, expected }];
    switch (node.type) {
      case 'heading': {
        const words = wordsOf(node);
        const { depth } = node as Heading;
        const again = seen.has(words);
        seen.add(words);
        if (!HEADINGS.includes(depth))
          return report(`a heading of level ${depth}, ${quote(words)}`, 'one that begins with ### or ####');
        if (words === '') return report('a heading without words', 'some words');
        if (again) return report(`the heading ${quote(words)} again`, 'each heading once in a text');
        return words.length > MAX_HEADING
          ? report(`a heading of ${words.length} letters`, `at most ${MAX_HEADING}`)
          : [];
      }
      case 'paragraph': {
        const { length } = wordsOf(node);
        return length > LONGEST ? report(`a paragraph of ${length} letters`, `at most ${LONGEST}`) : [];
      }
      case 'mdxJsxFlowElement':
        return (node as Element).name === 'Cite'
          ? report('<Cite> in a line of its own', 'it behind the sentence that its sources stand for')
          : [];
      case 'link':
        return linkHolds(node as Link, report);
      default:
        return [];
    }
  });
}

function linkHolds(link: Link, report: (found: string, expected: string) => Problem[]): Problem[] {
  const words = wordsOf(link);
  if (words === '') return report(`a link to ${quote(link.url)} without words`, 'words that say where it leads');
  if (/^mailto:/i.test(link.url))
    return report(
      `the mail address ${quote(link.url)}`,
      'no mail address in prose: the page gives "contact" of content/site.yaml',
    );
  const named = /(?:https?:\/\/|www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?=[/\s]|$)/i
    .exec(words)?.[1]
    ?.replace(/^www\./i, '');
  if (named === undefined || !URL.canParse(link.url)) return [];
  const host = new URL(link.url).hostname.replace(/^www\./, '');
  return host === named.toLowerCase()
    ? []
    : report(`a link that says ${named} and leads to ${host}`, 'words that say where it leads');
}

function wordsOf(node: Node): string {
  return allNodes(node)
    .map((one) => ('value' in one && one.type === 'text' ? String(one.value) : ''))
    .join('')
    .trim();
}
