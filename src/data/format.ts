import { precisionOf } from './schemas/dates.ts';
import type { Qualifier } from './schemas/observation.ts';

/** Names of the months, January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Reads a date as this site writes it, `15 December 2023`, `December 2023` or `2023`, in full or with the month cut short. @returns It as an ISO date; null if it is none. */
export function parseDate(text: string): string | null {
  const [, day, name = '', year] = /^(?:(?:(\d{1,2}) )?([A-Z][a-z]+) )?(\d{4})$/.exec(text) ?? [];
  if (year === undefined) return null;
  const month = MONTHS.findIndex((one) => name.length >= 3 && one.startsWith(name)) + 1;
  if (name !== '' && month === 0) return null;
  return [year, ...(month > 0 ? [month] : []), ...(day === undefined ? [] : [day])]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** Words in front of a value for each qualifier; none for the `exact` kinds. */
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

/** Formats a count for a sentence: `23,211`, `2.6 million` where the value is that round, `2,625,000` where it is not. */
export function formatCount(value: number): string {
  if (value >= 1_000_000 && value % 100_000 === 0) {
    return `${trimZero((value / 1_000_000).toFixed(1))} million`;
  }
  const [whole = '', decimal] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return decimal === undefined ? grouped : `${grouped}.${decimal}`;
}

/** Formats a count in millions, rounded to one decimal that is always there, so that two compare: `2.0 million`. */
export function formatMillions(value: number): string {
  return `${(value / 1_000_000).toFixed(1)} million`;
}

/** Formats a count in figures only, for tables, where columns must compare: `2,600,000`. */
export function formatDigits(value: number): string {
  const [whole = '', decimal] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return decimal === undefined ? grouped : `${grouped}.${decimal}`;
}

/** Returns the hedge before a value, or an empty string. */
export function formatQualifier(qualifier: Qualifier): string {
  return QUALIFIER_WORDS[qualifier];
}

/** Formats a value with its hedge: `more than 660,000`. */
export function formatQualified(value: number, qualifier: Qualifier): string {
  return [formatQualifier(qualifier), formatCount(value)].filter(Boolean).join(' ');
}

/** Formats an ISO date at its own precision: `15 December 2023`, `December 2023`, `2023`. */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  const precision = precisionOf(date);
  if (precision === 'year') return `${year}`;
  return precision === 'month' ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** Formats an ISO date with a three-letter month, for tables and labels: `15 Dec 2023`. */
export function formatDateShort(date: string): string {
  return formatDate(date).replace(/[A-Z][a-z]+/, (name) => name.slice(0, 3));
}

/** Formats a date with the days that sources give instead, where they differ: `25 Nov 2023 (25–26, by source)`, `19 Dec 2023 (5 Nov – 19 Dec, by source)`. */
export function formatDateWithRange(stated: string, from: string | null, to: string | null): string {
  const day = formatDateShort(stated);
  if (from === null || to === null) return day;
  return `${day} (${formatRange(from, to, stated)}${precisionOf(stated) === 'day' ? ', by source' : ''})`;
}

/** Formats a range of days, leaving out the month and year that the date beside it has already. */
function formatRange(from: string, to: string, beside: string): string {
  const areDays = precisionOf(from) === 'day' && precisionOf(to) === 'day';
  if (areDays && [from, to].every((day) => day.slice(0, 7) === beside.slice(0, 7)))
    return `${Number(from.slice(8))}–${Number(to.slice(8))}`;
  const isOneYear = [from, to].every((day) => day.slice(0, 4) === beside.slice(0, 4));
  return [from, to]
    .map((day) => (isOneYear ? formatDateShort(day).replace(/ \d{4}$/, '') : formatDateShort(day)))
    .join(' – ');
}

/** Returns the text with a capital at its beginning. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function trimZero(text: string): string {
  return text.endsWith('.0') ? text.slice(0, -2) : text;
}

const KILO = 1_000;

/** Formats a size in bytes as a reader wants to know it before loading: `640 bytes`, `12 kB`, `1.2 MB`. */
export function formatFileSize(bytes: number): string {
  if (bytes < KILO) return `${bytes} bytes`;
  if (bytes < KILO * KILO) return `${Math.round(bytes / KILO)} kB`;
  return `${(bytes / KILO / KILO).toFixed(1)} MB`;
}

/** Returns the length of a text in bytes, as it is served. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** Formats a size to the byte, to compare it with a limit: `1,512,044 bytes`. */
export function formatBytes(bytes: number): string {
  return `${formatDigits(bytes)} bytes`;
}
