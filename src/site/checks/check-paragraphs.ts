import type { Root } from 'mdast';
import type { Node } from 'unist';
import type { Ledger } from '../../data/ledger.ts';
import { quote, type Problem } from '../../data/errors.ts';
import { allElements, allNodes, attributeIds, startLine, type MdxFile } from '../../data/mdx.ts';
import { findSmallCasualties } from '../../data/checks/number-lint/small-casualties.ts';
import type { ProseFile } from '../../data/record.ts';

/** Length in characters from which a paragraph is more than a sentence that leads over. */
const LEADS_OVER = 165;
/** Components that give their paragraph a note, and so its sources. */
const SOURCED = ['Cite', 'Num', 'Latest', 'Quoted'];
const DIGITS_OF: Record<string, string> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
};

/** Checks that deaths and injuries under ten stand in a row that their paragraph cites. */
export function checkSmallCasualties(ledger: Ledger, { file, body }: Pick<MdxFile, 'file' | 'body'>): Problem[] {
  return paragraphs(body).flatMap((paragraph) => {
    const findings = findSmallCasualties(textOf(paragraph));
    if (findings.length === 0) return [];
    const cited = allElements(paragraph as Root).flatMap((element) =>
      element.name === 'Cite' ? attributeIds(element, 'ids') : [],
    );
    const words = cited.map((id) => wordsOfRow(ledger, id)).join(' ');
    return findings
      .filter(({ count }) => !carries(words, count))
      .map(({ found }) => ({
        file,
        line: startLine(paragraph),
        found: `"${found}", which no row cited in its paragraph says`,
        expected: '<Num id="…" />, or <Cite> of a row that says this number',
      }));
  });
}

/** Reports paragraphs of the prose that cite nothing; the section on method speaks of this site itself. */
export function uncitedParagraphs(files: readonly ProseFile[]): Problem[] {
  return files
    .filter(({ section }) => section !== 'method')
    .flatMap(({ mdx }) =>
      paragraphs(mdx.body)
        .filter((paragraph) => textOf(paragraph).length > LEADS_OVER)
        .filter((paragraph) => !allElements(paragraph as Root).some(({ name }) => SOURCED.includes(name ?? '')))
        .map((paragraph) => ({
          file: mdx.file,
          line: startLine(paragraph),
          found: `a paragraph without a source: ${quote(textOf(paragraph))}`,
          expected: '<Cite ids="…" /> at its end',
        })),
    );
}

function paragraphs(body: Root): Node[] {
  return allNodes(body).filter(({ type }) => type === 'paragraph');
}

function textOf(node: Node): string {
  return allNodes(node)
    .map((one) => (one.type === 'text' ? (one as Node & { value: string }).value : ''))
    .join('');
}

/** Returns true if words hold a number under ten, as a word or a figure. */
function carries(words: string, count: string): boolean {
  const forms = Object.entries(DIGITS_OF).find((pair) => pair.includes(count.toLowerCase())) ?? [count];
  return new RegExp(`(?<![\\p{L}\\p{N}.,])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'iu').test(words);
}

function wordsOfRow(ledger: Ledger, id: string): string {
  const { observations, events, claims, statements, places, assessments, terms } = ledger;
  const row = [observations, events, claims, statements, places, assessments, terms]
    .map((kind) => (kind as ReadonlyMap<string, object>).get(id))
    .find((found) => found !== undefined);
  return Object.entries(row ?? {})
    .filter(([field]) => field !== 'line' && field !== 'file')
    .map(([, value]) => String(value))
    .join(' ');
}
