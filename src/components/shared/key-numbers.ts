import { formatCount, formatQualifier } from '../../data/format.ts';
import { observationOf } from '../../data/latest.ts';
import type { Ledger } from '../../data/ledger.ts';
import { isOwnSource } from '../../data/note-lines.ts';
import { fillTokens, resolveNumber } from '../../data/numbers.ts';
import type { KeyNumber } from '../../data/schemas/key-number.ts';

/** A number to take away, with its hedge, who counted, the day, sources and caveat. */
export interface KeyNumberFacts extends Pick<KeyNumber, 'id' | 'tone' | 'label'> {
  value: number;
  /** `more than`, or nothing. */
  hedge: string;
  /** The number itself, as printed. */
  count: string;
  claimant: string;
  /** The day or month that it describes, as an ISO date. */
  asOf: string | null;
  sourceIds: string[];
  /** Whether who counted is also who published, so that naming one is naming both. */
  isOwnSource: boolean;
  caveat: string;
}

/**
 * Returns the numbers to take away with their words and sources, in the order of their file.
 * @throws Error if one names a row that is not there.
 */
export function keyNumbers(facts: Ledger): KeyNumberFacts[] {
  return [...facts.keyNumbers.values()].map(({ id, number, tone, label, caveat }) => {
    const row = observationOf(facts, number);
    if (!row) throw new Error(`content/key-numbers.yaml "${id}": no row "${number}"`);
    const { value, claimant, as_of: asOf, source_ids: sourceIds } = row;
    return {
      id,
      tone,
      label: fillTokens(facts, label),
      value,
      hedge: formatQualifier(row.qualifier),
      count: formatCount(value),
      claimant,
      asOf,
      sourceIds,
      isOwnSource: isOwnSource(facts, resolveNumber(facts, number)),
      caveat: fillTokens(facts, caveat),
    };
  });
}
