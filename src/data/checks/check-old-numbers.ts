import type { Ledger } from '../ledger.ts';
import type { Problem } from '../errors.ts';
import { formatCount } from '../format.ts';
import { derive } from '../numbers.ts';
import { findNumbers, quoteAround } from './number-lint/find-numbers.ts';
import { numberValues } from './number-lint/number-value.ts';
import { lineAt } from './number-lint/passages.ts';
import type { ContentPassage } from './content-passages.ts';

/** Number that the content no longer gives. */
export interface OldNumber {
  /** The row, or the correction, that tells of the change. */
  id: string;
  was: number;
  /** The present number; unknown where only a correction tells of the old one. */
  is?: number;
  /** Things counted, by which a small number is known. */
  unit: string;
}

/** Numbers from here on hardly ever mean two things; smaller ones are looked for before their unit only. */
const TELLING = 100;
/** Numbers below are words of every sentence. */
const LEAST = 10;
/** Letters after a small number in which its unit must begin. */
const REACH = 40;

/**
 * Lists the numbers that differ from an earlier state of the rows, computed ones with them.
 * @param earlier Value of each row then, by its id.
 */
export function changedNumbers(ledger: Ledger, earlier: ReadonlyMap<string, number>): OldNumber[] {
  const rows = [...ledger.observations.values()].flatMap(({ id, value, unit }): OldNumber[] => {
    const was = earlier.get(id);
    return was === undefined || was === value ? [] : [{ id, was, is: value, unit }];
  });
  if (rows.length === 0) return [];
  const then: Ledger = {
    ...ledger,
    observations: new Map(
      [...ledger.observations].map(([id, row]) => [id, { ...row, value: earlier.get(id) ?? row.value }]),
    ),
  };
  const computed = [...ledger.derivations.values()].flatMap((derivation): OldNumber[] => {
    const [was, is] = [derive(then, derivation).value, derive(ledger, derivation).value];
    return was === is ? [] : [{ id: derivation.id, was, is, unit: derivation.unit }];
  });
  return [...rows, ...computed];
}

/** Lists the numbers that the corrections of the present version took back. */
export function correctedNumbers(ledger: Ledger): OldNumber[] {
  return [...ledger.changes.values()]
    .filter(({ version }) => version === ledger.site.version)
    .flatMap(({ id, was, is }) => {
      const now = new Set(numbersIn(is ?? ''));
      return numbersIn(was ?? '')
        .filter((value) => !now.has(value))
        .map((value) => ({ id, was: value, unit: '' }));
    });
}

/** Lists the numbers of a text, in digits or words; dates and numbers under ten are none. */
export function numbersIn(text: string): number[] {
  return findNumbers(text).flatMap(({ found }) => numberValues(found));
}

/** Reports every place that still says an old number, in digits or in words. */
export function findOldNumbers(passages: readonly ContentPassage[], old: readonly OldNumber[]): Problem[] {
  const wanted = old.filter(({ was }) => was >= LEAST);
  if (wanted.length === 0) return [];
  return passages.flatMap((passage) =>
    findNumbers(passage.text).flatMap((finding): Problem[] => {
      const values = numberValues(finding.found);
      const after = passage.text.slice(finding.index + finding.found.length).slice(0, REACH);
      const match = wanted.find(({ was, unit }) => values.includes(was) && (was >= TELLING || names(after, unit)));
      if (!match) return [];
      const line = lineAt(passage, finding.index);
      const now = match.is === undefined ? 'took back' : `no longer says (now ${formatCount(match.is)})`;
      return [
        {
          file: passage.file,
          ...(line === undefined ? {} : { line }),
          ...(passage.field === undefined ? {} : { field: passage.field }),
          found: `"${finding.found}", which ${match.id} ${now}, in “${quoteAround(passage.text, finding)}”`,
          expected: 'the present number, or words that say whose other number it is',
        },
      ];
    }),
  );
}

/** Returns true if a text holds the main word of a unit: `positions` of `military positions`. */
function names(text: string, unit: string): boolean {
  return unit.split(/[^\p{L}]+/u).some((word) => word.length > 3 && text.toLowerCase().includes(word.toLowerCase()));
}
