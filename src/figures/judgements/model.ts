import {
  boxAround,
  boxPath,
  fadeParts,
  isoDay,
  num,
  outline,
  placeLabels,
  rule,
  textLabel,
  uprightPath,
  utc,
  yearsBetween,
  type Axis,
  type Frame,
  type Label,
  type LabelRequest,
  type Mark,
  type Side,
  type TimeScale,
  type WidthName,
} from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import { annotationWords, labelOptions, namedAnnotation, type FilledCard } from '../shared/filled-card.ts';
import { figureWords } from '../shared/figure-tables.ts';
import type { ChartModel } from '../shared/model.ts';
import { layoutOf, type Lane, type Layout, type PlacedJudgement } from './layout.ts';
import { judgementTable, leaningsOf } from './rows.ts';

/** Half the height of the line over the days that a date can mean: thin, since its length is no weight. */
const THIN = 1.5;
/** Half the height of the hairline of one that the picture names. */
const HAIR = 0.5;
/** Most pixels over which such a line fades at either end, and fewest pixels of one part of that. */
const FADE = 20;
const PART = 6;
/** The words on the day on which all began. */
const START = 'start';
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

  // Labels
  const years = yearNames(layout, ledger.site.began);
  const heads = lanes.map((lane) => laneHeading(lane, lane.leaning.label, layout));
  const others = remark(card, OTHERS, frame.right, lanes[1]?.head ?? 0, 'end', frame);
  const start = remark(card, START, 0, frame.remark, 'start', frame);
  const fixed = [...heads, others, start];
  const dots = judgementMarks(layout);
  const requests = lanes.flatMap((lane) => nameRequests(card, lane, layout));
  const labels = [...fixed, ...placeLabels(requests, [...fixed, ...years], dots, frame)];

  return {
    ...figureWords(card, judgementTable(ledger, card, leanings)),
    frame,
    axes: [yearAxis(layout, years, labels)],
    marks: [startRule(layout, [...labels, ...years]), ...dots],
    labels,
    placed: placed.map(({ row, x, y }) => ({ row: row.id, x, y })),
  };
}

/** Returns the quiet words of the card that the picture asks for by name. */
function remark(card: FilledCard, name: string, x: number, y: number, anchor: Label['anchor'], frame: Frame): Label {
  const words = annotationWords(namedAnnotation(card, name), frame) ?? '';
  return textLabel(name, [words], 'remark', x, y, anchor, frame);
}

/** Returns the heading of a lane. */
export function laneHeading({ leaning, head }: Lane, words: string, { indent, frame }: Layout): Label {
  return textLabel(`head-${leaning.id}`, [words], 'heading', indent, head, 'start', frame.text, 'ink');
}

/** Draws the marks of all lanes. */
export function judgementMarks({ frame, lanes }: Layout): Mark[] {
  return lanes.flatMap(({ placed }) =>
    placed.flatMap((one) => (one.isDot ? [dotMark(one, frame.mark)] : spanMarks(one, frame.mark))),
  );
}

/** Draws a judgement at its day; strong where the picture names it. */
function dotMark({ row, x, y }: PlacedJudgement, half: number): Mark {
  return {
    kind: 'filled',
    tone: row.telling ? 'ink' : 'rest',
    d: outline(row.leaning === 'looking-back' ? 'square' : 'dot', x, y, half),
    row: row.id,
    boxes: [boxAround({ x, y }, half)],
  };
}

/** Draws a judgement over the days that a date without a day can mean: a line that fades at both ends, a hairline of ink where the picture names it: its length is no weight. */
function spanMarks({ row, y, x0, x1 }: PlacedJudgement, half: number): Mark[] {
  const [tone, thin] = row.telling ? (['ink', HAIR] as const) : (['rest', THIN] as const);
  const faded = Math.min(FADE, (x1 - x0) / 4);
  const [left, right] = [x0 + faded, x1 - faded];
  return [
    {
      ...(row.telling
        ? { kind: 'whisker', d: `M${num(left)} ${num(y)}H${num(right)}` }
        : { kind: 'bar', d: boxPath({ x0: left, x1: right, y0: y - thin, y1: y + thin }) }),
      tone,
      row: row.id,
      boxes: [{ x0, x1, y0: y - half + 1, y1: y + half - 1 }],
    },
    ...fadeParts(0, faded, Math.max(1, Math.floor(faded / PART))).map(({ from, to, opacity }): Mark => ({
      kind: 'fade',
      tone,
      row: row.id,
      d: `M${num(left - from)} ${num(y)}H${num(left - to)}M${num(right + from)} ${num(y)}H${num(right + to)}`,
      opacity,
      thickness: 2 * thin,
      boxes: [],
    })),
  ];
}

/** Draws the day on which all began, from top to bottom. */
export function startRule({ frame, x }: Layout, words: Label[]): Mark {
  return rule(x.range()[0] as number, frame.top, frame.height, words);
}

/** Returns the names of the years in their strip; the first has none where its days have no room for it. */
export function yearNames({ frame, x, strip, indent }: Layout, began: string): Label[] {
  const starts = yearStarts(x);
  const names = [{ year: began.slice(0, 4), at: indent - 3 }, ...starts].map(({ year, at }) =>
    textLabel(`x-${year}`, [year], 'tick', at + 3, strip.bottom - 7, 'start', frame.text),
  );
  return names.filter(({ box }, index) => index > 0 || box.x1 < (starts[0]?.at ?? Infinity));
}

/** Draws the strip of years between the lanes, and from top to bottom a hairline where a year begins, which stops at words. */
export function yearAxis({ frame, x, strip }: Layout, names: Label[], words: Label[]): Axis {
  const lines = [strip.top, strip.bottom].map((y) => `M0 ${num(y)}H${num(frame.width)}`);
  const years = yearStarts(x).map(({ at }) => uprightPath(at, frame.top, frame.height, words));
  return { d: [...lines, ...years].join(''), labels: names };
}

function yearStarts(x: TimeScale): { year: string; at: number }[] {
  const [first, last] = x.domain().map(isoDay) as [string, string];
  return yearsBetween(first, last).map((year) => ({ year, at: x(utc(`${year}-01-01`)) }));
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
