import {
  boxPath,
  isoDay,
  num,
  outline,
  placeLabels,
  textLabel,
  utc,
  yearsBetween,
  type Axis,
  type Box,
  type Frame,
  type Label,
  type LabelRequest,
  type Mark,
  type Side,
  type WidthName,
} from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import { annotationWords, labelOptions, namedAnnotation, type FilledCard } from '../shared/filled-card.ts';
import { figureWords } from '../shared/figure-tables.ts';
import type { ChartModel } from '../shared/model.ts';
import { layoutOf, type Lane, type Layout, type PlacedJudgement } from './layout.ts';
import { judgementTable, leaningsOf } from './rows.ts';

/** Half the height of the line over the days that a date can mean, where the picture names the judgement and elsewhere; and the width of its ends. */
const LINE = { named: 1, other: 1 };
const END = 2;
/** The words on the marks that are not named. */
const OTHERS = 'others';
/** Widest line of words for which the card asks no other. */
const ROOM = 300;

/** Draws dated judgements on an axis of time: those that saw a turning point above the years, the cautious under them, those looking back at the foot. */
export function judgements(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  // Data
  const leanings = leaningsOf(ledger, card);

  // Scales
  const layout = layoutOf(width, ledger.site.began, leanings);
  const { frame, lanes } = layout;
  const placed = lanes.flatMap((lane) => lane.placed);

  // Marks
  const marks = judgementMarks(layout);

  // Labels
  const axis = yearAxis(layout, ledger.site.began);
  const heads = lanes.map((lane) => laneHeading(lane, lane.leaning.label, frame));
  const others = textLabel(
    OTHERS,
    [annotationWords(namedAnnotation(card, OTHERS), frame) ?? ''],
    'remark',
    frame.right,
    lanes[1]?.head ?? 0,
    'end',
    frame.text,
  );
  const requests = lanes.flatMap((lane) => nameRequests(card, lane, layout));
  const fixed = [...heads, others];
  const labels = [...fixed, ...placeLabels(requests, [...fixed, ...axis.labels], marks, frame)];

  return {
    ...figureWords(card, judgementTable(ledger, card, leanings)),
    frame,
    axes: [axis],
    marks,
    labels,
    placed: placed.map(({ row, x, y }) => ({ row: row.id, x, y })),
  };
}

/** Returns the heading of a lane. */
export function laneHeading({ leaning, head }: Lane, words: string, { text }: Frame): Label {
  return textLabel(`head-${leaning.id}`, [words], 'heading', 0, head, 'start', text, 'ink');
}

/** Draws the marks of all lanes. */
export function judgementMarks({ frame, lanes }: Layout): Mark[] {
  return lanes.flatMap(({ placed }) => placed.map((one) => judgementMark(one, frame.mark)));
}

/** Draws a dot at a known day, and a bar over the days that a date without one can mean; strong where the picture names it. */
function judgementMark({ row, hasDay, x, y, x0, x1 }: PlacedJudgement, half: number): Mark {
  const box = hasDay
    ? { x0: x - half, x1: x + half, y0: y - half, y1: y + half }
    : { x0, x1, y0: y - half + 1, y1: y + half - 1 };
  return {
    kind: hasDay ? 'filled' : 'bar',
    tone: row.telling ? 'ink' : 'rest',
    d: hasDay
      ? outline(row.leaning === 'looking-back' ? 'square' : 'dot', x, y, half)
      : spanPath(box, y, row.telling ? LINE.named : LINE.other),
    row: row.id,
    boxes: [box],
  };
}

/** Returns the path over the days that a date can mean: a line with ends. */
function spanPath({ x0, x1, y0, y1 }: Box, y: number, half: number): string {
  const ends = [x0, x1 - END].map((x) => boxPath({ x0: x, x1: x + END, y0, y1 }));
  return [...ends, boxPath({ x0: x0 + END, x1: x1 - END, y0: y - half, y1: y + half })].join('');
}

/** Draws the strip of years between the lanes, and a hairline through all lanes where a year begins. */
export function yearAxis({ frame, x, strip }: Layout, began: string): Axis {
  const last = isoDay(x.domain()[1] as Date);
  const starts = yearsBetween(began, last).map((year) => ({
    year,
    at: x(utc(`${year}-01-01`)),
  }));
  const lines = [strip.top, strip.bottom].map((y) => `M0 ${num(y)}H${num(frame.width)}`);
  const names = [{ year: began.slice(0, 4), at: 0 }, ...starts];
  return {
    d: [...lines, ...starts.map(({ at }) => `M${num(at)} ${num(strip.top)}V${num(strip.bottom)}`)].join(''),
    labels: names.map(({ year, at }) =>
      textLabel(`x-${year}`, [year], 'tick', at + 3, strip.bottom - 7, 'start', frame.text),
    ),
  };
}

const BESIDE: Record<Lane['leaning']['id'], Side[]> = {
  for: ['right', 'above-right', 'above'],
  against: ['right', 'below-right', 'below'],
  'looking-back': ['left', 'below-left'],
};

/** Asks for the words of the card beside the marks that it annotates. */
function nameRequests(card: FilledCard, { leaning, placed }: Lane, { frame }: Layout): LabelRequest[] {
  return card.annotations.flatMap((annotation): LabelRequest[] => {
    const one = placed.find(({ row }) => row.id === annotation.at);
    const text = one && annotationWords(annotation, frame);
    if (!one || !text) return [];
    const { dx = 0, on: _, sides = BESIDE[leaning.id], ...options } = labelOptions(annotation, frame);
    const x = (sides[0] === 'right' ? one.x1 : one.x0) + dx;
    return [
      {
        id: annotation.at,
        row: annotation.at,
        text,
        kind: 'heading',
        tone: 'ink',
        x,
        y: one.y,
        room: ROOM,
        ...options,
        sides,
      },
    ];
  });
}
