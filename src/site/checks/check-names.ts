import type { ContentPassage } from '../../data/checks/content-passages.ts';
import { lineAt } from '../../data/checks/number-lint/passages.ts';
import type { Problem } from '../../data/errors.ts';
import type { Ledger } from '../../data/ledger.ts';
import { editDistance } from '../../data/spelling.ts';
import { namedThings } from '../names.ts';

const WORD = /(?<![\p{L}\p{M}])(?:\p{Lu}\p{Ll}{4,}|\p{Lu}{5,})(?![\p{L}\p{M}])/gu;
const ANY_WORD = /\p{L}+/gu;
/** Letters from which two slips are still one name; shorter names differ too little from each other. */
const LONG = 8;
/** Uses from which a word is a name of its own, whatever it resembles. */
const OFTEN = 3;

/**
 * Reports capitalised words and initials that are nearly, but not quite, the name of a place, a group or a term: `Lasho` for Lashio.
 * A word that stands in small letters elsewhere, in the register of sources, or several times, is taken for what it is.
 */
export function findNearNames(ledger: Ledger, passages: readonly ContentPassage[]): Problem[] {
  const things = namedThings(ledger);
  const known = new Set(things.flatMap(({ spellings }) => spellings.flatMap(({ text }) => wordsOf(text))));
  const names = new Map<string, string>();
  for (const { kind, name, spellings } of things)
    for (const [word] of kind === 'figure' ? [] : spellings.flatMap(({ text }) => [...text.matchAll(WORD)]))
      // The thing that the word alone names is the likeliest.
      if (!names.has(word) || word === name) names.set(word, name);
  const registered = [...ledger.sources.values()].flatMap(({ publisher, title, note }) =>
    wordsOf(`${publisher} ${title} ${note ?? ''}`),
  );
  const areas = [...ledger.places.values()].flatMap((place) =>
    wordsOf(`${place.township ?? ''} ${place.state_region}`),
  );
  [...registered, ...areas].forEach((word) => known.add(word));
  const uses = new Map<string, number>();
  for (const { text } of passages) for (const word of wordsOf(text)) uses.set(word, (uses.get(word) ?? 0) + 1);

  const isSuspect = (word: string) =>
    !known.has(word) && !uses.has(word.toLowerCase()) && (uses.get(word) ?? 0) < OFTEN && !isInflected(word, known);
  // Notes of data rows quote how others write a name.
  const read = passages.filter(({ file }) => !(file.startsWith('content/data/') && file.endsWith('.csv')));
  return read.flatMap((passage) =>
    [...passage.text.matchAll(WORD)].flatMap((match): Problem[] => {
      const [word] = match;
      if (!isSuspect(word)) return [];
      const near = [...names.keys()].find((name) => isNear(word, name));
      if (near === undefined) return [];
      const line = lineAt(passage, match.index);
      return [
        {
          file: passage.file,
          ...(line === undefined ? {} : { line }),
          ...(passage.field === undefined ? {} : { field: passage.field }),
          found: `"${word}", a name that is not known here`,
          expected: `"${near}"${names.get(near) === near ? '' : ` as in ${names.get(near)}`}, if that is meant`,
        },
      ];
    }),
  );
}

function wordsOf(text: string): string[] {
  return text.match(ANY_WORD) ?? [];
}

/** Returns true for a known name with an ending: `Kachins`. */
function isInflected(word: string, known: ReadonlySet<string>): boolean {
  return ['s', 'n', 'ese'].some((ending) => word.endsWith(ending) && known.has(word.slice(0, -ending.length)));
}

/** Returns true if one slip (two in a long name) makes one word of the other: a letter more, less, another, or two changed about. */
function isNear(word: string, name: string): boolean {
  const most = Math.min(word.length, name.length) >= LONG ? 2 : 1;
  return Math.abs(word.length - name.length) <= most && editDistance(word, name) <= most;
}
