import { formatCount, formatDate, formatDigits, formatQualified } from './format.ts';
import type { Ledger } from './ledger.ts';
import type { Derivation } from './schemas/derivation.ts';

/** Number ready for a sentence, with its claimant, formula and sources. */
export interface NumberText {
  id: string;
  /** `more than 660,000`. */
  text: string;
  /** `660,000`, without the hedge. */
  bare: string;
  value: number;
  unit: string;
  /** `OCHA`, or empty for a number we computed. */
  claimant: string;
  /** Formula in words, if we computed it. */
  formula: string | null;
  /** Meaning of a computed number. */
  meaning: string | null;
  sourceIds: string[];
  isWeak: boolean;
}

/**
 * Finds the number of an id, observed or derived, and formats it.
 * @throws Error if there is none.
 */
export function resolveNumber(ledger: Ledger, id: string): NumberText {
  const row = ledger.observations.get(id);
  if (row) {
    return {
      id,
      text: formatQualified(row.value, row.qualifier),
      bare: formatCount(row.value),
      value: row.value,
      unit: row.unit,
      claimant: row.claimant,
      formula: null,
      meaning: null,
      sourceIds: row.source_ids,
      isWeak: row.confidence === 'low',
    };
  }
  const derivation = ledger.derivations.get(id);
  if (!derivation) throw new Error(`no number "${id}" in content/data or content/derived.yaml`);
  const { value, formula } = derive(ledger, derivation);
  return {
    id,
    text: formatQualified(value, derivation.qualifier),
    bare: formatCount(value),
    value,
    unit: derivation.unit,
    claimant: '',
    formula,
    meaning: derivation.meaning,
    sourceIds: [...new Set(derivation.of.flatMap((of) => ledger.observations.get(of)?.source_ids ?? []))],
    isWeak: false,
  };
}

/** Formats a number for a sentence: with its hedge unless `isBare`, with its unit if asked, and always with the words that make it a share. */
export function formatNumber({ text, bare, unit }: NumberText, { isBare = false, withUnit = false } = {}): string {
  const words = [isBare ? bare : text];
  if (withUnit) words.push(unit);
  else if (unit.startsWith('per cent')) words.push('per cent');
  return words.join(' ');
}

const TOKEN = /\{([A-Za-z0-9.-]+)(?:\|(bare))?\}/g;

/** Lists the ids of the numbers that a template such as `{A21} people` refers to. */
export function referencedIds(template: string): string[] {
  return [...template.matchAll(TOKEN)].map((match) => match[1] as string);
}

/** Fills `{A21}` with `more than 660,000` and `{A21|bare}` with `660,000`. A number at the start of the text gets a capital. */
export function fillTokens(ledger: Ledger, template: string): string {
  const filled = template.replace(TOKEN, (_, id: string, form?: string) => {
    const number = resolveNumber(ledger, id);
    return form === 'bare' ? number.bare : number.text;
  });
  return template.startsWith('{') ? filled.charAt(0).toUpperCase() + filled.slice(1) : filled;
}

/** Computed number, with its formula in words. */
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
