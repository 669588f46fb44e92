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
import { placeGroups, placeTable } from '../shared/drawn-places.ts';
import { figureWords } from '../shared/figure-tables.ts';
import type { FilledCard } from '../shared/filled-card.ts';
import type { ChartModel, PlaceTable } from '../shared/model.ts';
import { bareName } from '../../data/places.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { FigureCard } from '../../data/schemas/figure.ts';
import { cornerSvg, cornerTowns } from './corner.ts';
import { COUNTRY, countrySvg, DETAIL, detailSvg, pixelsPerKilometre } from './ground.ts';
import { layOutMap, drawUnderlay, type Layout } from './layout.ts';
import { joinKeys, mapKey, type MapKey } from './map-key.ts';
import { spotMarks, type Spot } from './place-marks.ts';
import { landNames, neighbourNames } from './land-names.ts';
import { numberKey, orderOfCapture, remarkOn, type Numbered, type NumberedName } from './order.ts';
import { sharedSpots, placeSpots } from './spots.ts';

/** Entries of the key that stand beside the small map on a phone. */
const BESIDE_CORNER = 4;
/** Entries of the key that stand under the map on paper, in two columns; the others in its corner. */
const UNDER_ON_PAPER = 4;
/** The length of the scale bar. */
const KILOMETRES = 50;

/** Draws northern Shan large and the country small, each place with its number in the order of capture, its captor and what followed. */
export function map(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const order = mapOrder(ledger, card);
  const layout = layOutMap(width);
  const { frame } = layout;
  const key = layOutKey(card, layout);
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
        : nested(box, COUNTRY, countrySvg(ledger.boundaries) + cornerSvg(cornerTowns(ledger, card))),
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

/** Draws the key: beside the small map as far as it goes, and under it; in the corner of the column picture, on paper what goes there. */
function layOutKey(
  card: FilledCard,
  { frame, key: { x, room }, corner, map: { y1 } }: Layout,
): MapKey & { corner: Box | null } {
  const all = card.key.length;
  if (frame.name === 'phone') {
    const beside = mapKey(card, frame, [0, BESIDE_CORNER], x, room, { head: corner.y0 });
    return {
      ...joinKeys([beside, ...inHalves(card, frame, [BESIDE_CORNER, all], Math.max(beside.box.y1, corner.y1) + 8)]),
      corner: null,
    };
  }
  const first = frame.name === 'paper' ? UNDER_ON_PAPER : 0;
  const inCorner = mapKey(card, frame, [first, all], x, room, { foot: y1 - 8 });
  return {
    ...joinKeys([...(first > 0 ? inHalves(card, frame, [0, first], y1 + 8) : []), inCorner]),
    corner: inCorner.box,
  };
}

/** Entries of the key in two columns over the whole width. */
function inHalves(card: FilledCard, frame: Frame, [from, to]: [number, number], head: number): MapKey[] {
  const half = Math.ceil((to - from) / 2) + from;
  return [
    mapKey(card, frame, [from, half], 0, frame.width / 2 - 8, { head }),
    mapKey(card, frame, [half, to], frame.width / 2, frame.width / 2, { head }),
  ];
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
    lines: group.map((spot) => ({
      id: spot.place.id,
      row: spot.place.id,
      from: spot.taken,
      tone: spot.place.side,
      ...spotWords(spot, isShort || (!hasOwnLine && spot.isBesideTown), frame.name === 'phone'),
    })),
  };
}

/** Returns number and name, and the remark; on a phone the name of a town that was given back needs the room of the remark. */
function spotWords(spot: Spot, isNumberOnly: boolean, isPhone: boolean): Pick<Label, 'lines' | 'lead' | 'strong'> {
  const { number, place, back, isBesideTown } = spot;
  if (isNumberOnly) return { lead: String(number), lines: [''], strong: 1 };
  const remark = isPhone && back !== null ? null : remarkOn(spot);
  const lines = [isBesideTown ? 'its gate' : bareName(place), ...(remark === null ? [] : [remark])];
  return { lead: String(number), lines, strong: 1 };
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
    back !== null && 'struck',
    passed !== null && 'ringed',
  ]
    .filter(Boolean)
    .join(', ');
}
