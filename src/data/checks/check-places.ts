import { firstDay, lastDay } from '../schemas/dates.ts';
import type { Place } from '../schemas/place.ts';
import type { Located } from '../csv.ts';
import type { Ledger } from '../ledger.ts';
import type { Problem } from '../errors.ts';
import { captorsHold } from './check-captors.ts';
import { placeCodesHold } from './check-place-codes.ts';
import { pointsHold } from './check-points.ts';
import { rowProblem } from './report.ts';

type Row = Located<Place>;

/** Checks that a place changes hands again only after it was captured, that stated days lie within their stated range, that trade resumes only at gates, and that its point, if known, is whole and in the state or region that is named. */
export function placesHold(ledger: Ledger): Problem[] {
  return [
    ...slugsAreUnique(ledger),
    ...pointsHold(ledger),
    ...placeCodesHold(ledger),
    ...captorsHold(ledger),
    ...[...ledger.places.values()].flatMap((row) => [
      ...changedAfterCapture(row),
      ...rangesHold(row),
      ...heldReportHolds(row),
      ...tradeHolds(row),
      ...pointHolds(row),
    ]),
  ];
}

function slugsAreUnique(ledger: Ledger): Problem[] {
  const first = new Map<string, Row>();
  return [...ledger.places.values()].flatMap((row) => {
    const earlier = first.get(row.slug);
    if (!earlier) first.set(row.slug, row);
    return earlier
      ? [rowProblem(row, 'slug', `"${row.slug}" again`, `a name used once (first at ${earlier.file}:${earlier.line})`)]
      : [];
  });
}

/** Columns of the two ends of a range of days, and of the day that stands between them. */
const RANGES = [
  ['captured_not_before', 'captured_on', 'captured_not_after'],
  ['changed_not_before', 'status_changed_on', 'changed_not_after'],
] as const;

function rangesHold(row: Row): Problem[] {
  return RANGES.flatMap(([from, day, to]) => {
    const [start, stated, end] = [row[from], row[day], row[to]];
    if (start === null && end === null) return [];
    if (start === null || end === null)
      return [
        rowProblem(
          row,
          start === null ? from : to,
          'nothing beside the other end',
          'both ends of the range or neither',
        ),
      ];
    if (firstDay(start) > lastDay(end))
      return [rowProblem(row, to, `${end}, before ${from} ${start}`, 'a date on or after it')];
    if (stated !== null && (lastDay(stated) < firstDay(start) || firstDay(stated) > lastDay(end)))
      return [rowProblem(row, day, stated, `a date within ${start} to ${end}, as ${from} and ${to} say`)];
    return [];
  });
}

/** States in which a source says that those who took a place still had it. */
const STILL_HELD = ['held', 'held-or-joint'];

function heldReportHolds(row: Row): Problem[] {
  const { held_seen_on: seen, status_latest: status } = row;
  if (seen === null)
    return STILL_HELD.includes(status)
      ? [rowProblem(row, 'held_seen_on', `nothing beside "${status}"`, 'the date of the report that says so')]
      : [];
  if (!STILL_HELD.includes(status))
    return [
      rowProblem(
        row,
        'held_seen_on',
        `${seen} beside "${status}"`,
        `nothing, unless the state is ${STILL_HELD.join(' or ')}`,
      ),
    ];
  return notBeforeCapture(row, 'held_seen_on');
}

function tradeHolds(row: Row): Problem[] {
  const { kind, trade_resumed_on: trade } = row;
  if (trade !== null && kind !== 'border-crossing')
    return [
      rowProblem(
        row,
        'trade_resumed_on',
        `${trade} beside the kind "${kind}"`,
        'nothing, unless the kind is border-crossing',
      ),
    ];
  return notBeforeCapture(row, 'trade_resumed_on');
}

function changedAfterCapture(row: Row): Problem[] {
  return notBeforeCapture(row, 'status_changed_on');
}

function notBeforeCapture(row: Row, field: 'status_changed_on' | 'held_seen_on' | 'trade_resumed_on'): Problem[] {
  const { captured_on: captured, [field]: date } = row;
  if (captured === null || date === null || lastDay(date) >= firstDay(captured)) return [];
  return [rowProblem(row, field, `${date}, before captured_on ${captured}`, 'a date on or after the capture')];
}

function pointHolds(row: Row): Problem[] {
  if ((row.lat === null) !== (row.lon === null)) {
    const empty = row.lat === null ? 'lat' : 'lon';
    return [rowProblem(row, empty, `nothing beside a ${empty === 'lat' ? 'lon' : 'lat'}`, 'both degrees or neither')];
  }
  if ((row.lat === null) !== (row.coord_precision === 'none')) {
    const point = row.lat === null ? 'no point' : 'a point';
    return [
      rowProblem(
        row,
        'coord_precision',
        `"${row.coord_precision}" with ${point}`,
        '"none" where there is no point, and only there',
      ),
    ];
  }
  return [];
}

/** Lists the ids of places that no figure draws, lists or leaves out, where there are figures of places. */
export function unshownPlaces({ places, figures }: Ledger): string[] {
  const cards = [...figures.values()].filter((card) => card.places.length > 0);
  const shown = new Set(
    cards.flatMap((card) => [...card.left_out, ...[...card.places, ...card.places_listed].flatMap(({ rows }) => rows)]),
  );
  return cards.length === 0 ? [] : [...places.keys()].filter((id) => !shown.has(id));
}
