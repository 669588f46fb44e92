import type { Place } from './schemas/place.ts';
import { capitalise, formatDateShort, formatDateWithRange } from './format.ts';
import { splitBracket } from './spelling.ts';
import { firstDay, lastDay, precisionOf } from './schemas/dates.ts';

/** Names of the kinds of place. */
export const KIND_LABELS: Record<Place['kind'], string> = {
  town: 'town',
  'border-crossing': 'border crossing',
  base: 'base',
  command: 'command',
};

/** Returns a place's name without the second name or the remark in brackets at its end. */
export function bareName({ name }: Pick<Place, 'name'>): string {
  return splitBracket(name).name;
}

/** Formats the day of the capture with the days that sources give instead, or says that none was found. */
export function formatCapture({
  captured_on,
  captured_not_before,
  captured_not_after,
}: Pick<Place, 'captured_on' | 'captured_not_before' | 'captured_not_after'>): string {
  return captured_on === null
    ? 'day not found'
    : formatDateWithRange(captured_on, captured_not_before, captured_not_after);
}

/** Formats kind and township: `Town in Laukkai township`. */
export function formatKindAndTownship({ kind, township }: Pick<Place, 'kind' | 'township'>): string {
  const words = capitalise(KIND_LABELS[kind]);
  return township === null ? `${words}; township not found` : `${words} in ${township} township`;
}

/** Formats the position and its source: `23.4756° N, 98.8242° E (MIMU …, point of the town)`. */
export function formatPoint({
  lat,
  lon,
  coord_source,
  coord_precision,
}: Pick<Place, 'lat' | 'lon' | 'coord_source' | 'coord_precision'>): string {
  if (lat === null || lon === null) return 'not established';
  const isRough = coord_precision === 'approximate';
  // An unsourced point is not given digits that would make it look measured.
  const degrees = (value: number) => value.toFixed(isRough ? 2 : 4);
  return `${isRough ? 'approximate: about ' : ''}${degrees(lat)}° N, ${degrees(lon)}° E (${coord_source})`;
}

/** Returns true if an alternative name is of the place across a border gate: `opposite Wanding`. */
export function isOpposite(name: string): boolean {
  return name.startsWith(OPPOSITE_PREFIX);
}

/** Prefix of the name of a place across a border gate. */
export const OPPOSITE_PREFIX = 'opposite ';

type Capture = Pick<Place, 'captured_not_before' | 'captured_not_after'> & { captured_on: string };
type Change = Pick<Place, 'status_changed_on' | 'changed_not_before' | 'changed_not_after'>;

/** First and last ISO day that something can have happened on, by all its sources. */
export interface Days {
  from: string;
  to: string;
}

/** Returns the days on which a place can have been taken. */
export function captureDays({ captured_on, captured_not_before, captured_not_after }: Capture): Days {
  return { from: firstDay(captured_not_before ?? captured_on), to: lastDay(captured_not_after ?? captured_on) };
}

/** Returns the days on which a place can have changed hands again; null where no source dates that. */
export function changeDays({ status_changed_on, changed_not_before, changed_not_after }: Change): Days | null {
  const [first, last] = [changed_not_before ?? status_changed_on, changed_not_after ?? status_changed_on];
  return first && last ? { from: firstDay(first), to: lastDay(last) } : null;
}

/** Returns the day on which a place counts as taken: the stated one, or the last that a date without a day can mean. */
export function captureDay(place: Capture): string {
  return precisionOf(place.captured_on) === 'day' ? place.captured_on : captureDays(place).to;
}

/** Returns the day from which the change of hands counts, the last that its date can mean; null where no source dates it. */
export function changeDay(place: Change): string | null {
  const { status_changed_on: stated } = place;
  return stated !== null && precisionOf(stated) === 'day' ? stated : (changeDays(place)?.to ?? null);
}

/** Lists the dates known of who held a place, each at its latest and as finely as it is known: `2026-02`. */
export function datesKnown({
  captured_on,
  captured_not_after,
  status_changed_on,
  changed_not_after,
  held_seen_on,
}: Pick<
  Place,
  'captured_on' | 'captured_not_after' | 'status_changed_on' | 'changed_not_after' | 'held_seen_on'
>): string[] {
  return [captured_not_after ?? captured_on, changed_not_after ?? status_changed_on, held_seen_on].filter(
    (date) => date !== null,
  );
}

/** State or region, with its places by kind. */
export interface RegionGroup {
  id: string;
  name: string;
  kinds: { id: string; kind: Place['kind']; title: string; places: Place[] }[];
}

/** Kinds of place in the order of the lists. */
const KINDS: Place['kind'][] = ['town', 'border-crossing', 'command', 'base'];

/** Groups places by state or region, the one first where a place was first taken; in each by kind, in the order of the file. */
export function groupPlaces(places: Iterable<Place>): RegionGroup[] {
  const byRegion = new Map<string, Place[]>();
  for (const place of places) byRegion.set(place.state_region, [...(byRegion.get(place.state_region) ?? []), place]);
  return [...byRegion]
    .sort(([, a], [, b]) => (firstTaken(a) < firstTaken(b) ? -1 : 1))
    .map(([name, own]) => {
      const id = `region-${toSlug(name)}`;
      const kinds = KINDS.map((kind) => ({
        id: `${id}-${kind}`,
        kind,
        title: `${capitalise(KIND_LABELS[kind])}s`,
        places: own.filter((place) => place.kind === kind),
      }));
      return { id, name, kinds: kinds.filter((group) => group.places.length > 0) };
    });
}

/** Returns the earliest day of capture. A month or a year counts as its last day: a region dated only roughly is not put before one dated by day. */
function firstTaken(places: readonly Place[]): string {
  return places.map(({ captured_on }) => lastDay(captured_on ?? '9999')).sort()[0] ?? '';
}

function toSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/-$/, '');
}

/** Words for each latest state of a place. Absence of news is not proof, and the words say so. */
export const STATUS_LABELS: Record<Place['status_latest'], string> = {
  held: 'reported held',
  'no-change-seen': 'no later change seen',
  retaken: 'retaken by the military',
  'handed-back': 'handed back to the military',
  'transferred-uwsa': 'passed to the United Wa State Army',
  contested: 'contested',
  'held-or-joint': 'held, or held jointly with the military',
  'not-checked': 'later status not established',
};

/** Formats the last thing known of a place, with its date: `retaken by the military, 16 Jul 2025`. For a crossing also when trade resumed. */
export function formatLatestState(place: Place): string {
  const { trade_resumed_on: trade } = place;
  return trade === null ? formatState(place) : `${formatState(place)}; trade resumed ${formatDateShort(trade)}`;
}

function formatState(place: Place): string {
  const {
    status_latest,
    status_changed_on: changed,
    changed_not_before: from,
    changed_not_after: to,
    held_seen_on: seen,
  } = place;
  const words = STATUS_LABELS[status_latest];
  if (status_latest === 'held-or-joint' && seen && changed)
    return `${words}, ${formatDateShort(seen)}; joint control reported ${formatDateShort(changed)}`;
  if (seen) return `${words}, ${formatDateShort(seen)}`;
  if (changed) return `${words}, ${formatDateWithRange(changed, from, to)}`;
  return from && to ? `${words}, between ${formatDateShort(from)} and ${formatDateShort(to)}` : words;
}

/** Returns true if the military has a place again. */
export function isBackWithMilitary({ status_latest }: Pick<Place, 'status_latest'>): boolean {
  return status_latest === 'retaken' || status_latest === 'handed-back';
}

/** Words for how firmly a row's sources carry it, never for whether the report is true. */
export const SOURCING_LABELS: Record<Place['confidence'], string> = {
  high: 'Firmly sourced',
  medium: 'Sourced at second hand or with a doubt',
  low: 'Weakly sourced',
};
