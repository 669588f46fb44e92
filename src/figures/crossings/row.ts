import { barMarks, tenureOf, type Tenure } from '../shared/tenures.ts';
import {
  startMark,
  byWidth,
  textLabel,
  boxAround,
  whisker,
  num,
  outline,
  utc,
  textWidth,
  wrapText,
  type BarStyle,
  type TimeScale,
  type Frame,
  type Label,
  type Mark,
} from '../../charts/index.ts';
import { sharedTone, type DatedPlace, type DrawnPlace } from '../shared/drawn-places.ts';
import type { ChartModel } from '../shared/model.ts';
import { formatDateShort } from '../../data/format.ts';
import { bareName } from '../../data/places.ts';
import { withoutBrackets } from '../../data/spelling.ts';
import { firstDay, lastDay } from '../../data/schemas/dates.ts';
import type { Period } from '../../data/schemas/figure.ts';

/** The place of one row, and what it is drawn with besides the crossing itself. */
export interface RowSpace {
  frame: Frame;
  x: TimeScale;
  /** Its upper edge. */
  y: number;
  /** The last day shown. */
  end: string;
  number: number | null;
  /** Whether it was wholly taken; if not, nothing of it is solid. */
  isSure: boolean;
  /** The words on what followed, from the card. */
  words: string | null;
  /** The weeks in which China kept crossings shut: no line of trade runs through them. */
  closure: Period;
  /** A later report of trade that only the note of the row tells of, and its words. */
  again: { days: Period; words: string | null } | null;
  /** Days on which the town beside the gate was lost, where they differ from those of the gate. */
  town: Period | null;
}

/** The part of a row's space that is needed to draw it without its words. */
type Drawing = Pick<RowSpace, 'frame' | 'x' | 'end' | 'isSure' | 'closure' | 'again'>;

const HALF = 5;
/** The distance from the bar to the trade under it. */
const TRADE = 12;

/** Draws one crossing: who has it as a bar, trade as a line under it, and both in words. */
export function drawRow(
  place: DrawnPlace,
  space: RowSpace,
): { marks: Mark[]; labels: Label[]; placed: ChartModel['placed'][number]; bottom: number } {
  const { frame, x, y, end } = space;
  const name = nameLabel(place, space);
  // On a phone the bar stands under the name, elsewhere beside it.
  const middle = byWidth(frame, { phone: name.box.y1 + 10, column: y + 9 });
  const labels = [name, ...afterLabel(place, space, middle)];
  return {
    marks: barAndTrade(place, space, middle),
    labels,
    placed: { row: place.id, x: x(utc(tenureOf(place, end).taken ?? place.captured_on)), y: middle },
    bottom: Math.max(...labels.map(({ box }) => box.y1)),
  };
}

/** Draws a row without its words: the bar around the height `middle`, and trade under it. */
export function barAndTrade(place: DrawnPlace, space: Drawing, middle: number): Mark[] {
  const { x, end, isSure } = space;
  const { taken, ...span } = contestedSpan(place, tenureOf(place, end), end);
  const style: BarStyle = { row: place.id, tone: sharedTone(place), y: middle, half: HALF };
  const start =
    taken || !isSure ? [startMark(x(utc(taken ?? place.captured_on)), style, isSure ? 'firm' : 'hollow')] : [];
  return [...barMarks(span, x, style), ...start, ...tradeMarks(place, space, middle + TRADE)];
}

/** Marks all of the span of a place as unsure that was contested from its capture on. */
function contestedSpan(place: DatedPlace, span: Tenure, end: string): Tenure {
  if (place.status_latest !== 'contested' || place.status_changed_on !== null) return span;
  return {
    ...span,
    segments: [{ certainty: 'unsure', from: firstDay(place.captured_not_before ?? place.captured_on), to: end }],
  };
}

/** Dashes while no trade was reported, a dot at each report of it, and a line from a report to the closure or from the reopening to a report. */
function tradeMarks(place: DatedPlace, { frame, x, closure, again }: Drawing, y: number): Mark[] {
  const first = place.trade_resumed_on;
  if (!first) return [];
  const tone = 'china' as const;
  const row = place.id;
  const stroke = (kind: 'gap' | 'line', from: string, to: string): Mark[] => {
    const [x0, x1] = [x(utc(from)), x(utc(to))];
    return from < to
      ? [{ kind, tone, row, d: `M${num(x0)} ${num(y)}H${num(x1)}`, boxes: [{ x0, x1, y0: y - 1, y1: y + 1 }] }]
      : [];
  };
  const reports = [{ from: firstDay(first), to: lastDay(first) }, ...(again ? [again.days] : [])];
  const lines = reports.flatMap(({ from, to }) => [
    ...stroke('line', to, closure.from),
    ...stroke('line', closure.to, from),
  ]);
  const dots = reports.flatMap(({ from, to }): Mark[] => {
    const [x0, x1] = [x(utc(from)), x(utc(to))];
    const dot = { x: (x0 + x1) / 2, y };
    return [
      ...(x1 > x0 ? [whisker({ x0, x1, y }, tone, row)] : []),
      {
        tone,
        row,
        kind: 'filled',
        d: outline('dot', dot.x, dot.y, frame.mark),
        boxes: [boxAround(dot, frame.mark + 1)],
      },
    ];
  });
  const until = firstDay(first) < closure.from ? firstDay(first) : closure.from;
  return [...stroke('gap', place.captured_on, until), ...lines, ...dots];
}

/** Returns the name of a gate, which need not say that it is one. */
export function gateName(place: DatedPlace): string {
  return bareName(place)
    .replace(/ gate$/, '')
    .replace(/ \/ .*$/, '');
}

/** Its name, when it was lost and to whom. */
function nameLabel(place: DatedPlace, { frame, y, number, isSure, town }: RowSpace): Label {
  const name = gateName(place);
  const captor = `the ${withoutBrackets(place.captor).replace(/^the /, '')}`;
  const [verb, whom] = isSure ? ['lost', `to ${captor}`] : ['reported taken', `by ${captor}`];
  const loss = lossWords(place, town);
  const when = `${verb} ${loss}`;
  const left = 12;
  const room = byWidth(frame, { phone: frame.width - left, column: frame.left - left - 8 });
  const lines =
    frame.name === 'phone'
      ? wrapText(`${when}, ${whom}`, room, frame.text)
      : [...(isSure ? wrapText(when, room, frame.text) : [verb, loss]), ...wrapText(whom, room, frame.text)];
  const label = textLabel(
    `name-${place.id}`,
    [number === null ? name : `${number}  ${name}`, ...lines],
    'value',
    left,
    y + frame.text,
    'start',
    frame.text,
    'neutral',
    1,
  );
  return { ...label, row: place.id };
}

/** `25 Nov 2023 (25–26)`: the stated day, and the range where sources differ within the month; or `19 Nov 2023 (town 1–2 Nov)`. */
function lossWords(
  { captured_on, captured_not_before: from, captured_not_after: to }: DatedPlace,
  town: Period | null,
): string {
  const day = formatDateShort(captured_on);
  if (town) return `${day} (town ${Number(town.from.slice(8))}–${formatDateShort(town.to).replace(/ \d{4}$/, '')})`;
  return from && to ? `${day} (${Number(from.slice(8))}–${Number(to.slice(8))})` : day;
}

/** Places the words on what followed under the bar where it happened. */
function afterLabel(place: DatedPlace, { frame, x, words, again }: RowSpace, middle: number): Label[] {
  if (words === null) return [];
  const trade = place.trade_resumed_on;
  const when = trade ?? place.status_changed_on ?? place.captured_on;
  const at0 = (x(utc(firstDay(when))) + x(utc(lastDay(when)))) / 2 - 4;
  const left = Math.max(frame.left, Math.min(at0, frame.width - byWidth(frame, { phone: 250, column: 330 })));
  const [head = '', more] = words.split(' | ');
  const bold = wrapText(head, frame.width - left, frame.text, true);
  const lines = more === undefined ? bold : [...bold, ...wrapText(more, frame.width - left, frame.text)];
  const tone = trade ? 'china' : 'neutral';
  const y = middle + (trade ? TRADE + 9 : HALF + 3) + frame.text;
  const label = {
    ...textLabel(place.id, lines, 'value', left, y, 'start', frame.text, tone, bold.length),
    row: place.id,
  };
  if (!again?.words) return [label];
  // On a line of its own, as near to its dot as the edge allows.
  const againLeft = Math.min(x(utc(again.days.from)) - 4, frame.width - textWidth(again.words, frame.text, true) - 2);
  return [
    label,
    {
      ...textLabel(
        `${place.id}-again`,
        [again.words],
        'value',
        againLeft,
        label.box.y1 + frame.text,
        'start',
        frame.text,
        tone,
      ),
      row: place.id,
    },
  ];
}
