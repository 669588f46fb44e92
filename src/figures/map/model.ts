import { placeCallouts, type Callout } from '../../charts/callouts.ts';
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
import { mapKey } from './map-key.ts';
import { marksOf, type Spot } from './marks.ts';
import { landNames, neighbourNames } from './names.ts';
import { inOrder, isPartial, sideOf, TONE_OF, type Numbered } from './order.ts';
import { sharedSpots, spotsOf } from './spots.ts';

/** On a phone a place has its name only if no other stands so near, in pixels; the list under the map names all. */
const CROWDED = 24;
/** How long the scale bar is. */
const KILOMETRES = 50;

/** Where: northern Shan large, the country small, each place with its number in the order of capture, its captor and what followed. */
export function map(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const order = mapOrder(ledger, card);
  const layout = layoutOf(width);
  const { frame } = layout;
  const key = mapKey(card, frame, layout.key.x, layout.key.room, width === 'phone' ? { head: layout.corner.y0 } : { foot: layout.map.y1 - 8 });
  frame.height = Math.max(frame.height, Math.ceil(key.box.y1) + 4);
  frame.bottom = frame.height;
  const panel = width === 'phone' ? null : { x0: Math.floor(key.box.x0 - 8), y0: Math.floor(key.box.y0 - 8), x1: frame.width, y1: layout.map.y1 };

  const spots = spotsOf(order, layout.map.x1, frame);
  const marks = spots.flatMap((spot) => marksOf(spot, frame));
  const bar = scaleBar(layout);
  const fixed = [...(panel ? [panel, layout.corner] : []), bar.label.box];
  const taken = [...marks.flatMap((mark) => mark.boxes), ...fixed];
  const callouts = sharedSpots(spots).map((group) => calloutOf(group, spots, frame));
  const found = placeCallouts(callouts, { bounds: { x0: 2, y0: 2, x1: layout.map.x1 - 2, y1: layout.map.y1 - 2 }, taken, size: frame.text });
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

function calloutOf(group: Spot[], spots: Spot[], frame: Frame): Callout {
  const [town] = group as [Spot, ...Spot[]];
  const isPhone = frame.name === 'phone';
  const isNumberOnly = isPhone && spots.some((other) => !group.includes(other) && Math.hypot(other.x - town.x, other.y - town.y) < CROWDED);
  return {
    x: town.x,
    y: town.y,
    reach: frame.mark + (town.passed === null ? 1 : 3.5),
    flow: isPhone ? 'row' : 'stack',
    lines: group.map((spot) => ({ id: spot.place.id, row: spot.place.id, from: spot.taken, tone: TONE_OF[sideOf(spot.place)], ...wordsAt(spot, isNumberOnly || (isPhone && spot.isBesideTown), isPhone) })),
  };
}

/** Number and name; the force's own name where its colour is shared by several, and what is not a clean capture. */
function wordsAt({ number, place, isBesideTown }: Spot, isNumberOnly: boolean, isPhone: boolean): Pick<Label, 'lines' | 'lead' | 'strong'> {
  if (isNumberOnly) return { lead: String(number), lines: [''], strong: 1 };
  const remark = sideOf(place) === 'others' ? place.captor : isPartial(place) ? 'claimed in part' : null;
  const lines = [shortName(place, isBesideTown), ...(remark === null || isPhone ? [] : [remark])];
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
