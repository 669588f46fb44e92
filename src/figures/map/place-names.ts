import {
  byWidth,
  placeCallouts,
  wrapText,
  type Callout,
  type Frame,
  type PlacedCallouts,
  type Room,
} from '../../charts/index.ts';
import { formatDateShort } from '../../data/format.ts';
import { bareName } from '../../data/places.ts';
import type { City } from '../../data/schemas/map-names.ts';
import type { FilledCard } from '../shared/filled-card.ts';
import { projectInto, type Pane } from './layout.ts';
import { remarksOn } from './order.ts';
import { clearance, type Spot } from './place-marks.ts';

/** Size of the largest names, in pixels at the designed widths. */
const LARGE = { phone: 13.5, column: 16, paper: 16 };

/** Widest line of a remark, in pixels. */
const WIDEST = { phone: 96, column: 200, paper: 130 };

type Line = Callout['lines'][number];

/** Names places, each with what is to be said of it, and the towns by which readers find their way. */
export function placeNames(
  card: FilledCard,
  {
    spots,
    cities,
    pane,
    r,
    ...room
  }: { spots: Spot[]; cities: City[]; pane: Pane; r: number } & Pick<Room, 'taken' | 'lines'>,
  frame: Frame,
): PlacedCallouts {
  const { x0, x1, y0, y1 } = pane.box;
  const bounds = { x0: x0 + 3, x1: x1 - 3, y0: y0 + 1, y1: y1 - 1 };
  const callouts = [
    ...spots.filter(({ isBesideTown }) => !isBesideTown).map((spot) => spotCallout(card, spot, r, frame)),
    ...cities.map((city) => cityCallout(city, pane, r, frame)),
  ];
  return placeCallouts(callouts, { ...room, bounds, size: frame.text });
}

/** What stands beside a place; a gate on the point of its town has no name of its own. */
function spotCallout(card: FilledCard, spot: Spot, r: number, frame: Frame): Callout {
  const { x, y } = spot;
  const reach = r + clearance(spot);
  return { x, y, reach, lines: [nameLine(card, spot, frame), ...remarkLines(card, spot, frame)] };
}

/** The name in one of three sizes: bold and large, of a town, or small and grey of a gate. */
function nameLine(card: FilledCard, { place, taken }: Spot, frame: Frame): Line {
  const name = card.short_names[place.id] ?? bareName(place);
  const own = { id: place.id, row: place.id, from: taken, strong: 1 };
  if (card.large_names.includes(place.id)) return { ...own, ...largeName(name, frame) };
  if (place.kind === 'town') return { ...own, tone: 'ink', lines: [name] };
  return { ...own, ...smallWords([name], frame) };
}

function largeName(name: string, frame: Frame): Pick<Line, 'tone' | 'lead' | 'lines' | 'size'> {
  return { tone: 'ink', lead: name, lines: [''], size: byWidth(frame, LARGE) };
}

function smallWords(lines: string[], frame: Frame): Pick<Line, 'tone' | 'kind' | 'lines' | 'size'> {
  return { tone: 'neutral', kind: 'remark', lines, size: frame.remark };
}

/** Breaks a remark where a narrow picture has no room for it in one line; a date stays with its words. */
function smallLines(words: string, frame: Frame): string[] {
  return /\d/.test(words) ? [words] : wrapText(words, byWidth(frame, WIDEST), frame.remark);
}

/** What is said of a place under its name, each with the day from which it is true. */
function remarkLines(card: FilledCard, spot: Spot, frame: Frame): Line[] {
  const { id } = spot.place;
  const remarks = [
    ...remarksOn(spot)
      // Of a place that is back, the narrow picture says only that; paper shows no earlier day.
      .filter(({ isDetail }) => frame.name !== 'phone' || (spot.back === null && !isDetail))
      .filter(({ isPast }) => frame.name !== 'paper' || !isPast)
      .map(({ words, from }) => ({ from, lines: smallLines(words, frame) })),
    ...(frame.name === 'column' ? cardRemarks(card, spot) : []),
  ];
  return remarks.map(({ from, lines }, index) => ({
    ...smallWords(lines, frame),
    id: `${id}-${index}`,
    row: id,
    from,
    strong: lines.length,
  }));
}

/** What the card says of a place; else of one that is back when it was taken, which is what the map finds. */
function cardRemarks(card: FilledCard, { place, taken, back }: Spot): { from: string; lines: string[] }[] {
  const own = card.place_remarks.filter(({ at }) => at === place.id);
  if (own.length > 0 || back === null) return own.map(({ from, text }) => ({ from, lines: text.split(' | ') }));
  return [{ from: taken, lines: [`taken ${formatDateShort(place.captured_on.slice(0, 'YYYY-MM'.length))}`] }];
}

function cityCallout(
  { id, name, lat, lon, on_large_map: words = '' }: City,
  pane: Pane,
  r: number,
  frame: Frame,
): Callout {
  const first = { ...largeName(name, frame), id: `city-${id}`, strong: 1 };
  const remark = { ...smallWords(smallLines(words, frame), frame), id: `city-${id}-words`, strong: 1 };
  return {
    ...projectInto(pane, lon, lat),
    reach: r + 1,
    lines: [first, remark],
  };
}
