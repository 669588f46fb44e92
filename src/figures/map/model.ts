import {
  placeCallouts,
  textLabel,
  num,
  type Room,
  type Callout,
  type PlacedCallouts,
  type Box,
  type Frame,
  type Label,
  type Mark,
  type WidthName,
} from '../../charts/index.ts';
import { placeGroups, placeTable, sharedTone } from '../shared/drawn-places.ts';
import { figureWords } from '../shared/figure-tables.ts';
import type { FilledCard } from '../shared/filled-card.ts';
import type { ChartModel, PlaceTable } from '../shared/model.ts';
import { bareName } from '../../data/places.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { FigureCard, KeyEntry } from '../../data/schemas/figure.ts';
import { cornerSvg, cornerTowns } from './corner.ts';
import { COUNTRY, countrySvg, DETAIL, detailSvg, pixelsPerKilometre } from './ground.ts';
import { layOutMap, drawUnderlay, type Layout } from './layout.ts';
import { joinKeys, mapKey, type DatedEntry, type MapKey } from './map-key.ts';
import { spotMarks, type Spot } from './place-marks.ts';
import { landNames, neighbourNames } from './land-names.ts';
import { numberKey, orderOfCapture, remarksOn, type Numbered, type NumberedName } from './order.ts';
import { sharedSpots, placeSpots } from './spots.ts';

/** The length of the scale bar. */
const KILOMETRES = 50;

/** Draws northern Shan large and the country small, each place with its number in the order of capture, its captor and what followed. */
export function map(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const order = mapOrder(ledger, card);
  const layout = layOutMap(width);
  const { frame } = layout;
  const key = layOutKey(card, order, layout);
  frame.height = Math.max(frame.height, Math.ceil(key.box.y1) + 4);
  frame.bottom = frame.height;
  const panel = key.corner && {
    x0: Math.floor(key.corner.x0 - 8),
    y0: Math.floor(key.corner.y0 - 8),
    x1: frame.width,
    y1: layout.map.y1,
  };

  const spots = placeSpots(order, layout.map.x1, frame);
  const marks = spots.flatMap((spot) => spotMarks(spot, frame));
  const bar = scaleBar(layout);
  const fixed = [...(panel ? [panel] : []), ...(width === 'phone' ? [] : [layout.corner]), bar.label.box];
  const taken = [...marks.flatMap((mark) => mark.boxes), ...fixed];
  const found = labelled(
    card,
    sharedSpots(spots),
    { bounds: { x0: 2, y0: 2, x1: layout.map.x1 - 2, y1: layout.map.y1 - 2 }, taken, size: frame.text },
    frame,
  );
  const lands = landNames(ledger.mapNames.large, layout, [...taken, ...found.labels.map((label) => label.box)]);

  return {
    ...figureWords(card, mapTable(ledger, card, order)),
    frame,
    axes: [],
    marks: [...found.leaders, ...marks, bar.mark, ...key.marks],
    labels: [...lands, ...neighbourNames(ledger.mapNames.country, layout), ...key.labels, bar.label, ...found.labels],
    underlay: drawUnderlay(layout, panel, (part, box) =>
      part === 'detail'
        ? nested(box, DETAIL, detailSvg(ledger.boundaries))
        : nested(box, COUNTRY, countrySvg(ledger.boundaries) + cornerSvg(cornerTowns(ledger, card), false)),
    ),
    placed: spots.map(({ place, x, y }) => ({ row: place.id, x, y })),
  };
}

/** Lists the places of the large map, in the order of capture. */
export function mapOrder(ledger: Ledger, card: FigureCard): Numbered[] {
  return orderOfCapture(
    placeGroups(ledger, card).flatMap((group) => group.places),
    [...ledger.places.keys()],
  );
}

/** Returns the names behind the numbers of the map. */
export function mapNames(ledger: Ledger, card: FigureCard): NumberedName[] {
  return numberKey(mapOrder(ledger, card));
}

/** Wraps one frame of the map for use inside a picture. */
export function nested({ x0, y0, x1, y1 }: Box, ground: { width: number; height: number }, content: string): string {
  return `<svg x="${x0}" y="${y0}" width="${x1 - x0}" height="${y1 - y0}" viewBox="0 0 ${ground.width} ${ground.height}">${content}</svg>`;
}

/** Draws the key: on a phone beside the small map, on paper under the large one, and in the corner of the column picture. */
function layOutKey(
  card: FilledCard,
  order: Numbered[],
  { frame, key: { x, room }, corner, map: { y1 } }: Layout,
): MapKey & { corner: Box | null } {
  const entries = card.key.map((entry) => ({ ...entry, from: firstOf(entry, order) }));
  if (frame.name === 'phone') return { ...mapKey(entries, frame, x, room, { head: corner.y0 }), corner: null };
  if (frame.name === 'paper') return { ...inHalves(entries, frame, y1 + 8), corner: null };
  const inCorner = mapKey(entries, frame, x, room, { foot: y1 - 8 });
  return { ...inCorner, corner: inCorner.box };
}

/** Returns the day from which the map has a mark that an entry of its key explains. */
function firstOf({ half, mark }: KeyEntry, order: Numbered[]): string | undefined {
  const days = order.flatMap(({ taken, back, place }) =>
    mark === 'struck' ? (back ?? []) : half && place.side !== 'tnla' ? [] : taken,
  );
  return days.sort()[0];
}

/** Entries of the key in two columns over the whole width. */
function inHalves(entries: DatedEntry[], frame: Frame, head: number): MapKey {
  const half = Math.ceil(entries.length / 2);
  return joinKeys([
    mapKey(entries.slice(0, half), frame, 0, frame.width / 2 - 8, { head }),
    mapKey(entries.slice(half), frame, frame.width / 2, frame.width / 2, { head }, half),
  ]);
}

/** Labels with their places. On a phone a name that would need a leader gives way to its number alone, and gates have only numbers. */
function labelled(card: FigureCard, groups: Spot[][], room: Room, frame: Frame): PlacedCallouts {
  // Drafts differ from one another in one callout.
  const [long, brief] = [false, true].map((isShort) => groups.map((group) => spotsCallout(group, isShort, frame)));
  const known: Parameters<typeof placeCallouts>[3] = new Map();
  const place = (short: Set<Spot[]>, isDraft = false) =>
    placeCallouts(
      groups.map((group, index) => (short.has(group) ? brief : long)?.[index] as Callout),
      room,
      isDraft,
      known,
    );
  if (frame.name !== 'phone') return place(new Set());
  const isGate = (group: Spot[]) => group[0]?.place.kind === 'border-crossing';
  const short = new Set(groups);
  for (const group of byProminence(
    groups.filter((one) => !isGate(one)),
    card,
  )) {
    const longer = new Set([...short].filter((one) => one !== group));
    if (longestLed(groups, longer, place(longer, true)) === null) short.delete(group);
  }
  return shorten(groups, short, place);
}

/** Takes away the name with the longest leader until no name has one. */
function shorten(groups: Spot[][], short: Set<Spot[]>, place: (short: Set<Spot[]>) => PlacedCallouts): PlacedCallouts {
  for (;;) {
    const found = place(short);
    const led = longestLed(groups, short, found);
    if (led === null) return found;
    short.add(led);
  }
}

function longestLed(groups: Spot[][], short: Set<Spot[]>, { led }: PlacedCallouts): Spot[] | null {
  const named = groups
    .map((group, index) => ({ group, length: led[index] as number }))
    .filter(({ group, length }) => length > 0 && !short.has(group));
  return named.length === 0 ? null : named.reduce((most, one) => (one.length > most.length ? one : most)).group;
}

/** Sorts places: first those of which the page says most, as the card lists them. */
export function byProminence(groups: Spot[][], { prominent }: FigureCard): Spot[][] {
  const rank = ([spot]: Spot[]) =>
    (prominent.indexOf((spot as Spot).place.id) + prominent.length + 1) % (prominent.length + 1);
  return [...groups].sort((a, b) => rank(a) - rank(b));
}

function spotsCallout(group: Spot[], isShort: boolean, frame: Frame): Callout {
  const [town] = group as [Spot, ...Spot[]];
  const hasOwnLine = frame.name !== 'phone';
  return {
    x: town.x,
    y: town.y,
    reach: frame.mark + (town.passed === null ? 1 : 3.5),
    flow: isShort ? 'row' : 'stack',
    lines: group.flatMap((spot) => {
      const isNumberOnly = isShort || (!hasOwnLine && spot.isBesideTown);
      const own = { row: spot.place.id, tone: sharedTone(spot.place) };
      const words = isNumberOnly ? '' : spot.isBesideTown ? 'its gate' : bareName(spot.place);
      return [
        { ...own, id: spot.place.id, from: spot.taken, lead: String(spot.number), lines: [words], strong: 1 },
        ...(isNumberOnly ? [] : remarkLines(spot)),
      ];
    }),
  };
}

/** The remarks on a place, each a line of its own with the day from which it holds. */
function remarkLines(spot: Spot): Callout['lines'] {
  return remarksOn(spot).map(({ words, from }, index) => ({
    id: `${spot.place.id}-${index}`,
    row: spot.place.id,
    from,
    tone: 'neutral',
    kind: 'remark',
    lines: [words],
    strong: 1,
  }));
}

function scaleBar({ scale, map: { x1 }, frame }: Layout): { mark: Mark; label: Label } {
  const length = (pixelsPerKilometre() * KILOMETRES * x1) / DETAIL.width;
  const x0 = scale.x - length;
  return {
    mark: { kind: 'bracket', tone: 'ink', d: `M${num(x0)} ${num(scale.y - 4)}v4h${num(length)}v-4`, boxes: [] },
    label: textLabel('scale', [`${KILOMETRES} km`], 'remark', scale.x - length / 2, scale.y - 5, 'middle', frame.text),
  };
}

/** Returns the table, which says how each row is drawn; what stands only in the corner says so. */
function mapTable(ledger: Ledger, card: FilledCard, order: Numbered[]): PlaceTable {
  const numbered = new Map(order.map((one) => [one.place.id, one]));
  const corner = new Set(cornerTowns(ledger, card).map(({ id }) => id));
  const table = placeTable(ledger, card, (place) => drawnAs(numbered.get(place.id) as Numbered));
  return {
    ...table,
    groups: table.groups.map(({ label, rows }) => ({
      label,
      rows: rows.map((row) =>
        numbered.has(row.rowId) ? row : { ...row, drawn: corner.has(row.rowId) ? 'a dot on the small map' : row.drawn },
      ),
    })),
  };
}

function drawnAs({ number, place, back, passed }: Numbered): string {
  return [
    `number ${number}`,
    place.coord_precision === 'approximate' && 'point roughly known',
    back !== null && 'slate and struck',
    passed !== null && 'ringed',
  ]
    .filter(Boolean)
    .join(', ');
}
