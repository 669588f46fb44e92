import { precisionOf } from '../schemas/dates.ts';
import type { Qualifier } from '../schemas/observation.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** What a reader sees in front of a value; `exact` kinds add nothing. */
const QUALIFIER_WORDS: Record<Qualifier, string> = {
  exact: '',
  'exact-rounded': '',
  rounded: 'about',
  'more-than': 'more than',
  'at-least': 'at least',
  'up-to': 'up to',
  nearly: 'nearly',
  about: 'about',
  estimated: 'an estimated',
  verified: '',
  'a-further': 'a further',
};

/** A count as printed: `23,211`, `2.6 million` where the value is that round, `2,625,000` where it is not. */
export function formatCount(value: number): string {
  if (value >= 1_000_000 && value % 100_000 === 0) {
    return `${trimZero((value / 1_000_000).toFixed(1))} million`;
  }
  const [whole = '', decimal] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return decimal === undefined ? grouped : `${grouped}.${decimal}`;
}

/** The same number in figures only, for tables, where columns must compare: `2,600,000`. */
export function formatDigits(value: number): string {
  const [whole = '', decimal] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return decimal === undefined ? grouped : `${grouped}.${decimal}`;
}

/** Short form for axis ticks: `0`, `200k`, `2.5m`. */
export function formatTick(value: number): string {
  if (value >= 1_000_000) return `${trimZero((value / 1_000_000).toFixed(1))}m`;
  if (value >= 10_000) return `${value / 1_000}k`;
  return formatDigits(value);
}

/** The hedge before a value, or an empty string. */
export function qualifierWords(qualifier: Qualifier): string {
  return QUALIFIER_WORDS[qualifier];
}

/** A value with its hedge: `more than 660,000`. */
export function formatQualified(value: number, qualifier: Qualifier): string {
  return [qualifierWords(qualifier), formatCount(value)].filter(Boolean).join(' ');
}

/** A date at its own precision: `15 December 2023`, `December 2023`, `2023`. */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  const precision = precisionOf(date);
  if (precision === 'year') return `${year}`;
  return precision === 'month' ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** The same with a three-letter month, for tables and labels: `15 Dec 2023`. */
export function formatDateShort(date: string): string {
  return formatDate(date).replace(/[A-Z][a-z]+/, (name) => name.slice(0, 3));
}

/** A day with the days that sources give instead, where they differ: `2 Nov 2023 (31 Oct 2023 to 7 Jan 2024, by source)`. */
export function spanWords(stated: string, from: string | null, to: string | null): string {
  const day = formatDateShort(stated);
  if (from === null || to === null) return day;
  if (precisionOf(stated) !== 'day') return `${day} (${formatDateShort(from)} to ${formatDateShort(to)})`;
  return `${day} (${formatDateShort(from)} to ${formatDateShort(to)}, by source)`;
}

/** A text with a capital at its beginning. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function trimZero(text: string): string {
  return text.endsWith('.0') ? text.slice(0, -2) : text;
}
