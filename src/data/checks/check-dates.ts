import { firstDay, lastDay } from '../schemas/dates.ts';
import type { Observation } from '../schemas/observation.ts';
import type { Located } from '../csv.ts';
import type { Ledger } from '../ledger.ts';
import { type Problem, quote } from '../errors.ts';
import { cardProblem, FILES, rowProblem } from './report.ts';
import { usedSources } from './check-sources.ts';

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
  ];
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
    const date = ledger.sources.get(id)?.published;
    return date ? [{ id, date }] : [];
  });
}

/** Returns true if the first date is the second, or one that the second, less exact, can mean. */
function isWithin(date: string, other: string): boolean {
  return firstDay(date) >= firstDay(other) && lastDay(date) <= lastDay(other);
}

/** Checks that the two dates on the front page are those of the newest source used and of the newest event of high confidence. */
export function siteDatesHold(ledger: Ledger): Problem[] {
  const { site } = ledger;
  const used = usedSources(ledger);
  const source = newest(
    [...ledger.sources.values()].filter(({ id }) => used.has(id)).map(({ published }) => published),
  );
  const event = newest(
    [...ledger.events.values()].filter(({ confidence }) => confidence === 'high').map(({ date }) => date),
  );
  const report = (field: 'dataDate' | 'latestEvent', expected: string) =>
    cardProblem(FILES.site, site, [field], site[field], expected);
  return [
    ...(source === undefined || site.dataDate === source
      ? []
      : [report('dataDate', `${source}, the date of the newest source used`)]),
    ...(event === undefined || isSameDate(site.latestEvent, event)
      ? []
      : [report('latestEvent', `${event}, the newest event of high confidence, or its month`)]),
  ];
}

function newest(dates: (string | null)[]): string | undefined {
  return dates
    .filter((date) => date !== null)
    .sort((a, b) => lastDay(a).localeCompare(lastDay(b)))
    .at(-1);
}

/** Returns true if the date shown is the event's, or its month. */
function isSameDate(shown: string, date: string): boolean {
  return shown === date || (shown.length === 'YYYY-MM'.length && date.startsWith(shown));
}
