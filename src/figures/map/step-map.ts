import { outline, placeLabels, frameOf, num, textLabel, type Label, type Mark, type Side } from '../../charts/index.ts';
import { formatDate } from '../../data/format.ts';
import type { Ledger } from '../../data/ledger.ts';
import { stepPlaces, type MapStep, type StepPlace } from '../../data/map-steps.ts';
import { bareName, captureDay, changeDay, isBackWithMilitary } from '../../data/places.ts';
import { sharedTone, sideOf } from '../shared/drawn-places.ts';
import { isUnsure } from './order.ts';
import { frameOfStep, isInside, type StepFrame } from './step-frames.ts';

/** One small dated map: its picture, for a page that has the land, and its words. */
export interface StepPicture {
  svg: string;
  /** What the picture shows, for someone who does not see it. */
  alt: string;
  /** `By 12 November 2023`. */
  date: string;
  /** How many places had been taken, and how many of them since the map before it of the same land. */
  words: string;
}

/** Width in which it is drawn; it is shown about as wide. */
const WIDTH = 340;
/** Half the size of a mark that is new, and of an earlier one. */
const SIZE = { fresh: 5.2, earlier: 3.8 };

/**
 * Draws one small dated map: what had been taken by its day, strong where it is new since the map before it of the same land, pale elsewhere; nothing on it says what came later.
 * @param earlier The maps before it in the same text, first to last.
 */
export function stepMap(ledger: Ledger, step: MapStep, earlier: MapStep[]): StepPicture {
  const frame = frameOfStep(ledger, step);
  const before = earlier.filter((one) => frameOfStep(ledger, one).words === frame.words).at(-1)?.day;
  const taken = takenBy(ledger, step, frame);
  const fresh = taken.filter((place) => before === undefined || captureDay(place) > before);
  const isHollow = (place: StepPlace) => place.confidence === 'medium' || isUnsure(place, step.day);
  const words = [
    `${taken.length} places here reported taken`,
    ...(before === undefined ? [] : [`, ${fresh.length} since ${formatSince(before, step.day)}`]),
    ...(taken.some(isHollow) ? ['; hollow: unsure'] : []),
  ];
  const named = taken.filter(({ slug }) => step.names.includes(slug));
  return {
    svg: drawStep(ledger, frame, taken, fresh, named, step.day, isHollow),
    alt: `Map of ${frame.words.where} on ${formatDate(step.day)}, with ${named.map(bareName).join(', ')} by name`,
    date: `By ${formatDate(step.day)}`,
    words: words.join(''),
  };
}

/** The day without its year where that is the same. */
function formatSince(day: string, by: string): string {
  return day.slice(0, 4) === by.slice(0, 4) ? formatDate(day).replace(/ \d{4}$/, '') : formatDate(day);
}

function takenBy(ledger: Ledger, { day }: MapStep, frame: StepFrame): StepPlace[] {
  return stepPlaces(ledger).filter((place) => captureDay(place) <= day && isInside(place, frame));
}

function drawStep(
  ledger: Ledger,
  { land, ground, part, words: { names: countries } }: StepFrame,
  taken: StepPlace[],
  fresh: StepPlace[],
  named: StepPlace[],
  day: string,
  isHollow: (place: StepPlace) => boolean,
): string {
  const scale = WIDTH / part.width;
  const height = Math.round(part.height * scale);
  const at = ({ lon, lat }: { lon: number; lat: number }) => {
    const { x, y } = ground.project(lon, lat);
    return { x: (x - part.x) * scale, y: (y - part.y) * scale };
  };
  const spots = taken.map((place) => {
    const isFresh = fresh.includes(place);
    const [{ x, y }, r] = [at(place), isFresh ? SIZE.fresh : SIZE.earlier];
    const tone = hasLeft(place, day) ? 'rest' : sharedTone({ side: sideOf(ledger, place) });
    const name = `tone-${tone}${isFresh ? '' : ' step__earlier'}${isHollow(place) ? ' step__hollow' : ''}`;
    return { place, x, y, r, name, isFresh };
  });
  // What is new lies over what was there.
  const groups = Map.groupBy(
    spots.toSorted((a, b) => Number(a.isFresh) - Number(b.isFresh)),
    ({ name }) => name,
  );
  const marks = [...groups].map(
    ([name, group]) =>
      `<path class="${name}" d="${group.map(({ place, x, y, r }) => outline(place.kind === 'town' ? 'dot' : 'square', x, y, r)).join('')}"/>`,
  );
  const lands = countries.map(({ name, at: [lon, lat] }) => {
    const { x, y } = at({ lon, lat });
    // Measured large enough for letters that stand apart.
    return textLabel(name, [name], 'band', x, y, 'middle', 15);
  });
  const labels = nameLabels(
    spots.filter(({ place }) => named.includes(place)),
    spots,
    lands,
    height,
  );
  const words = labels.map(
    ({ x, y, anchor, lines: [line = ''] }) =>
      `<text x="${num(x)}" y="${num(y)}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${line}</text>`,
  );
  const view = [part.x, part.y, part.width, part.height].map(num).join(' ');
  return [
    `<svg class="step__map" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" aria-hidden="true">`,
    `<svg width="${WIDTH}" height="${height}" viewBox="${view}"><use href="#${land}" width="${ground.width}" height="${ground.height}"/></svg>`,
    '<g font-size="13">',
    ...lands.map(({ id, x, y }) => `<text class="step__country" x="${num(x)}" y="${num(y)}">${id}</text>`),
    ...marks,
    ...words,
    '</g></svg>',
  ].join('');
}

/** Checks that by a day the captors no longer had a place. */
function hasLeft(place: StepPlace, day: string): boolean {
  const changed = changeDay(place);
  const isGone = isBackWithMilitary(place) || place.status_latest === 'transferred-uwsa';
  return isGone && changed !== null && changed <= day;
}

const SIDES: Side[] = ['right', 'left', 'above', 'below', 'above-left', 'below-left', 'above-right', 'below-right'];

/** Places the names of places beside their marks, off all marks. */
function nameLabels(
  named: { place: StepPlace; x: number; y: number; r: number }[],
  all: { x: number; y: number; r: number }[],
  lands: Label[],
  height: number,
): Label[] {
  const marks = all.map(({ x, y, r }): Mark => ({
    kind: 'filled',
    tone: 'ink',
    d: '',
    boxes: [{ x0: x - r, x1: x + r, y0: y - r, y1: y + r }],
  }));
  const frame = { ...frameOf('phone', height, { top: 0, bottom: 0, right: 0 }), text: 13 };
  return placeLabels(
    named.map(({ place, x, y, r }) => ({
      id: place.id,
      text: bareName(place),
      kind: 'value' as const,
      tone: 'ink' as const,
      x,
      y,
      room: 200,
      sides: SIDES,
      away: r + 4,
    })),
    lands,
    marks,
    frame,
  );
}
