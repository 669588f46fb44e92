import { publicationDate } from '../as-published.ts';
import { firstDay, lastDay } from '../schemas/dates.ts';
import type { Observation } from '../schemas/observation.ts';
import type { Located } from '../csv.ts';
import type { Ledger } from '../ledger.ts';
import { type Problem, quote } from '../errors.ts';
import { cardProblem, FILES, rowProblem } from './report.ts';

type Row = Located<Observation>;

/** Checks that a number was published with one of its source documents, and that none of them is older than the day it describes. */
export function publicationHolds(ledger: Ledger): Problem[] {
  const unknown = [...ledger.firstGiven.values()].filter(({ id }) => !ledger.observations.has(id));
  return [
    ...unknown.map((item) =>
      cardProblem(FILES.firstGiven, item, ['id'], quote(item.id), 'the id of a row in content/data'),
    ),
    ...[...ledger.observations.values()].flatMap((row) => [
      ...agreesWithSource(ledger, row),
      ...sourcesAreLater(ledger, row),
    ]),
    ...[...ledger.events.values()].flatMap((row) => someSourceIsLater(ledger, row, 'date', row.source_ids)),
    ...[...ledger.places.values()].flatMap((row) => [
      ...someSourceIsLater(ledger, row, 'captured_on', row.source_ids),
      ...someSourceIsLater(ledger, row, 'status_changed_on', row.status_source_ids),
    ]),
  ];
}

/** Checks that what happened on a day is told by a source that is no older, if all of its sources are dated. */
function someSourceIsLater<Field extends string>(
  { sources }: Ledger,
  row: Located<object> & Record<Field, string | null>,
  field: Field,
  ids: readonly string[],
): Problem[] {
  const date = row[field];
  const published = ids.map((id) => sources.get(id)?.published ?? null);
  if (date === null || ids.length === 0) return [];
  if (published.some((day) => day === null || lastDay(day) >= firstDay(date))) return [];
  return [rowProblem(row, field, date, `${published.join(' or ')} at the latest, when its sources were published`)];
}

function agreesWithSource(ledger: Ledger, row: Row): Problem[] {
  const { published } = row;
  const dates = sourceDates(ledger, row).map(({ date }) => date);
  if (published === null || dates.length === 0 || ledger.firstGiven.has(row.id)) return [];
  if (dates.some((date) => isWithin(date, published) || isWithin(published, date))) return [];
  return [rowProblem(row, 'published', published, `${dates.join(' or ')}, as one of its sources is dated`)];
}

function sourcesAreLater(ledger: Ledger, row: Row): Problem[] {
  const { as_of } = row;
  if (as_of === null) return [];
  return sourceDates(ledger, row)
    .filter(({ date }) => lastDay(date) < firstDay(as_of))
    .map(({ id, date }) =>
      rowProblem(
        row,
        'source_ids',
        `"${id}" of ${date}, before as_of ${as_of}`,
        'documents no older than the day the number describes',
      ),
    );
}

function sourceDates(ledger: Ledger, row: Row): { id: string; date: string }[] {
  return row.source_ids.flatMap((id) => {
    const source = ledger.sources.get(id);
    const date = source && publicationDate(source);
    return date ? [{ id, date }] : [];
  });
}

/** Returns true if the first date is the second, or one that the second, less exact, can mean. */
function isWithin(date: string, other: string): boolean {
  return firstDay(date) >= firstDay(other) && lastDay(date) <= lastDay(other);
}
