import { firstDay, lastDay } from '../../schemas/dates.ts';
import type { Place } from '../../schemas/place.ts';
import type { Located } from '../csv.ts';
import type { Ledger } from '../load.ts';
import type { Problem } from '../problems.ts';
import { rowProblem } from './report.ts';

/** Myanmar lies within these degrees; a swapped pair falls outside. */
const BOUNDS = { lat: [9.4, 28.6], lon: [92.1, 101.2] } as const;

type Row = Located<Place>;

/** A place changes hands again only after it was captured, and its point, if known, is in the country. */
export function placesHold(ledger: Ledger): Problem[] {
  return [...ledger.places.values()].flatMap((row) => [...changedAfterCapture(row), ...pointHolds(row)]);
}

function changedAfterCapture(row: Row): Problem[] {
  const { captured_on, status_changed_on } = row;
  if (captured_on === null || status_changed_on === null || lastDay(status_changed_on) >= firstDay(captured_on)) return [];
  return [rowProblem(row, 'status_changed_on', `${status_changed_on}, before captured_on ${captured_on}`, 'a date on or after the capture')];
}

function pointHolds(row: Row): Problem[] {
  if ((row.lat === null) !== (row.lon === null)) {
    const empty = row.lat === null ? 'lat' : 'lon';
    return [rowProblem(row, empty, `nothing beside a ${empty === 'lat' ? 'lon' : 'lat'}`, 'both degrees or neither')];
  }
  if ((row.lat === null) !== (row.coord_precision === 'none')) {
    const point = row.lat === null ? 'no point' : 'a point';
    return [rowProblem(row, 'coord_precision', `"${row.coord_precision}" with ${point}`, '"none" where there is no point, and only there')];
  }
  return (['lat', 'lon'] as const).flatMap((field) => {
    const value = row[field];
    const [low, high] = BOUNDS[field];
    if (value === null || (value >= low && value <= high)) return [];
    return [rowProblem(row, field, String(value), `${low} to ${high}, within Myanmar`)];
  });
}
