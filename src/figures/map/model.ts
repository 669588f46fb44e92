import {
  boxAround,
  containsPoint,
  outline,
  textLabel,
  type Box,
  type Frame,
  type Label,
  type Mark,
  type WidthName,
} from '../../charts/index.ts';
import { placeGroups, placeTable, sharedTone, type DrawnPlace } from '../shared/drawn-places.ts';
import { figureWords } from '../shared/figure-tables.ts';
import type { FilledCard } from '../shared/filled-card.ts';
import type { ChartModel, PlaceTable } from '../shared/model.ts';
import type { Ledger } from '../../data/ledger.ts';
import { captureDay } from '../../data/places.ts';
import type { FigureCard, KeyEntry } from '../../data/schemas/figure.ts';
import { cornerSvg, cornerTowns } from './corner.ts';
import { COUNTRY, countrySvg, DETAIL, detailSvg } from './ground.ts';
import { closerBox, drawUnderlay, frontierIn, layOutMap, projectInto, type Layout, type Pane } from './layout.ts';
import { joinKeys, mapKey, type DatedEntry, type MapKey } from './map-key.ts';
import { spotMarks } from './place-marks.ts';
import { landNames, neighbourNames } from './land-names.ts';
import { orderOfCapture, type OrderedPlace } from './order.ts';
import { placeNames } from './place-names.ts';
import { scaleBar } from './scale-bar.ts';
import { placeSpots } from './spots.ts';

/** Draws northern Shan large and the country small, each place with whoever has it, and on which days. */
export function map(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const order = mapOrder(ledger, card);
  const layout = layOutMap(width);
  const { frame, panes, corner } = layout;
  const key = layOutKey(card, order, cornerTowns(ledger, card), layout);
  frame.height = frame.bottom = Math.max(frame.height, Math.ceil(key.box.y1) + 4);
  const fixed = width === 'phone' ? [] : [corner, ...(width === 'column' ? [key.box] : [])];
  const drawn = panes.map((pane) => drawPane(ledger, card, { order, layout, pane, fixed }));
  const labels = [
    ...neighbourNames(ledger.mapNames.country, layout),
    ...key.labels,
    ...drawn.flatMap((pane) => pane.labels),
  ];
  return {
    ...figureWords(card, mapTable(ledger, card, order)),
    frame,
    axes: [],
    marks: [...drawn.flatMap(({ marks }) => marks), ...key.marks],
    labels,
    underlay: drawUnderlay(layout, labels, (part, box) =>
      part === 'detail'
        ? nested(box, DETAIL, detailSvg(ledger.boundaries))
        : nested(box, COUNTRY, countrySvg(ledger.boundaries) + cornerSvg(cornerTowns(ledger, card), false)),
    ),
    placed: drawn.at(-1)?.placed ?? [],
  };
}

/** One pane with its marks and names; what a closer pane names has only its mark. */
function drawPane(
  ledger: Ledger,
  card: FilledCard,
  { order, layout, pane, fixed }: { order: OrderedPlace[]; layout: Layout; pane: Pane; fixed: Box[] },
): Pick<ChartModel, 'marks' | 'labels' | 'placed'> {
  const { frame, panes } = layout;
  const closer = pane.isCloser ? undefined : panes.find(({ isCloser }) => isCloser);
  const r = closer ? frame.mark - 0.6 : frame.mark;
  const spots = placeSpots(order, pane, r);
  const isLeft = ({ lon, lat }: { lon: number | null; lat: number | null }) =>
    closer !== undefined && containsPoint(closer.box, projectInto(closer, lon as number, lat as number));
  const cities = [...ledger.cities.values()].filter(
    (city) => city.on_large_map !== undefined && containsPoint(pane.box, projectInto(pane, city.lon, city.lat)),
  );
  const marks = [
    ...spots.flatMap((spot) => spotMarks(spot, r)),
    ...cities.map(({ lon, lat }): Mark => {
      const at = projectInto(pane, lon, lat);
      return { kind: 'filled', tone: 'military', d: outline('dot', at.x, at.y, r), boxes: [boxAround(at, r + 1)] };
    }),
  ];
  const bar = scaleBar(layout, pane);
  const above = closer === undefined ? [] : [enlargedAbove(layout, pane)];
  // What lies in the box is named where it is shown larger.
  const inset = closer && closerBox(panes);
  const taken = [
    ...marks.flatMap(({ boxes }) => boxes),
    ...fixed,
    ...bar.mark.boxes,
    ...[bar.label, ...above].map(({ box }) => box),
  ].concat(inset ?? []);
  const lines = frontierIn(pane, ledger.boundaries);
  const names = placeNames(
    card,
    {
      spots: spots.filter(({ place }) => !isLeft(place)),
      cities: cities.filter((city) => !isLeft(city)),
      pane,
      taken,
      lines,
      r,
    },
    frame,
  );
  const lands = landNames(ledger.mapNames.large, pane, frame, {
    taken: [...taken, ...names.labels.map(({ box }) => box)],
    lines,
  });
  return {
    marks: [...names.leaders, ...marks, bar.mark],
    labels: [...lands, bar.label, ...above, ...names.labels],
    placed: spots.map(({ place, x, y }) => ({ row: place.id, x, y })),
  };
}

/** Says of the box on the whole map where it is shown larger. */
function enlargedAbove({ frame }: Layout, { box }: Pane): Label {
  return textLabel('closer', ['box: enlarged above'], 'remark', box.x1 - 8, box.y0 + frame.remark, 'end', frame);
}

/** Lists the places of the large map, in the order of capture. */
export function mapOrder(ledger: Ledger, card: FigureCard): OrderedPlace[] {
  return orderOfCapture(
    placeGroups(ledger, card).flatMap((group) => group.places),
    [...ledger.places.keys()],
  );
}

/** Wraps one frame of the map for use inside a picture. */
export function nested({ x0, y0, x1, y1 }: Box, ground: { width: number; height: number }, content: string): string {
  return `<svg x="${x0}" y="${y0}" width="${x1 - x0}" height="${y1 - y0}" viewBox="0 0 ${ground.width} ${ground.height}">${content}</svg>`;
}

/** Draws the key: on a phone beside the small map, on paper under the large one, and in the corner of the column picture. */
function layOutKey(
  card: FilledCard,
  order: OrderedPlace[],
  towns: DrawnPlace[],
  { frame, panes, key: { x, room }, corner }: Layout,
): MapKey {
  const entries = card.key.map((entry) => ({ ...entry, from: firstOf(entry, order, towns) }));
  const foot = panes.at(-1)?.box.y1 ?? 0;
  if (frame.name === 'phone') return mapKey(entries, frame, x, room, { head: corner.y0 });
  return frame.name === 'paper'
    ? inHalves(entries, frame, foot + 8)
    : mapKey(entries, frame, x, room, { foot: foot - 8 });
}

/** Returns the day from which the map, or the small one beside it, has a mark that an entry of its key explains. */
function firstOf(
  { half, mark, shape, tone }: KeyEntry,
  order: OrderedPlace[],
  corner: DrawnPlace[],
): string | undefined {
  if (tone === 'resistance')
    return [...order.map(({ place }) => place), ...corner]
      .filter((place) => sharedTone(place) === tone)
      .map(captureDay)
      .sort()[0];
  const isShown = ({ place }: OrderedPlace) =>
    (!half || place.side === 'tnla') &&
    (mark !== 'halo' || place.coord_precision === 'approximate') &&
    (shape !== 'square' || place.kind === 'border-crossing');
  const dayOf = ({ taken, back, passed }: OrderedPlace) =>
    (mark === 'struck' ? back : mark === 'ringed' ? passed : taken) ?? [];
  const days = order.filter(isShown).flatMap(dayOf);
  return days.sort()[0];
}

/** Entries of the key in two columns over the whole width. */
function inHalves(entries: DatedEntry[], frame: Frame, head: number): MapKey {
  // The first of them have the longest words.
  const half = Math.floor(entries.length / 2);
  return joinKeys([
    mapKey(entries.slice(0, half), frame, 0, frame.width / 2 - 8, { head }),
    mapKey(entries.slice(half), frame, frame.width / 2, frame.width / 2, { head }, half),
  ]);
}

/** Returns the table, which says how each row is drawn; what stands only in the corner says so. */
function mapTable(ledger: Ledger, card: FilledCard, order: OrderedPlace[]): PlaceTable {
  const numbered = new Map(order.map((one) => [one.place.id, one]));
  const corner = new Set(cornerTowns(ledger, card).map(({ id }) => id));
  const table = placeTable(ledger, card, (place) => drawnAs(numbered.get(place.id) as OrderedPlace));
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

function drawnAs({ place, back, passed }: OrderedPlace): string {
  return [
    place.kind === 'town' ? 'disc' : 'square',
    place.confidence === 'medium' && 'hollow',
    place.coord_precision === 'approximate' && 'point roughly known',
    back !== null && 'slate and struck',
    passed !== null && 'ringed',
  ]
    .filter(Boolean)
    .join(', ');
}
