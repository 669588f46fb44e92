import { datesKnown, formatLatestState, formatCapture } from '../../data/places.ts';
import { formatDate, formatDateShort } from '../../data/format.ts';
import { placesShown } from '../../data/figure-rows.ts';
import { lastDay, latestDate } from '../../data/schemas/dates.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { MapStep } from '../../data/map-steps.ts';
import type { FigureCard } from '../../data/schemas/figure.ts';
import type { Place } from '../../data/schemas/place.ts';
import type { DatedPlace } from '../shared/drawn-places.ts';
import { cornerTowns } from './corner.ts';
import { mapDays, elsewhereSentence, rangeWords, datedMapSentence, type MapDay } from './days.ts';
import { mapOrder } from './model.ts';
import type { OrderedPlace } from './order.ts';
import { stepMap } from './step-map.ts';

/** The parts that stand beside the large map: the same rows in other forms. */
export interface MapParts {
  /** Small maps of what had been taken, and given back, by a day. */
  small: { day: string; heading: string; words: string; svg: string }[];
  days: MapDay[];
  /** Bases and commands, which are listed and not drawn. */
  posts: { heading: string; rows: { date: string; name: string; captor: string; latest: string | null }[] };
  /** Places of which no point is known. */
  nowhere: { heading: string; rows: { date: string; name: string; captor: string; region: string }[] };
  /** The meaning of a point only roughly known, as its rows say it; empty where there is none. */
  roughly: string;
}

/** The most places that a small map names. */
const NAMED = 3;

/** Collects the parts of the map that are not its large picture. */
export function mapParts(ledger: Ledger, card: FigureCard): MapParts {
  const order = mapOrder(ledger, card);
  const places = order.map(({ place }) => place);
  const known = latestDate(places.flatMap(datesKnown));
  const days = [...card.stops.map(({ day }) => day), lastDay(known)];
  const steps = days.map((day, index) => ({ day, names: namesBy(order, card.prominent, day, days[index - 1] ?? '') }));
  const elsewhere = cornerTowns(ledger, card);
  const shown = placesShown(ledger, card);
  const posts = shown
    .filter(({ kind }) => kind === 'base' || kind === 'command')
    .sort((a, b) => (orderDay(a) < orderDay(b) ? -1 : 1));
  const nowhere = shown.filter(({ lat }) => lat === null);
  const bases = posts.filter(({ kind }) => kind === 'base').length;
  return {
    small: days.map((day, index) => ({
      day,
      heading: index === days.length - 1 ? `Last known, ${formatDateShort(known)}` : formatDate(day),
      words: `${datedMapSentence(order, day)}. ${elsewhereSentence(elsewhere, day)}${index === 0 ? `. In the whole country ${rangeWords(datedOnly(posts), day, 'base or post', 'bases and posts')}` : ''}`,
      svg: stepMap(ledger, steps[index] as MapStep, steps.slice(0, index)).svg,
    })),
    days: mapDays(order, card.stops),
    posts: {
      heading: `${bases} bases and ${posts.length - bases} commands and command posts`,
      rows: posts.map((place) => ({
        date: formatCapture(place),
        name: place.name,
        captor: place.captor,
        latest: place.status_latest === 'no-change-seen' ? null : formatLatestState(place),
      })),
    },
    nowhere: {
      heading: `${nowhere.length} places without coordinates`,
      rows: nowhere.map((place) => ({
        date: formatCapture(place),
        name: place.name,
        captor: place.captor,
        region: place.state_region,
      })),
    },
    roughly: roughlyWords(places),
  };
}

/** Picks the places that a small map names: of those of which the page says most, the first that changed hands since the map before. */
function namesBy(order: OrderedPlace[], prominent: string[], day: string, before: string): string[] {
  const slugs = order
    .filter(({ place, holdings }) => {
      const from = holdings.findLast((one) => one.from <= day)?.from ?? '';
      return prominent.includes(place.id) && from > before;
    })
    .toSorted((a, b) => prominent.indexOf(a.place.id) - prominent.indexOf(b.place.id))
    .map(({ place }) => place.slug);
  return slugs.slice(0, NAMED);
}

function datedOnly(places: Place[]): DatedPlace[] {
  return places.filter((place): place is DatedPlace => place.captured_on !== null);
}

function orderDay({ captured_on, id }: Place): string {
  return `${captured_on === null ? '9' : lastDay(captured_on)} ${id}`;
}

/** Returns how far rough points may be off, in the words of the rows themselves: `could be off by 5–20 km`. */
function roughlyWords(places: Place[]): string {
  const words = places.map(({ coord_precision, coord_source }) =>
    coord_precision === 'approximate' ? /could be off by .*$/.exec(coord_source)?.[0] : undefined,
  );
  return [...new Set(words.filter((one) => one !== undefined))].join('; ');
}
