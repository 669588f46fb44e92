import type { Derivation } from '../schemas/card.ts';
import { formatDate, formatDigits } from './format.ts';
import type { Ledger } from './load.ts';

/** A computed number, with its formula in words and the rows it stands on. */
export interface Derived {
  value: number;
  /** e.g. `2,625,000 (UNHCR, 1 January 2024) − 1,976,400 (UNHCR, 2 October 2023)`. */
  formula: string;
}

/**
 * Computes one derived number from its rows.
 * @throws Error if an input row does not exist or a divisor is zero.
 */
export function derive(ledger: Ledger, derivation: Derivation): Derived {
  const rows = derivation.of.map((id) => {
    const row = ledger.observations.get(id);
    if (!row) throw new Error(`derived number ${derivation.id}: no row "${id}"`);
    return row;
  });
  const [first, second] = rows.map((row) => row.value) as [number, number];
  const terms = rows.map(
    (row) => `${formatDigits(row.value)} (${row.claimant}${row.as_of ? `, ${formatDate(row.as_of)}` : ''})`,
  );
  switch (derivation.kind) {
    case 'difference':
      return { value: round(first - second, 1), formula: terms.join(' − ') };
    case 'sum':
      return {
        value: round(
          rows.reduce((sum, row) => sum + row.value, 0),
          1,
        ),
        formula: terms.join(' + '),
      };
    case 'share':
      return {
        value: round((100 * first) / nonZero(second, derivation), derivation.decimals),
        formula: `100 × ${terms.join(' ÷ ')}`,
      };
    case 'one-in':
      return { value: round(second / nonZero(first, derivation), 0), formula: `${[...terms].reverse().join(' ÷ ')}` };
  }
}

function nonZero(value: number, derivation: Derivation): number {
  if (value === 0) throw new Error(`derived number ${derivation.id}: cannot divide by zero`);
  return value;
}

// Values have one decimal at most; binary fractions would show more of them.
function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
