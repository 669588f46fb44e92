import type { Node } from 'unist';
import { MONTHS } from '../../data/format.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { Problem } from '../../data/errors.ts';
import { allElements, allNodes, attributeIds, attributeText, startLine } from '../../data/mdx.ts';
import type { ProseFile } from '../../data/record.ts';

const DAY = new RegExp(`(?<![\\d.,–-])(\\d{1,2}) (${MONTHS.join('|')})\\b`, 'g');

/** Reports days in prose that no row cited in the text has, in its columns or in its words. The section on method tells when this site was made. */
export function unknownDays(ledger: Ledger, files: readonly ProseFile[]): Problem[] {
  const rows = rowsById(ledger);
  return files
    .filter(({ section }) => section !== 'method')
    .flatMap(({ mdx }) => {
      const cited = allElements(mdx.body).flatMap((element) => [
        ...attributeIds(element, 'ids'),
        attributeText(element, 'id') ?? '',
      ]);
      const own = cited.flatMap((id) => rows.get(id.replace(/^(?:actor|term)-/, '')) ?? []);
      const known = [
        ledger.site.began,
        mdx.frontMatter.source,
        ...own.flatMap((row) => [row, ...sourcesOf(ledger, row)]),
      ]
        .map(wordsOf)
        .join(' ');
      return allNodes(mdx.body).flatMap((node) =>
        node.type !== 'text'
          ? []
          : [...(node as Node & { value: string }).value.matchAll(DAY)]
              .filter(([, day = '', month = '']) => !hasDay(known, day, month))
              .map(([found]) => ({
                file: mdx.file,
                line: startLine(node),
                found: `${found}, a day that no row cited in this text has`,
                expected: '<Cite> of the row that has it, or its day',
              })),
      );
    });
}

function hasDay(words: string, day: string, month: string): boolean {
  const iso = `-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return new RegExp(`${iso}|(?<!\\d)${day}\\b[^.]{0,20}${month.slice(0, 3)}`).test(words);
}

function rowsById(ledger: Ledger): Map<string, object> {
  const { observations, derivations, events, claims, statements, places, assessments, terms, actors } = ledger;
  return new Map(
    [terms, actors, observations, derivations, events, claims, statements, places, assessments].flatMap((kind) => [
      ...(kind as ReadonlyMap<string, object>),
    ]),
  );
}

function sourcesOf(ledger: Ledger, row: object): object[] {
  const { source_ids = [], status_source_ids = [], sources = [] } = row as Record<string, string[] | undefined>;
  return [...source_ids, ...status_source_ids, ...sources].flatMap((id) => ledger.sources.get(id) ?? []);
}

function wordsOf(row: object | string): string {
  return typeof row === 'string' ? row : JSON.stringify(row);
}
