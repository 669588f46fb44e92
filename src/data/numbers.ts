import { formatCount, formatDate, formatDigits, formatMillions, formatQualified } from './format.ts';
import { placesShown } from './figure-rows.ts';
import { findLatest, isLatest } from './latest.ts';
import type { Ledger } from './ledger.ts';
import { STATUS_LABELS } from './places.ts';
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
  /** The day or month that it describes, as an ISO date; null where none is known. */
  asOf: string | null;
}

/**
 * Finds the number of an id, observed or derived, and formats it.
 * @throws Error if there is none.
 */
export function resolveNumber(ledger: Ledger, id: string): NumberText {
  const row = isLatest(id) ? latestRow(ledger, id) : ledger.observations.get(id);
  if (row) {
    return {
      id: row.id,
      text: formatQualified(row.value, row.qualifier),
      bare: formatCount(row.value),
      value: row.value,
      unit: row.unit,
      claimant: row.claimant,
      formula: null,
      meaning: null,
      sourceIds: row.source_ids,
      isWeak: row.confidence === 'low',
      asOf: row.as_of,
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
    sourceIds: [...new Set(derivation.of.flatMap((of) => sourcesOfInput(ledger, of)))],
    isWeak: false,
    asOf: null,
  };
}

/** Lists the sources of what a number is computed from: a row, or the places of a figure whose marks are counted. */
function sourcesOfInput(ledger: Ledger, id: string): readonly string[] {
  const row = ledger.observations.get(id);
  if (row) return row.source_ids;
  const rows = ledger.figures.get(id)?.places.flatMap((group) => group.rows) ?? [];
  return rows.flatMap((place) => ledger.places.get(place)?.source_ids ?? []);
}

function latestRow(ledger: Ledger, reference: string) {
  const row = findLatest(ledger, reference);
  if ('found' in row) throw new Error(`found ${row.found}; expected ${row.expected}`);
  return row;
}

/** Formats a number for a sentence: with its hedge unless `isBare`, with its unit if asked, and always with the words that make it a share. */
export function formatNumber({ text, bare, unit }: NumberText, { isBare = false, withUnit = false } = {}): string {
  const words = [isBare ? bare : text];
  if (withUnit) words.push(unit);
  else if (unit.startsWith('per cent')) words.push('per cent');
  return words.join(' ');
}

/** Formats what a reference prints in a sentence: the number, or in the forms `date` and `month` the day or month that it describes. */
export function formatReference(ledger: Ledger, id: string, form: ReferenceForm = 'full', withUnit = false): string {
  const number = resolveNumber(ledger, id);
  if (form === 'date' || form === 'month') return formatEnd(number.asOf ?? '', form === 'month');
  return formatNumber(number, { isBare: form === 'bare', withUnit });
}

const TOKEN = /\{([A-Za-z0-9.:-]+)(?:\|(bare|round|unit|date|month))?\}/g;

/** Forms in which a reference may stand: with its hedge, without it, in millions with one decimal, with its unit, or the day or month that it describes. */
export type ReferenceForm = 'full' | 'bare' | 'round' | 'unit' | 'date' | 'month';

/** Reference of a template, such as `{A21}`, `{latest:total-idp|bare}` or `{dataDate|month}`. */
export interface TemplateReference {
  id: string;
  form: ReferenceForm;
}

/** Names of the dates at which the record ends, by which texts refer to them. */
const END_DATES = ['dataDate', 'latestEvent'] as const;
/** Name of a date at which the record ends. */
export type EndDate = (typeof END_DATES)[number];

/** Returns true if a reference names a date at which the record ends. */
export function isEndDate(id: string): id is EndDate {
  return (END_DATES as readonly string[]).includes(id);
}

/** Lists the references of a template in the order in which they stand. */
export function templateReferences(template: string): TemplateReference[] {
  return [...template.matchAll(TOKEN)].map((match) => ({
    id: match[1] as string,
    form: (match[2] as ReferenceForm | undefined) ?? 'full',
  }));
}

/** Formats an ISO date in words: whole, or as a month. */
export function formatEnd(date: string, isMonth: boolean): string {
  return formatDate(isMonth ? date.slice(0, 'YYYY-MM'.length) : date);
}

/** Lists the ids of the numbers that a template such as `{A21} people` refers to. */
export function referencedIds(template: string): string[] {
  return templateReferences(template).flatMap(({ id }) => (isEndDate(id) ? [] : [id]));
}

/** Fills `{A21}` with `more than 660,000`, `{A21|bare}` with `660,000`, and `{B25|round}` with `2.6 million`. A number at the start of the text gets a capital. */
export function fillTokens(ledger: Ledger, template: string): string {
  const filled = template.replace(TOKEN, (_, id: string, form?: string) => {
    if (isEndDate(id)) return formatEnd(ledger.site[id], form === 'month');
    const number = resolveNumber(ledger, id);
    if (form === 'date' || form === 'month') return formatEnd(number.asOf ?? '', form === 'month');
    if (form === 'unit') return formatNumber(number, { withUnit: true });
    if (form === 'round') return formatMillions(number.value);
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
 * @throws Error if an input row or figure does not exist or a divisor is zero.
 */
export function derive(ledger: Ledger, derivation: Derivation): Derived {
  if (derivation.kind === 'count') return countPlaces(ledger, derivation);
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

/** Counts the places that a figure draws, or those of them in one of some states. */
function countPlaces(ledger: Ledger, { id, of: [figure = ''], status }: Derivation): Derived {
  const card = ledger.figures.get(figure);
  if (!card) throw new Error(`computed number ${id}: no figure "${figure}"`);
  const drawn = placesShown(ledger, { places: card.places, places_listed: [] });
  const all = `the places drawn in figure ${card.number}, each with its sources in the table there`;
  if (status.length === 0) return { value: drawn.length, formula: `count of ${all}` };
  return {
    value: drawn.filter(({ status_latest }) => status.includes(status_latest)).length,
    formula: `count of those ${status.map((state) => STATUS_LABELS[state]).join(' or ')} among ${all}`,
  };
}

function nonZero(value: number, derivation: Derivation): number {
  if (value === 0) throw new Error(`derived number ${derivation.id}: cannot divide by zero`);
  return value;
}

// Values have one decimal at most; binary fractions would show more of them.
function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
