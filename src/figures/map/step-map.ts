import {
  boxPath,
  calloutCandidates,
  num,
  outline,
  placeCallouts,
  textLabel,
  type Callout,
  type Label,
  type PlacedCallouts,
  type Room,
} from '../../charts/index.ts';
import { formatDate } from '../../data/format.ts';
import { holdingOn, type Holder, type Holding } from '../../data/holdings.ts';
import type { Ledger } from '../../data/ledger.ts';
import { stepPlaces, type MapStep, type StepPlace } from '../../data/map-steps.ts';
import { bareName, captureDay, STATUS_LABELS } from '../../data/places.ts';
import { sharedTone, sideOf } from '../shared/drawn-places.ts';
import { frameOfStep, isInside, type StepFrame } from './step-frames.ts';

/** One small dated map: its picture, for a page that has the land, and its words. */
export interface StepPicture {
  /** The drawing of land that its page must have. */
  land: StepFrame['land'];
  svg: string;
  /** What the picture shows, for someone who does not see it. */
  alt: string;
  /** `By 12 November 2023`. */
  date: string;
  /** How many places had been taken, and how many of them since the map before it of the same land. */
  words: string;
}

/** Width in which it is drawn: that beside a paragraph. */
const WIDTH = 248;
/** Size of its names, and their distance from its edge, in pixels. */
const TEXT = 13;
const EDGE = 3;
/** How far names keep from marks without one, in pixels. */
const APART = 4;
/** Half the size of a mark that is new, of an earlier one, and of a town that had not been taken. */
const SIZE = { fresh: 4.4, earlier: 3.2, also: 2.2 };
/** By how much a stroke and a ring reach out of their mark, to each side. */
const STROKE = 2;
const RING = 2.2;

/** A place with its mark: where, how large, and in which classes. */
interface Spot {
  place: StepPlace;
  x: number;
  y: number;
  r: number;
  name: string;
  isFresh: boolean;
  /** Who has it on the day; null before it was taken. */
  by: Holder | null;
}

/**
 * Draws one small dated map: what had been taken by its day, and what the military had back by then; large and strong where it is new since the map before it of the same land, smaller and pale elsewhere. Nothing on it says what came later.
 * @param earlier The maps before it in the same text, first to last.
 */
export function stepMap(ledger: Ledger, step: MapStep, earlier: MapStep[]): StepPicture {
  const { day, names, also = [] } = step;
  const frame = frameOfStep(ledger, step);
  const beforeOf = (one: MapStep, maps: MapStep[]) =>
    maps.filter(({ day: on }, at) => on < one.day && frames[at] === frameOfStep(ledger, one).words).at(-1)?.day;
  const frames = earlier.map((one) => frameOfStep(ledger, one).words);
  const before = beforeOf(step, earlier);
  const isFirstSmaller = !earlier.some((one, at) => beforeOf(one, earlier.slice(0, at)) !== undefined);
  const isNew = (on: string | null) => before === undefined || (on !== null && on > before);
  const at = projection(frame);
  const spots = takenBy(ledger, step, frame).map((place): Spot => {
    const { by, from, isDoubtful } = holdingOn(place, day) as Holding;
    const isFresh = isNew(captureDay(place)) || (by !== 'captors' && isNew(from));
    const name = `tone-${toneOf(ledger, place, by)}${isFresh ? '' : ' step__earlier'}${isDoubtful ? ' step__hollow' : ''}`;
    return { place, by, ...at(place), r: isFresh ? SIZE.fresh : SIZE.earlier, name, isFresh };
  });
  const untaken = stepPlaces(ledger)
    .filter(({ slug }) => also.includes(slug))
    .map((place): Spot => {
      return { place, ...at(place), r: SIZE.also, name: 'step__also', isFresh: true, by: null };
    });
  const named = [...spots.filter(({ place }) => names.includes(place.slug)), ...untaken];
  const alt = `Map of ${frame.words.where} on ${formatDate(day)}, with ${named.map(({ place }) => nameOf(place)).join(', ')} by name`;
  return {
    land: frame.land,
    svg: drawStep(frame, [...spots, ...untaken], named, alt),
    alt,
    date: `By ${formatDate(day)}`,
    words: stepWords(spots, untaken, { before, day, isFirst: earlier.length === 0, isFirstSmaller }),
  };
}

/** Says how many places had been taken, how many of them lately, how many the military had back, and what the signs mean, in full on the first map. */
function stepWords(
  spots: Spot[],
  untaken: Spot[],
  {
    before,
    day,
    isFirst,
    isFirstSmaller,
  }: { before: string | undefined; day: string; isFirst: boolean; isFirstSmaller: boolean },
): string {
  const fresh = spots.filter(({ place }) => before !== undefined && captureDay(place) > before).length;
  const back = spots.filter(({ by }) => by === 'military').length;
  return [
    `${spots.length} ${spots.length === 1 ? 'place' : 'places'} here reported taken`,
    ...(fresh > 0 && before !== undefined ? [`, ${fresh} since ${formatSince(before, day)}`] : []),
    ...(isFirstSmaller && spots.some(({ isFresh }) => !isFresh) ? ['; smaller: taken before'] : []),
    ...(back > 0 ? [`; struck: ${back} reported back with the military`] : []),
    ...(spots.some(({ by }) => by === 'joint') ? ['; halved: reported held jointly with the military'] : []),
    ...(spots.some(({ by }) => by === 'uwsa') ? [`; ringed: ${STATUS_LABELS['transferred-uwsa']}`] : []),
    ...(spots.some(({ name }) => name.endsWith('hollow'))
      ? [isFirst ? '; hollow: date or source unsure' : '; hollow: unsure']
      : []),
    ...(untaken.length > 0
      ? [`; small dots: ${untaken.length} ${untaken.length === 1 ? 'town' : 'towns'} not yet taken`]
      : []),
  ].join('');
}

/** A gate is told by its square. */
function nameOf(place: StepPlace): string {
  return bareName(place).replace(/ gate$/, '');
}

/** The day without its year where that is the same. */
function formatSince(day: string, by: string): string {
  return day.slice(0, 4) === by.slice(0, 4) ? formatDate(day).replace(/ \d{4}$/, '') : formatDate(day);
}

function takenBy(ledger: Ledger, { day }: MapStep, frame: StepFrame): StepPlace[] {
  return stepPlaces(ledger).filter((place) => captureDay(place) <= day && isInside(place, frame));
}

/** Returns the colour of whoever has a place; the Wa army, which took it in without fighting, has none of its own. */
function toneOf(ledger: Ledger, place: StepPlace, by: Holder): string {
  if (by === 'military') return 'military';
  if (by === 'uwsa') return 'rest';
  return sharedTone({ side: sideOf(ledger, place) });
}

/** Returns the way from degrees to pixels of the picture. */
function projection({ ground, part }: StepFrame): (place: { lon: number; lat: number }) => { x: number; y: number } {
  const scale = WIDTH / part.width;
  return ({ lon, lat }) => {
    const { x, y } = ground.project(lon, lat);
    return { x: (x - part.x) * scale, y: (y - part.y) * scale };
  };
}

function drawStep(frame: StepFrame, spots: Spot[], named: Spot[], alt: string): string {
  const { land, ground, part, words } = frame;
  const height = Math.round((part.height * WIDTH) / part.width);
  const rings = spots.filter(({ by }) => by === 'uwsa').map(({ x, y, r }) => outline('dot', x, y, r + RING));
  // What is new lies over what was there.
  const groups = Map.groupBy(
    spots.toSorted((a, b) => Number(a.isFresh) - Number(b.isFresh)),
    ({ name }) => name,
  );
  const marks = [...groups].map(
    ([name, group]) =>
      `<path class="${name}" d="${group.map(({ place, x, y, r }) => outline(place.kind === 'town' ? 'dot' : 'square', x, y, r)).join('')}"/>`,
  );
  const shared = spots
    .filter(({ by }) => by === 'joint')
    .map(({ x, y, r }) => `M${num(x)} ${num(y - r)}h${num(r)}v${num(2 * r)}h-${num(r)}z`);
  const strokes = spots
    .filter(({ by }) => by === 'military')
    .map(
      ({ x, y, r }) =>
        `M${num(x - r - STROKE)} ${num(y + r + STROKE)}l${num(2 * (r + STROKE))}-${num(2 * (r + STROKE))}`,
    );
  const lands = words.names.map(({ name, at: [lon, lat] }) => {
    const { x, y } = projection(frame)({ lon, lat });
    // Measured large enough for letters that stand apart.
    return textLabel(name, [name], 'band', x, y, 'middle', 15);
  });
  const { labels, leaders } = nameLabels(named, spots, lands, height);
  const texts = labels.map(
    ({ x, y, anchor, lead }) =>
      `<text x="${num(x)}" y="${num(y)}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${lead}</text>`,
  );
  const scale = WIDTH / part.width;
  return [
    `<svg class="step__map" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${alt}"><g aria-hidden="true" font-size="${TEXT}">`,
    `<use href="#${land}" x="${num(-part.x * scale)}" y="${num(-part.y * scale)}" width="${num(ground.width * scale)}" height="${num(ground.height * scale)}"/>`,
    `<path class="ground__gaps" d="${labels.map(({ box }) => boxPath(box)).join('')}"/>`,
    ...lands.map(({ id, x, y }) => `<text class="step__country" x="${num(x)}" y="${num(y)}">${id}</text>`),
    ...marks,
    ...(shared.length > 0 ? [`<path class="tone-military" d="${shared.join('')}"/>`] : []),
    ...(rings.length > 0 ? [`<path class="step__ring" d="${rings.join('')}"/>`] : []),
    ...(strokes.length > 0 ? [`<path class="step__strike" d="${strokes.join('')}"/>`] : []),
    ...(leaders.length > 0 ? [`<path class="step__leader" d="${leaders.map(({ d }) => d).join('')}"/>`] : []),
    ...texts,
    '</g></svg>',
  ].join('');
}

/** Places the names of places off all marks and names of countries: beside their marks, or with a line to them where another mark is as near. */
function nameLabels(named: Spot[], all: Spot[], lands: Label[], height: number): PlacedCallouts {
  const bounds = { x0: EDGE, x1: WIDTH - EDGE, y0: EDGE, y1: height - EDGE };
  const marks = all.map((spot) => {
    // A name close to a mark that has none would be read as its own.
    const [{ x, y }, r] = [spot, reachOf(spot) + (named.includes(spot) ? 0 : APART)];
    return { x0: x - r, x1: x + r, y0: y - r, y1: y + r };
  });
  const room: Room = { bounds, taken: [...marks, ...lands.map(({ box }) => box)], size: TEXT };
  const calloutOf = (spot: Spot): Callout => {
    const { place, x, y } = spot;
    return {
      x,
      y,
      reach: reachOf(spot),
      lines: [{ id: place.id, tone: 'ink', lead: nameOf(place), lines: [''], strong: 1 }],
    };
  };
  const callouts = named.map(calloutOf);
  const spots = [...callouts, ...all.filter((spot) => !named.includes(spot)).map(calloutOf)];
  return placeCallouts(
    callouts,
    room,
    false,
    new Map(callouts.map((one) => [one, calloutCandidates(one, room, spots)])),
  );
}

/** Returns how far a mark reaches, with its ring where it has one. */
function reachOf({ r, by }: Spot): number {
  return r + (by === 'uwsa' ? RING : 0);
}
