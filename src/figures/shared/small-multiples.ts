import { utcFormat } from 'd3';
import {
  brokenLine,
  byWidth,
  countScale,
  countTicks,
  dayRange,
  formatTicks,
  frameOf,
  placeLabels,
  stepLine,
  straightLine,
  textLabel,
  textWidth,
  tickLabel,
  timeScale,
  utc,
  wrapText,
  type Axis,
  type ByWidth,
  type CountScale,
  type Frame,
  type Label,
  type LabelRequest,
  type Mark,
  type WidthName,
} from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import { numberFigureWords } from './figure-tables.ts';
import { FigureFault, type FilledCard } from './filled-card.ts';
import type { ChartModel } from './model.ts';
import { placePoint, pointMarks, rowLabels, type Placed } from './placed-points.ts';
import { drawnPoints, seriesOf, type Series } from './series.ts';

/** Settings of small multiples; all have a default. */
export interface MultiplesOptions {
  /** Panels side by side. */
  columns?: ByWidth<number>;
  /** Height of a panel's plot, in pixels. */
  plot?: ByWidth<number>;
  /** Names of the first and last day, as a d3 time format. */
  days?: string;
  /** Whether a line holds each value until the next one, or leads straight to it. */
  join?: 'straight' | 'step';
}

/** Pixels between two panels. */
const GAP = 14;
/** Most panels that one figure may have: with more, none can be read. */
const MOST = 12;

/**
 * Draws small multiples: a panel of equal size for each line and each group of dots of the card, in its order, all on one
 * scale of days and one of amounts. A panel is headed by the label of its series and says its last value, unless the card
 * has an annotation at that row.
 * @throws FigureFault if the card has too few panels or too many, or its rows may not be drawn.
 */
export function smallMultiples(
  ledger: Ledger,
  card: FilledCard,
  width: WidthName,
  options: MultiplesOptions = {},
): ChartModel {
  const series = seriesOf(ledger, card);
  const drawn = series.filter(({ kind }) => kind === 'line' || kind === 'dots');
  if (drawn.length < 2 || drawn.length > MOST)
    throw new FigureFault(
      'lines',
      `${drawn.length} panels`,
      `2 to ${MOST} lines or groups of dots, one for each panel`,
    );

  const columns = byWidth(width, options.columns ?? { phone: 2, column: Math.min(drawn.length, 4) });
  const plot = byWidth(width, options.plot ?? { phone: 130, column: 170 });
  const whole = frameOf(width, 0, { right: 6, top: 0, bottom: 0 });
  // Panels are narrow: values are as large as names in them.
  const base = { ...whole, value: whole.text };
  const panelWidth = (base.right - base.left - GAP * (columns - 1)) / columns;
  const heads = drawn.map(({ label }) => wrapText(label, panelWidth, base.text));
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * base.text * 1.3 + base.text * 1.4;
  const footHeight = base.text * 1.9;
  const panelHeight = headHeight + plot + footHeight;
  const rows = Math.ceil(drawn.length / columns);
  const height = rows * panelHeight + (rows - 1) * GAP;
  const frame: Frame = { ...base, height, bottom: height };

  const days = dayRange(drawnPoints(series));
  const panels = drawn.map((one, index) => {
    const column = index % columns;
    const top = Math.floor(index / columns) * (panelHeight + GAP);
    const left = base.left + column * (panelWidth + GAP);
    const edges = { left, right: left + panelWidth, top: top + headHeight, bottom: top + headHeight + plot };
    const room: Frame = { ...frame, ...edges, width: edges.right };
    return drawPanel(card, one, { room, top, head: heads[index] ?? [], isFirst: column === 0 }, days, series, options);
  });

  return {
    ...numberFigureWords(ledger, card, series),
    frame,
    axes: panels.map(({ axis }) => axis),
    marks: panels.flatMap(({ marks }) => marks),
    labels: panels.flatMap(({ labels }) => labels),
    placed: panels.flatMap(({ placed }) => placed.map(({ point, x, y }) => ({ row: point.id, x, y }))),
  };
}

interface Panel {
  /** The canvas, with the edges of this panel's plot. */
  room: Frame;
  /** Top of its heading. */
  top: number;
  head: string[];
  /** Whether it is the first of its row, which alone names the amounts. */
  isFirst: boolean;
}

function drawPanel(
  card: FilledCard,
  one: Series,
  { room, top, head, isFirst }: Panel,
  days: [from: string, to: string],
  all: Series[],
  {
    days: pattern = byWidth(room, { phone: '%b %Y', column: '%b %Y', card: '%Y' }),
    join = 'straight',
  }: MultiplesOptions,
): { axis: Axis; marks: Mark[]; labels: Label[]; placed: Placed[] } {
  const y = countScale(drawnPoints(all), room);
  // On a card there is no room for amounts.
  const ticks = room.name === 'card' ? [] : countTicks(y);
  // They have a strip of their own in every panel, so that all plots are alike.
  const strip = Math.max(0, ...formatTicks(ticks).map((words) => textWidth(words, room.remark, false))) + room.mark + 3;
  const x = timeScale(...days, room, { left: strip, right: room.mark + 2 });
  const placed = one.points.map((point) => placePoint(point, x, y));
  const lines =
    one.kind === 'line' ? brokenLine(placed, one.gaps, one.tone, join === 'step' ? stepLine : straightLine) : [];
  const marks = [...lines, ...pointMarks([one], placed, room)];
  const heading = textLabel(
    `head-${one.id}`,
    head,
    'heading',
    room.left,
    top + room.text,
    'start',
    room.text,
    one.tone,
  );
  const axis = panelAxis(one.id, y, ticks, room, isFirst);
  const write = utcFormat(pattern);
  const names = [...new Map(days.map((day) => [write(utc(day)), day])).entries()].map(([text, day]) => ({
    ...tickLabel(day, text, x(utc(day)), room.bottom + room.text * 1.5, room, { x0: room.left, x1: room.right }),
    id: `x-${one.id}-${day}`,
  }));
  const requests = [
    ...rowLabels(card, [one], placed, room, room.right - room.left),
    ...lastValue(card, one, placed, room),
  ];
  const fixed = [heading, ...axis.labels, ...names];
  const values = placeLabels(requests, fixed, marks, room).map((label) => ({ ...label, row: label.id }));
  return { axis: { ...axis, labels: [...axis.labels, ...names] }, marks, labels: [heading, ...values], placed };
}

/** Hairlines across one plot; only the first panel of a row names them. */
function panelAxis(id: string, y: CountScale, ticks: number[], room: Frame, isFirst: boolean): Axis {
  const at = (tick: number) => y(tick).toFixed(1);
  const words = formatTicks(ticks);
  return {
    d: ticks.map((tick) => `M${room.left.toFixed(1)} ${at(tick)}H${room.right.toFixed(1)}`).join(''),
    labels: ticks.flatMap((tick, index) =>
      isFirst && tick > 0
        ? [textLabel(`y-${id}-${tick}`, [words[index] ?? ''], 'tick', room.left, y(tick) - 4, 'start', room)]
        : [],
    ),
  };
}

/** The last value of a panel with its hedge, unless the card has its own words there. */
function lastValue(card: FilledCard, one: Series, placed: Placed[], room: Frame): LabelRequest[] {
  const last = placed.at(-1);
  if (!last || card.annotations.some(({ at }) => at === last.point.id)) return [];
  const { id, number } = last.point;
  const sides: LabelRequest['sides'] = ['above-left', 'above', 'below-left', 'left', 'below'];
  const width = room.right - room.left;
  return [{ id, row: id, text: number, kind: 'value', tone: one.tone, x: last.x, y: last.y, room: width, sides }];
}
