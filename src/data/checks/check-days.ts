import { firstDay, lastDay } from '../schemas/dates.ts';
import type { Source } from '../schemas/source.ts';
import type { Observation } from '../schemas/observation.ts';
import type { Located } from '../csv.ts';
import { type Ledger, OBSERVATION_FILES } from '../ledger.ts';
import type { Problem } from '../errors.ts';
import { isChecked, OR_REASON } from './reasons.ts';
import { cardProblem, FILES, rowProblem } from './report.ts';

type Row = Located<Observation>;

/** Months between the day a number describes and the first of its sources, above which the year is looked at: most sources are of the same month, reports for a year half a year later; a year too early makes twelve. */
const MONTHS_LATER = 9;
const MS_PER_MONTH = (365.25 / 12) * 24 * 60 * 60 * 1000;

/** Columns of a place that hold a day on which something happened. */
const PLACE_DAYS = ['captured_on', 'status_changed_on', 'held_seen_on', 'trade_resumed_on'] as const;

/** Checks that no source is dated after today, no day lies after the newest source, none before the operation where all others lie after it, and none so long before its sources that the year looks wrong. */
export function daysHold(ledger: Ledger, today = latestToday()): Problem[] {
  const numbers = [...ledger.observations.values()];
  const places = [...ledger.places.values()];
  return [
    ...[...ledger.sources.values()].flatMap((row) => [
      ...notAfterToday(row, 'published', row.published, today),
      ...notAfterToday(row, 'updated', row.updated, today),
      ...updatedLater(row),
    ]),
    ...[...ledger.changes.values()]
      .filter(({ date }) => date > today)
      .map((change) => cardProblem(FILES.changes, change, ['date'], change.date, untilToday(today))),
    ...numbers.flatMap((row) => notAfterData(ledger, row, 'as_of', row.as_of)),
    ...[...ledger.events.values(), ...ledger.assessments.values()].flatMap((row) =>
      notAfterData(ledger, row, 'date', row.date),
    ),
    ...places.flatMap((row) => PLACE_DAYS.flatMap((field) => notAfterData(ledger, row, field, row[field]))),
    ...OBSERVATION_FILES.flatMap((name) => ledger.datasets[name]).flatMap((row) => [
      ...notBeforeOperation(ledger, row),
      ...notLongBeforeSources(ledger, row),
    ]),
    ...places
      .filter(({ captured_on, checked }) => isBefore(captured_on, ledger.site.began) && checked === null)
      .map((row) =>
        rowProblem(
          row,
          'captured_on',
          String(row.captured_on),
          `${ledger.site.began} or later, when the operation began, or the reason in "checked"`,
        ),
      ),
  ];
}

/** Returns today’s date where the day begins first. */
function latestToday(): string {
  const hoursAhead = 14;
  return new Date(Date.now() + hoursAhead * 60 * 60 * 1000).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

function notAfterToday(row: Located<object>, field: string, date: string | null, today: string): Problem[] {
  if (date === null || firstDay(date) <= today) return [];
  return [rowProblem(row, field, date, untilToday(today))];
}

function untilToday(today: string): string {
  return `${today} or earlier: today, by the clock of this machine`;
}

function updatedLater(row: Located<Source>): Problem[] {
  const { published, updated } = row;
  if (published === null || updated === null || lastDay(updated) >= firstDay(published)) return [];
  return [rowProblem(row, 'updated', updated, `${published} or later, when it was published`)];
}

function notAfterData({ site }: Ledger, row: Located<object>, field: string, date: string | null): Problem[] {
  if (date === null || firstDay(date) <= lastDay(site.dataDate)) return [];
  return [
    rowProblem(row, field, date, `${site.dataDate} or earlier, the date of the newest source (content/site.yaml)`),
  ];
}

/** Checks the day of a count whose series holds at least two others, all since the operation began. */
function notBeforeOperation({ datasets, site }: Ledger, row: Row): Problem[] {
  if (!isBefore(row.as_of, site.began) || isChecked(row)) return [];
  const others = OBSERVATION_FILES.flatMap((name) => datasets[name]).filter(
    (other) => other !== row && other.series === row.series && other.file === row.file,
  );
  if (others.length < 2 || others.some(({ as_of }) => isBefore(as_of, site.began))) return [];
  return [
    rowProblem(
      row,
      'as_of',
      `${row.as_of}, before all others of the series "${row.series}"`,
      `${site.began} or later, when the operation began, ${OR_REASON}`,
    ),
  ];
}

function notLongBeforeSources({ sources }: Ledger, row: Row): Problem[] {
  const published = row.source_ids
    .flatMap((id) => sources.get(id)?.published ?? [])
    .map(firstDay)
    .sort()[0];
  if (row.as_of === null || published === undefined || isChecked(row)) return [];
  const months = (Date.parse(published) - Date.parse(lastDay(row.as_of))) / MS_PER_MONTH;
  if (months <= MONTHS_LATER) return [];
  return [
    rowProblem(
      row,
      'as_of',
      `${row.as_of}, ${Math.round(months)} months before the first of its sources (${published})`,
      `a day at most ${MONTHS_LATER} months before, ${OR_REASON}`,
    ),
  ];
}

function isBefore(date: string | null, day: string): boolean {
  return date !== null && lastDay(date) < day;
}
