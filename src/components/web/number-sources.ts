import { compareSources } from '../../data/citations.ts';
import { formatDateShort } from '../../data/format.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { Source } from '../../data/schemas/source.ts';

/** Matches a link to the entry of a source, whatever its other attributes: its start, the id, and the words of the link. */
const SOURCE_LINK = /(<a\b[^>]*? href="sources\.html#source-([^"]+)"[^>]*)>([^]*?)<\/a>/g;

/**
 * Finds every source that a part of a page links to, and gives a link the source's number among them, which paper prints,
 * unless its words tell which source it is: its publisher has no other, or no other of the day they name.
 * @returns The part with its numbers, and the sources in the order of their numbers.
 */
export function numberSources(html: string, ledger: Ledger): { html: string; sources: Source[] } {
  const linked = new Set([...html.matchAll(SOURCE_LINK)].map((match) => match[2] as string));
  const sources = [...linked].map((id) => {
    const source = ledger.sources.get(id);
    if (!source) throw new Error(`a link leads to source "${id}", which is not in content/sources.csv`);
    return source;
  });
  sources.sort(compareSources);
  const numbers = new Map(sources.map((source, index) => [source.id, { source, number: index + 1 }]));
  const isNamed = ({ publisher, published }: Source, words: string) => {
    const same = sources.filter((other) => other.publisher === publisher);
    const named =
      published !== null && endsWithDay(words, published)
        ? same.filter((other) => other.published === published)
        : same;
    return named.length === 1;
  };
  return {
    // Without quotes, which HTML does not need here: a long page has a thousand of them.
    html: html.replace(SOURCE_LINK, (link, start: string, id: string, words: string) => {
      const { source, number } = numbers.get(id) as { source: Source; number: number };
      return isNamed(source, words) ? link : `${start} data-no=${number}>${words}</a>`;
    }),
    sources,
  };
}

/** Checks that words end with a day, and not only with a part of it: `15 Jan 2024` with neither `5 Jan 2024` nor `Jan 2024`. */
function endsWithDay(words: string, day: string): boolean {
  return new RegExp(`(?<!\\d)(?<!\\d )${formatDateShort(day)}$`).test(words);
}
