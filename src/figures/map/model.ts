import { placeCallouts, type Callout, type PlacedCallouts, type Room } from '../../charts/callouts.ts';
import { textLabel } from '../../charts/labels.ts';
import { num } from '../../charts/marks.ts';
import { placeGroups, placeTable } from '../../charts/place-table.ts';
import { wordsWith } from '../../charts/words.ts';
import type { FilledCard } from '../../charts/fill-card.ts';
import type { Box, ChartModel, Frame, Label, Mark, PlaceTable, WidthName } from '../../charts/types.ts';
import type { Ledger } from '../../ledger/load.ts';
import type { FigureCard } from '../../schemas/figure.ts';
import { loadBoundaries } from './boundaries.ts';
import { cornerSvg, cornerTowns } from './corner.ts';
import { shortName } from './days.ts';
import { COUNTRY, countrySvg, DETAIL, detailSvg, pixelsPerKilometre } from './ground.ts';
import { layoutOf, underlayOf, type Layout } from './layout.ts';
import { joinKeys, mapKey, type MapKey } from './map-key.ts';
import { marksOf, type Spot } from './marks.ts';
import { landNames, neighbourNames } from './names.ts';
import { inOrder, isPartial, sideOf, TONE_OF, type Numbered } from './order.ts';
import { sharedSpots, spotsOf } from './spots.ts';

/** On a phone a place has its name only if no other stands so near, in pixels; the list under the map names all. */
const CROWDED = 9;
/** How many entries of the key stand beside the small map on a phone. */
const BESIDE_CORNER = 4;
/** How long the scale bar is. */
const KILOMETRES = 50;

/** Where: northern Shan large, the country small, each place with its number in the order of capture, its captor and what followed. */
export function map(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const order = mapOrder(ledger, card);
  const layout = layoutOf(width);
  const { frame } = layout;
  const key = keyOf(card, layout);
  frame.height = Math.max(frame.height, Math.ceil(key.box.y1) + 4);
  frame.bottom = frame.height;
  const panel = width === 'phone' ? null : { x0: Math.floor(key.box.x0 - 8), y0: Math.floor(key.box.y0 - 8), x1: frame.width, y1: layout.map.y1 };

  const spots = spotsOf(order, layout.map.x1, frame);
  const marks = spots.flatMap((spot) => marksOf(spot, frame));
  const bar = scaleBar(layout);
  const fixed = [...(panel ? [panel, layout.corner] : []), bar.label.box];
  const taken = [...marks.flatMap((mark) => mark.boxes), ...fixed];
  const found = labelled(sharedSpots(spots), spots, { bounds: { x0: 2, y0: 2, x1: layout.map.x1 - 2, y1: layout.map.y1 - 2 }, taken, size: frame.text }, frame);
  const lands = landNames(layout, [...taken, ...found.labels.map((label) => label.box)]);

  return {
    ...wordsWith(card, tableOf(ledger, card, order)),
    frame,
    axes: [],
    marks: [...found.leaders, ...marks, bar.mark, ...key.marks],
    labels: [...lands, ...neighbourNames(layout), ...key.labels, bar.label, ...found.labels],
    underlay: underlayOf(layout, panel, (part, box) => (part === 'detail' ? nested(box, DETAIL, detailSvg(loadBoundaries())) : nested(box, COUNTRY, countrySvg(loadBoundaries()) + cornerSvg(cornerTowns(ledger, card))))),
    placed: spots.map(({ place, x, y }) => ({ row: place.id, x, y })),
  };
}

/** The places of the large map, in the order of capture. */
export function mapOrder(ledger: Ledger, card: FigureCard): Numbered[] {
  return inOrder(placeGroups(ledger, card).flatMap((group) => group.places), [...ledger.places.keys()]);
}

function nested({ x0, y0, x1, y1 }: Box, ground: { width: number; height: number }, content: string): string {
  return `<svg x="${x0}" y="${y0}" width="${x1 - x0}" height="${y1 - y0}" viewBox="0 0 ${ground.width} ${ground.height}">${content}</svg>`;
}

/** Beside the small map as far as it goes, and under it; in the corner of the column picture. */
function keyOf(card: FilledCard, { frame, key: { x, room }, corner, map: { y1 } }: Layout): MapKey {
  if (frame.name === 'column') return mapKey(card, frame, [0, card.key.length], x, room, { foot: y1 - 8 });
  const beside = mapKey(card, frame, [0, BESIDE_CORNER], x, room, { head: corner.y0 });
  const [head, half] = [Math.max(beside.box.y1, corner.y1) + 8, Math.ceil((card.key.length - BESIDE_CORNER) / 2) + BESIDE_CORNER];
  return joinKeys([beside, mapKey(card, frame, [BESIDE_CORNER, half], 0, frame.width / 2 - 8, { head }), mapKey(card, frame, [half, card.key.length], frame.width / 2, frame.width / 2, { head })]);
}

/** Labels with their places. On a phone a name that would need a leader gives way to its number alone. */
function labelled(groups: Spot[][], spots: Spot[], room: Room, frame: Frame): PlacedCallouts {
  const isPhone = frame.name === 'phone';
  const isCrowded = (group: Spot[]) => spots.some((other) => !group.includes(other) && Math.hypot(other.x - (group[0] as Spot).x, other.y - (group[0] as Spot).y) < CROWDED);
  const short = new Set(isPhone ? groups.filter(isCrowded) : []);
  for (let isDraft = isPhone; ; ) {
    const found = placeCallouts(groups.map((group) => calloutOf(group, short.has(group), frame)), room, isDraft);
    // One at a time: what one name leaves may be room for the next.
    const led = isPhone ? groups.map((group, index) => (short.has(group) ? 0 : (found.led[index] as number))) : [];
    const worst = Math.max(0, ...led);
    if (worst > 0) short.add(groups[led.indexOf(worst)] as Spot[]);
    else if (isDraft) isDraft = false;
    else return found;
  }
}

function calloutOf(group: Spot[], isShort: boolean, frame: Frame): Callout {
  const [town] = group as [Spot, ...Spot[]];
  const isPhone = frame.name === 'phone';
  return {
    x: town.x,
    y: town.y,
    reach: frame.mark + (town.passed === null ? 1 : 3.5),
    flow: isShort ? 'row' : 'stack',
    lines: group.map((spot) => ({ id: spot.place.id, row: spot.place.id, from: spot.taken, tone: TONE_OF[sideOf(spot.place)], ...wordsAt(spot, isShort || (isPhone && spot.isBesideTown)) })),
  };
}

/** Number and name; the force's own name where its colour is shared by several, and what is not a clean capture. */
function wordsAt({ number, place, isBesideTown }: Spot, isNumberOnly: boolean): Pick<Label, 'lines' | 'lead' | 'strong'> {
  if (isNumberOnly) return { lead: String(number), lines: [''], strong: 1 };
  const remark = sideOf(place) === 'others' ? place.captor : isPartial(place) ? 'claimed in part' : null;
  const lines = [shortName(place, isBesideTown), ...(remark === null ? [] : [remark])];
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

/** How each row is drawn, in the table's words; what stands only in the corner says so. */
function tableOf(ledger: Ledger, card: FilledCard, order: Numbered[]): PlaceTable {
  const numbered = new Map(order.map((one) => [one.place.id, one]));
  const corner = new Set(cornerTowns(ledger, card).map(({ id }) => id));
  const table = placeTable(ledger, card, (place) => drawnAs(numbered.get(place.id) as Numbered));
  return { ...table, groups: table.groups.map(({ label, rows }) => ({ label, rows: rows.map((row) => (numbered.has(row.rowId) ? row : { ...row, note: null, drawn: corner.has(row.rowId) ? 'a dot on the small map' : row.drawn })) })) };
}

function drawnAs({ number, place, back, passed }: Numbered): string {
  return [`number ${number}`, place.coord_precision === 'approximate' && 'point roughly known', back !== null && 'struck', passed !== null && 'ringed'].filter(Boolean).join(', ');
}
