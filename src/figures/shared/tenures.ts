import { firstDay, lastDay, precisionOf } from '../../data/schemas/dates.ts';
import { captureDays, changeDays, changeDay, type Days, isBackWithMilitary } from '../../data/places.ts';
import type { DatedPlace } from './drawn-places.ts';
import {
  num,
  utc,
  barPiece,
  fadingEnd,
  startMark,
  byWidth,
  type TimeScale,
  type Box,
  type Mark,
  type Glyph,
  type ByWidth,
  type BarStyle,
  type Certainty,
  type Frame,
} from '../../charts/index.ts';
import type { Tone } from '../../data/schemas/figure.ts';

/** Days of one certainty, as ISO days; it ends where the next begins. */
export interface TenureSegment {
  /** Open where nothing later is known. */
  certainty: Certainty | 'open';
  from: string;
  to: string;
}

/** The event that ended the time that a place was held by those who took it. */
export interface Ending {
  kind: 'retaken' | 'handed-back' | 'to-the-wa';
  /** The stated day, or where there is none the last day it can mean. */
  day: string;
}

/** A place from its capture to the last thing known of it. */
export interface Tenure {
  /** The day of the capture; missing where no source gives one. */
  taken?: string;
  segments: TenureSegment[];
  ending?: Ending;
}

/**
 * Returns the days from the capture of a place to what followed. Solid ends with the last dated sighting: what nobody reported is left open.
 * @param end The last day shown.
 * @param interval Days in which it was lost in between, which no column of its row tells.
 */
export function tenureOf(place: DatedPlace, end: string, interval?: Days): Tenure {
  const { captured_on, status_changed_on: changed } = place;
  const { from, to: sure } = captureDays(place);
  const taken = precisionOf(captured_on) === 'day' ? { taken: captured_on } : {};
  const after = afterCapture(place, sure, end);
  const segments = [tenureSegment('unsure', from, sure), ...after].filter((one) => one.from < one.to);
  const ending = endingOf(place);
  return {
    ...taken,
    segments: interval ? without(segments, interval.from, changed ?? interval.to) : segments,
    ...(ending ? { ending } : {}),
  };
}

function afterCapture(place: DatedPlace, sure: string, end: string): TenureSegment[] {
  const { held_seen_on: seen, status_latest: status } = place;
  const change = changeDays(place);
  if (change && (isBackWithMilitary(place) || status === 'transferred-uwsa'))
    return [tenureSegment('sure', sure, change.from), tenureSegment('unsure', change.from, change.to)];
  // Whose word is right, nobody has settled since.
  if (change && status === 'contested')
    return [tenureSegment('sure', sure, change.from), tenureSegment('unsure', change.from, end)];
  if (!seen) return [tenureSegment('open', sure, end)];
  const [seenFrom, seenTo] = [firstDay(seen), lastDay(seen)];
  // Held jointly with the military from one report on, and by its captors in the last: when that changed is not known.
  const doubt = change && status === 'held-or-joint' ? change.from : seenFrom;
  return [
    tenureSegment('sure', sure, doubt),
    tenureSegment('unsure', doubt > sure ? doubt : sure, seenTo),
    tenureSegment('open', seenTo, end),
  ];
}

const ENDINGS: Partial<Record<DatedPlace['status_latest'], Ending['kind']>> = {
  retaken: 'retaken',
  'handed-back': 'handed-back',
  'transferred-uwsa': 'to-the-wa',
};

function endingOf(place: DatedPlace): Ending | null {
  const kind = ENDINGS[place.status_latest];
  const day = changeDay(place);
  return kind && day ? { kind, day } : null;
}

function tenureSegment(certainty: TenureSegment['certainty'], from: string, to: string): TenureSegment {
  return { certainty, from, to };
}

/** Returns the segments without the days from one to another. */
function without(segments: TenureSegment[], from: string, to: string): TenureSegment[] {
  return segments.flatMap((one) => {
    const before = { ...one, to: one.to < from ? one.to : from };
    const behind = { ...one, from: one.from > to ? one.from : to };
    return [before, behind].filter((part) => part.from < part.to);
  });
}

/** The distance from the end of a bar to the middle of its mark, in pixels. */
export const BEYOND = 6;

/** Draws a bar in its segments, the mark of its capture, and that of its end. Days before the scale begins are cut off. */
export function barMarks(span: Tenure, x: TimeScale, style: BarStyle): Mark[] {
  const left = x.range()[0] as number;
  const segments = span.segments.flatMap(({ certainty, from, to }) => {
    const [x0, x1] = [Math.max(left, x(utc(from))), x(utc(to))];
    return certainty === 'open' ? fadingEnd(x0, x1, style) : [barPiece(certainty, x0, x1, style)];
  });
  const start = span.taken === undefined ? [] : [startMark(x(utc(span.taken)), style)];
  const end = span.ending ? [endMark(span.ending.kind, barEnd(span, x), style)] : [];
  return [...segments, ...start, ...end];
}

/** Returns the x of the end of the last piece of a bar. */
export function barEnd(span: Tenure, x: TimeScale): number {
  const days = [
    ...span.segments.map(({ to }) => to),
    ...(span.ending ? [span.ending.day] : []),
    ...(span.taken ? [span.taken] : []),
  ];
  return Math.max(...days.map((day) => x(utc(day))));
}

/** Draws the end of a bar: crossed out if retaken, one stroke if handed back, an arrowhead if passed on to others. */
export function endMark(kind: 'retaken' | 'handed-back' | 'to-the-wa', end: number, { row, y }: BarStyle): Mark {
  const x = end + BEYOND;
  const boxes: Box[] = [{ x0: x - 4, x1: x + 4, y0: y - 4, y1: y + 4 }];
  if (kind === 'to-the-wa')
    return {
      kind: 'filled',
      tone: 'neutral',
      d: `M${num(x - 3)} ${num(y - 4)}l7 4l-7 4z`,
      ...(row === undefined ? {} : { row }),
      boxes,
    };
  const stroke = `M${num(x - 3.5)} ${num(y + 4)}l7-8`;
  return {
    kind: 'strike',
    tone: 'military',
    d: kind === 'retaken' ? `${stroke}m-7 0l7 8` : stroke,
    ...(row === undefined ? {} : { row }),
    boxes,
  };
}

/**
 * Returns the key of the looks of a bar.
 * @param begun What happened to the place where its bar begins, in one word.
 * @param unsure What a light bar means, at each width.
 */
export function barGlyphs(frame: Frame, tone: Tone, begun: string, unsure: ByWidth<string>): Glyph[] {
  const bar = (y: number) => ({ tone, y, half: 5 });
  return [
    {
      width: 28,
      text: `${begun}; held, by dated sources`,
      draw: (x, y) => [barPiece('sure', x + 4, x + 28, bar(y)), startMark(x + 4, bar(y))],
    },
    { width: 22, text: byWidth(frame, unsure), draw: (x, y) => [barPiece('unsure', x, x + 22, bar(y))] },
    { width: 22, text: 'nothing later found', draw: (x, y) => fadingEnd(x, x + 22, bar(y)) },
  ];
}
