import {
  barPiece,
  boxAround,
  byWidth,
  fadingEnd,
  outline,
  startMark,
  textLabel,
  utc,
  type BarStyle,
  type Frame,
  type Label,
  type Mark,
  type TimeScale,
} from '../../charts/index.ts';
import { formatDateShort } from '../../data/format.ts';
import { bareName } from '../../data/places.ts';
import { firstDay, lastDay } from '../../data/schemas/dates.ts';
import type { Period } from '../../data/schemas/figure.ts';
import { sharedTone, type DatedPlace, type DrawnPlace } from '../shared/drawn-places.ts';
import type { ChartModel } from '../shared/model.ts';
import { tenureOf } from '../shared/tenures.ts';

/** A crossing, and what its card adds to its row. */
export interface Gate {
  place: DrawnPlace;
  number: number | null;
  /** Whether it was wholly taken. */
  isSure: boolean;
  /** The words on what is known last, from the card. */
  words: string | null;
  /** Days of a later report of trade that only the note of the row tells of. */
  again: Period | null;
}

/** The room of one row. */
export interface RowRoom {
  frame: Frame;
  x: TimeScale;
  /** Its upper edge. */
  y: number;
  /** The last day shown. */
  end: string;
}

const HALF = 5;
/** Pixels from the middle of a bar up to the reports of trade. */
const TRADE = 11;

/** Pixels from the middle of a bar to the next row on a phone: more than from the bar up to its own words. */
const AFTER = 24;

/** Returns the height of a row, in pixels. */
export function rowHeight(gate: Gate, frame: Frame): number {
  return byWidth(frame, { phone: barMiddle(gate, frame) + AFTER, column: 38 });
}

/** Returns how far under the top of its row a bar stands: on a phone under the words and the reports of trade, elsewhere between the words. */
function barMiddle({ place, again }: Gate, frame: Frame): number {
  return byWidth(frame, { phone: place.trade_resumed_on || again ? 46 : 40, column: 22 });
}

/** Draws one crossing: its name and loss, who has it as a bar, trade as dots over it, and in words what is known last. */
export function drawRow(
  gate: Gate,
  room: RowRoom,
): { marks: Mark[]; labels: Label[]; placed: ChartModel['placed'][number] } {
  const { place } = gate;
  const { frame, x, y, end } = room;
  const middle = y + barMiddle(gate, frame);
  return {
    marks: gateMarks(gate, room, middle),
    labels: [nameLabel(gate, room), ...lastWords(gate, room)],
    placed: { row: place.id, x: x(utc(tenureOf(place, end).taken ?? place.captured_on)), y: middle },
  };
}

/**
 * Draws a crossing without its words: the bar around the height `middle`, and reports of trade over it.
 * @param trade The height of those reports.
 */
export function gateMarks(
  { place, isSure, again }: Gate,
  { frame, x, end }: Omit<RowRoom, 'y'>,
  middle: number,
  trade = middle - TRADE,
): Mark[] {
  const bar: BarStyle = { row: place.id, tone: sharedTone(place), y: middle, half: HALF };
  const { segments, taken = place.captured_on } = tenureOf(place, end);
  // A sighting without a day begins the fading.
  const until = isSure && place.held_seen_on ? firstDay(place.held_seen_on) : taken;
  const known = segments.filter(({ certainty, from }) => isSure && certainty !== 'open' && from < until);
  return [
    ...known.flatMap(({ certainty, from, to }) =>
      certainty === 'open' ? [] : [barPiece(certainty, x(utc(from)), x(utc(to < until ? to : until)), bar)],
    ),
    ...fadingEnd(x(utc(until)), x(utc(end)), bar),
    startMark(x(utc(taken)), bar, isSure ? 'firm' : 'hollow'),
    ...tradeDots(place, again, { frame, x }, trade),
  ];
}

/** A dot for each report of trade, in the middle of the days that it can mean. */
function tradeDots(
  { id, trade_resumed_on: first }: DatedPlace,
  again: Period | null,
  { frame, x }: Pick<RowRoom, 'frame' | 'x'>,
  y: number,
): Mark[] {
  const reports = [...(first ? [{ from: firstDay(first), to: lastDay(first) }] : []), ...(again ? [again] : [])];
  return reports.map(({ from, to }): Mark => {
    const at = { x: (x(utc(from)) + x(utc(to))) / 2, y };
    return {
      kind: 'filled',
      tone: 'china',
      row: id,
      d: outline('dot', at.x, at.y, frame.mark),
      boxes: [boxAround(at, frame.mark + 1)],
    };
  });
}

/** Returns the name of a gate, which need not say that it is one. */
export function gateName(place: DatedPlace): string {
  return bareName(place)
    .replace(/ gate$/, '')
    .replace(/ \/ .*$/, '');
}

/** Its name, and when it was lost. */
function nameLabel({ place, number, isSure }: Gate, { frame, y }: RowRoom): Label {
  const name = number === null ? gateName(place) : `${number}  ${gateName(place)}`;
  const lines = [name, `${formatDateShort(place.captured_on)}${isSure ? '' : ', in part'}`];
  return {
    ...textLabel(`name-${place.id}`, lines, 'heading', 0, y + frame.text, 'start', frame, 'ink', 1),
    row: place.id,
  };
}

/** The last thing known, at the right edge: of trade in China’s colour, else in ink. */
function lastWords({ place, words }: Gate, { frame, y }: RowRoom): Label[] {
  if (words === null) return [];
  const tone = place.trade_resumed_on ? 'china' : 'ink';
  const [at, anchor] = byWidth<[number, Label['anchor']]>(frame, {
    phone: [frame.width, 'end'],
    column: [frame.right + 10, 'start'],
  });
  const label = textLabel(place.id, words.split(' | '), 'heading', at, y + frame.text, anchor, frame, tone, 1);
  return [{ ...label, row: place.id }];
}
