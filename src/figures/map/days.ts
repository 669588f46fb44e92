import { formatDateShort } from '../../data/format.ts';
import { holdingOn } from '../../data/holdings.ts';
import { precisionOf } from '../../data/schemas/dates.ts';
import { captureDays, captureDay, STATUS_LABELS } from '../../data/places.ts';
import { hasHappened, type OrderedPlace } from './order.ts';
import type { DatedPlace } from '../shared/drawn-places.ts';
import type { Stop } from '../../data/schemas/figure.ts';

/** Everything drawn that changed on one day, in words. */
export interface MapDay {
  /** ISO day. */
  day: string;
  /** `27 Oct 2023`; `by Feb 2026` where no day is known. */
  heading: string;
  /** One a captor or a change: `Chinshwehaw, Chinshwehaw gate: MNDAA`. */
  changes: { names: string[]; words: string }[];
  /** The words in their place on a day without any. */
  still: string | null;
  /** Sums up what had been taken, and given back, by then. */
  by: string;
}

/** Lists the days on which the large map changes, and those that readers look for, first to last. */
export function mapDays(order: OrderedPlace[], stops: Stop[] = []): MapDay[] {
  const changed = order
    .flatMap(({ taken, back, passed, joint, again }) => [taken, passed, joint, again, back])
    .filter((day): day is string => day !== null);
  const days = [...new Set([...changed, ...stops.map(({ day }) => day)])].sort();
  return days.map((day) => {
    const on = changesOn(order, day);
    const isBy = on.length > 0 && on.every(({ isDayKnown }) => !isDayKnown);
    const changes = [
      ...Map.groupBy(on, ({ words, latest, isDayKnown }) => `${words}${isDayKnown ? '' : latest.unless(isBy)}`),
    ].map(([words, group]) => ({
      words,
      names: group.map(({ one: { place } }) => place.name),
    }));
    const heading = isBy ? `by ${formatDateShort((on[0] as Change).latest.date)}` : formatDateShort(day);
    const still = on.length > 0 ? null : (stops.find((stop) => stop.day === day) as Stop).words;
    return { day, heading, changes, still, by: daySentence(countsBy(order, day)) };
  });
}

/** One place that changes on a day. */
interface Change {
  one: OrderedPlace;
  words: string;
  isDayKnown: boolean;
  /** The date as stated, and the words that say that no day is known, less where the heading says part of it. */
  latest: { date: string; unless: (isHeaded: boolean) => string };
}

function changesOn(order: OrderedPlace[], day: string): Change[] {
  const taken = ({ place: { captured_on, captured_not_before, captured_not_after } }: OrderedPlace) =>
    dated(captured_on, captured_not_before, captured_not_after);
  const changed = ({ place: { status_changed_on, changed_not_before, changed_not_after } }: OrderedPlace) =>
    dated(status_changed_on, changed_not_before, changed_not_after);
  const kinds: {
    on: keyof OrderedPlace;
    words: (one: OrderedPlace) => string;
    date: (one: OrderedPlace) => Pick<Change, 'isDayKnown' | 'latest'>;
  }[] = [
    { on: 'taken', words: ({ place }) => place.captor, date: taken },
    { on: 'passed', words: ({ place }) => STATUS_LABELS[place.status_latest], date: changed },
    { on: 'joint', words: () => 'reported held jointly with the military', date: changed },
    {
      on: 'again',
      words: () => 'reported under the alliance',
      date: ({ place }) => dated(place.held_seen_on, null, null),
    },
    {
      on: 'back',
      words: ({ place }) => `${place.status_latest === 'retaken' ? 'retaken by' : 'handed back to'} the military`,
      date: changed,
    },
  ];
  return kinds.flatMap(({ on, words, date }) =>
    order.filter((one) => one[on] === day).map((one) => ({ one, words: words(one), ...date(one) })),
  );
}

/** Returns whether a day is known, and the words for the last possible one where it stands in its place. */
function dated(stated: string | null, from: string | null, to: string | null): Pick<Change, 'isDayKnown' | 'latest'> {
  const date = to ?? stated ?? '';
  if (stated !== null && precisionOf(stated) === 'day')
    return { isDayKnown: true, latest: { date: stated, unless: () => '' } };
  if (from !== null && to !== null && precisionOf(to) === 'day')
    return {
      isDayKnown: false,
      latest: { date, unless: (isHeaded) => `${isHeaded ? '' : `, by ${formatDateShort(to)}`}, day not known` },
    };
  if (from !== null && to !== null)
    return {
      isDayKnown: false,
      latest: { date, unless: () => `, some day between ${formatDateShort(from)} and ${formatDateShort(to)}` },
    };
  return {
    isDayKnown: false,
    latest: { date, unless: (isHeaded) => (isHeaded ? '' : `, some day in ${formatDateShort(stated ?? to ?? '')}`) },
  };
}

/** Numbers of places on the large map that had changed by a day. */
export interface Counts {
  towns: number;
  /** Gates claimed as a whole. */
  gates: number;
  /** Gates claimed only in part. */
  partial: number;
  back: number;
  passed: number;
}

/** Counts what is drawn on the large map; a date without a day counts once its last possible day has passed. */
function countsBy(order: OrderedPlace[], day: string): Counts {
  const taken = order.filter((one) => hasHappened(one.taken, day));
  const whole = taken.filter(({ place }) => !place.partial);
  return {
    towns: whole.filter(({ place }) => place.kind === 'town').length,
    gates: whole.filter(({ place }) => place.kind !== 'town').length,
    partial: taken.length - whole.length,
    back: taken.filter((one) => hasHappened(one.back, day)).length,
    passed: taken.filter((one) => hasHappened(one.passed, day)).length,
  };
}

/** Returns how many of these places had been taken by a day, with the fewest and the most that their dates allow: `7 towns (6 to 9)`. */
export function rangeWords(places: DatedPlace[], day: string, noun: string, nouns = `${noun}s`): string {
  const [stated, fewest, most] = [
    places.filter((place) => captureDay(place) <= day),
    places.filter((place) => captureDays(place).to <= day),
    places.filter((place) => captureDays(place).from <= day),
  ].map(({ length }) => length) as [number, number, number];
  return `${stated} ${stated === 1 ? noun : nouns}${fewest === most ? '' : ` (${fewest} to ${most})`}`;
}

/** Sums up the land that a small map shows: `On this map reported taken: 7 towns (6 to 9) and 4 gates; none given back or retaken`. */
export function datedMapSentence(order: OrderedPlace[], day: string): string {
  const { partial, back, passed } = countsBy(order, day);
  const whole = order.map(({ place }) => place).filter((place) => !place.partial);
  const towns = rangeWords(
    whole.filter(({ kind }) => kind === 'town'),
    day,
    'town',
  );
  const gates = rangeWords(
    whole.filter(({ kind }) => kind !== 'town'),
    day,
    'gate',
  );
  return `On this map reported taken: ${towns}${partial > 0 ? ', ' : ' and '}${gates}${partWords(partial)}; ${back === 0 ? 'none' : back} given back or retaken${passedWords(passed)}`;
}

/** Sums up the towns that stand only on the map of the country: `Elsewhere 8 more towns (6 to 12), 1 given back or retaken`. */
export function elsewhereSentence(towns: DatedPlace[], day: string): string {
  const back = towns.filter((place) => holdingOn(place, day)?.by === 'military').length;
  return `Elsewhere ${rangeWords(towns, day, 'more town')}${back > 0 ? `, ${back} given back or retaken` : ''}`;
}

/** Sums up a day in few words, for a list that repeats them: `31 places, and 1 claimed in part, 3 given back or retaken`. */
function daySentence({ towns, gates, partial, back, passed }: Counts): string {
  return `${count(towns + gates, 'place')}${partWords(partial)}${back > 0 ? `, ${back} given back or retaken` : ''}${passedWords(passed)}`;
}

function partWords(partial: number): string {
  return partial > 0 ? `, and ${partial} claimed in part` : '';
}

function passedWords(passed: number): string {
  return passed > 0 ? `, ${passed} passed to the UWSA` : '';
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
