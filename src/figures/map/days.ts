import { armyTone } from '../../charts/captor.ts';
import { formatDateShort } from '../../ledger/format.ts';
import { precisionOf } from '../../schemas/dates.ts';
import { hasHappened, isPartial, type Numbered } from './order.ts';
import type { Tone } from '../../schemas/figure.ts';

/** Everything drawn that changed on one day, in words. */
export interface MapDay {
  /** ISO day. */
  day: string;
  /** `27 Oct 2023`. */
  heading: string;
  /** One a captor or a change: `1 Chinshwehaw, 2 Chinshwehaw gate: MNDAA`. */
  changes: { numbers: { number: number; name: string; tone: Tone }[]; words: string }[];
  /** What had been taken, and given back, by then. */
  by: string;
}

/** The days on which the large map changes, first to last. */
export function daysOf(order: Numbered[]): MapDay[] {
  const days = [...new Set(order.flatMap(({ taken, back, passed }) => [taken, passed, back]).filter((day): day is string => day !== null))].sort();
  return days.map((day) => {
    const changes = [
      ...grouped(order.filter((one) => one.taken === day), (one) => `${one.place.captor}${notToTheDay(one.place.captured_on, one.place.captured_not_before, one.place.captured_not_after)}`),
      ...grouped(order.filter((one) => one.passed === day), () => 'passed to the United Wa State Army'),
      ...grouped(order.filter((one) => one.back === day), ({ place }) => `${place.status_latest === 'retaken' ? 'retaken by' : 'handed back to'} the military${notToTheDay(place.status_changed_on, place.changed_not_before, place.changed_not_after)}`),
    ];
    return { day, heading: formatDateShort(day), changes, by: shortSentenceOf(countsBy(order, day)) };
  });
}

function grouped(items: Numbered[], wordsOf: (one: Numbered) => string): MapDay['changes'] {
  const groups = Map.groupBy(items, wordsOf);
  return [...groups].map(([words, group]) => ({ words, numbers: group.map(({ number, place }) => ({ number, name: place.name, tone: armyTone(place) })) }));
}

/** Says so where no day is known and the last possible one stands in its place. */
function notToTheDay(stated: string | null, from: string | null, to: string | null): string {
  if (stated !== null && precisionOf(stated) === 'day') return '';
  if (from !== null && to !== null && precisionOf(to) === 'day') return `, by ${formatDateShort(to)}, day not known`;
  if (from !== null && to !== null) return `, some day between ${formatDateShort(from)} and ${formatDateShort(to)}`;
  return `, some day in ${formatDateShort(stated ?? to ?? '')}`;
}

/** How much of the large map had changed by a day. */
export interface Counts {
  towns: number;
  crossings: number;
  /** Of these crossings, claimed in part. */
  partial: number;
  back: number;
  passed: number;
}

/** Counts what is drawn on the large map; a date without a day counts once its last possible day has passed. */
export function countsBy(order: Numbered[], day: string): Counts {
  const taken = order.filter((one) => hasHappened(one.taken, day));
  const isTown = ({ place }: Numbered) => place.kind === 'town';
  return {
    towns: taken.filter(isTown).length,
    crossings: taken.filter((one) => !isTown(one)).length,
    partial: taken.filter((one) => isPartial(one.place)).length,
    back: taken.filter((one) => hasHappened(one.back, day)).length,
    passed: taken.filter((one) => hasHappened(one.passed, day)).length,
  };
}

/** `7 towns and 4 gates reported taken, none given back or retaken`. */
export function sentenceOf(counts: Counts): string {
  const { back, passed } = counts;
  return `${takenWords(counts)} reported taken, ${back === 0 ? 'none' : back} given back or retaken${passed > 0 ? `, ${passed} passed to the UWSA` : ''}`;
}

/** The same for a list that says it many times: `32 places (1 in part), 3 given back or retaken`. */
function shortSentenceOf({ towns, crossings, partial, back }: Counts): string {
  return `${count(towns + crossings, 'place')}${partial > 0 ? ` (${partial} in part)` : ''}${back > 0 ? `, ${back} given back or retaken` : ''}`;
}

function takenWords({ towns, crossings, partial }: Counts): string {
  const gates = crossings > 0 && `${count(crossings, 'gate')}${partial > 0 ? ` (${partial} in part)` : ''}`;
  return [towns > 0 && count(towns, 'town'), gates].filter(Boolean).join(' and ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
