import { formatSourceDateShort, shortHeadline } from '../../data/citations.ts';
import { formatDateShort } from '../../data/format.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { Source } from '../../data/schemas/source.ts';
import { markScripts } from '../../site/html.ts';

/** The documents of one publisher that stand together. */
export interface SourceGroup {
  publisher: string;
  /** Each with what tells it apart from the others; empty where nothing needs to. */
  documents: { source: Source; mark: string }[];
}

/**
 * Groups sources by publisher, in the order in which they are first named; each one's documents together, oldest first.
 * @param dated Whether to give publication dates; not where another date stands beside.
 */
export function sourceGroups(facts: Pick<Ledger, 'sources'>, ids: readonly string[], dated = true): SourceGroup[] {
  const sources = ids.map((id) => facts.sources.get(id)).filter((source) => source !== undefined);
  const byPublisher = new Map<string, Source[]>(sources.map(({ publisher }) => [publisher, []]));
  for (const source of [...sources].sort((a, b) => (a.published ?? '9').localeCompare(b.published ?? '9')))
    byPublisher.get(source.publisher)?.push(source);
  return [...byPublisher].map(([publisher, own]) => ({
    publisher,
    documents: own.map((source, index) => ({ source, mark: documentMark(source, index === 0, dated) })),
  }));
}

/** Returns what tells a publisher's documents apart: the date, or the first words of the headline. */
function documentMark(source: Source, isFirst: boolean, dated: boolean): string {
  if (source.published) return dated || !isFirst ? formatSourceDateShort(source) : '';
  return isFirst ? '' : shortHeadline(source);
}

/** Writes a group in one line for paper, by month: `The Irrawaddy, Oct and Nov 2023`, `BNI, Jan 2024 to Aug 2025`. */
export function publisherAndMonths({ publisher, documents }: SourceGroup): string {
  const dates = documents
    .flatMap(({ source }) => [source.published ?? [], source.updated ?? []].flat())
    .map((date) => date.slice(0, 'YYYY-MM'.length));
  const words = [publisher, monthSpan([...new Set(dates)].sort())].filter(Boolean).join(', ');
  return documents.some(({ source }) => source.weak) ? `${words} (weak)` : words;
}

/** Writes months as one date, as two without a year that both have, or as the first and the last. */
function monthSpan([first, ...later]: readonly string[]): string {
  const last = later.at(-1);
  if (first === undefined) return '';
  if (last === undefined) return formatDateShort(first);
  const from =
    first.slice(0, 4) === last.slice(0, 4) ? formatDateShort(first).replace(/ \d{4}$/, '') : formatDateShort(first);
  return `${from} ${later.length === 1 ? 'and' : 'to'} ${formatDateShort(last)}`;
}

/** Writes words of a source as HTML, those in other scripts marked: Chinese in the form in which the source is written. */
export function markSourceWords({ language }: Source, words: string): string {
  return markScripts(words, language === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans');
}

/** Writes the title of a source as HTML: in quotation marks if its headline was seen. */
export function sourceTitle(source: Source): string {
  const words = markSourceWords(source, source.title);
  // Scripts say their own language; words in Latin or Cyrillic letters are those of the source, unless they only describe it.
  const isForeign = source.title_seen !== 'described' && /^(?!en|my)[a-z]{2}$/.test(source.language);
  const title = isForeign ? `<span lang="${source.language}">${words}</span>` : words;
  return source.title_seen === 'yes' ? `“${title}”` : title;
}

/** Names what was read of a source. */
export const READ: Record<Source['read'], string> = {
  opening: 'a stored copy, as a rule its opening part',
  copy: 'a stored copy of the page',
  republication: 'a republication of the full text',
  summary: 'a summary or relay of it, not the document itself',
  data: 'its data table',
};
