import { barMarks } from '../../charts/bars.ts';
import { captorTone } from '../../charts/captor.ts';
import { at } from '../../charts/frame.ts';
import { textLabel } from '../../charts/labels.ts';
import { boxAround } from '../../charts/boxes.ts';
import { whisker } from '../../charts/marks.ts';
import { num, outline } from '../../charts/paths.ts';
import type { DatedPlace } from '../../charts/place-table.ts';
import { utc } from '../../charts/points.ts';
import type { TimeScale } from '../../charts/scales.ts';
import { spanOf } from '../../charts/spans.ts';
import { wrapText } from '../../charts/text-width.ts';
import type { ChartModel, Frame, Label, Mark } from '../../charts/types.ts';
import { formatDateShort } from '../../ledger/format.ts';
import { bareName } from '../../ledger/place-words.ts';
import { withoutBrackets } from '../../ledger/spelling.ts';
import { firstDay, lastDay } from '../../schemas/dates.ts';

/** What one row is drawn with. */
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
  /** What followed, from the card. */
  words: string | null;
}

const HALF = 5;
/** How far under the bar its trade is shown. */
const TRADE = 12;

/** One crossing: who has it as a bar, trade as a line under it, and both in words. */
export function drawRow(place: DatedPlace, space: RowSpace): { marks: Mark[]; labels: Label[]; placed: ChartModel['placed'][number]; bottom: number } {
  const { frame, x, y, end, isSure } = space;
  const name = nameLabel(place, space);
  // On a phone the bar stands under the name, elsewhere beside it.
  const middle = at(frame, { phone: name.box.y1 + 10, column: y + 9 });
  const { taken, ...span } = spanOf(place, end);
  const bar = barMarks(isSure && taken ? { taken, ...span } : span, x, { row: place.id, tone: captorTone(place), y: middle, half: HALF });
  const labels = [name, ...afterLabel(place, space, middle)];
  return {
    marks: [...bar, ...tradeMarks(place, space, middle + TRADE)],
    labels,
    placed: { row: place.id, x: x(utc(taken ?? place.captured_on)), y: middle },
    bottom: Math.max(...labels.map(({ box }) => box.y1)),
  };
}

/** Whether the row’s later date is that of trade. For a gate held jointly it is that of joint control. */
function tradeDate({ status_latest, status_changed_on }: DatedPlace): string | null {
  return status_latest === 'held-or-joint' ? null : status_changed_on;
}

/** Dashes while no trade was reported, and a dot where it came back. */
function tradeMarks(place: DatedPlace, { frame, x }: RowSpace, y: number): Mark[] {
  const again = tradeDate(place);
  if (!again) return [];
  const [x0, x1] = [x(utc(firstDay(again))), x(utc(lastDay(again)))];
  const dot = { x: (x0 + x1) / 2, y };
  const mark = { tone: 'china' as const, row: place.id };
  const lost = x(utc(place.captured_on));
  return [
    { ...mark, kind: 'gap', d: `M${num(lost)} ${num(y)}H${num(x0)}`, boxes: [{ x0: lost, x1: x0, y0: y - 1, y1: y + 1 }] },
    ...(x1 > x0 ? [whisker({ x0, x1, y }, mark.tone, place.id)] : []),
    { ...mark, kind: 'filled', d: outline('dot', dot.x, dot.y, frame.mark), boxes: [boxAround(dot, frame.mark + 1)] },
  ];
}

/** Its name, when it was lost and to whom. */
function nameLabel(place: DatedPlace, { frame, y, number, isSure }: RowSpace): Label {
  const name = bareName(place).replace(/ gate$/, '').replace(/ \/ .*$/, '');
  const captor = `the ${withoutBrackets(place.captor).replace(/^the /, '')}`;
  const [verb, whom] = isSure ? ['lost', `to ${captor}`] : ['reported taken', `by ${captor}`];
  const when = `${verb} ${lossWords(place)}`;
  const left = 12;
  const room = at(frame, { phone: frame.width - left, column: frame.left - left - 8 });
  const lines = frame.name === 'phone' ? wrapText(`${when}, ${whom}`, room, frame.text) : [...(isSure ? [when] : [verb, lossWords(place)]), ...wrapText(whom, room, frame.text)];
  const label = textLabel(`name-${place.id}`, [number === null ? name : `${number}  ${name}`, ...lines], 'value', left, y + frame.text, 'start', frame.text, 'neutral', 1);
  return { ...label, row: place.id };
}

/** `25 Nov 2023 (25–26)`: the stated day, and the range where sources differ within the month. */
function lossWords({ captured_on, captured_not_before: from, captured_not_after: to }: DatedPlace): string {
  const day = formatDateShort(captured_on);
  return from && to ? `${day} (${Number(from.slice(8))}–${Number(to.slice(8))})` : day;
}

/** What followed, under the bar where it happened. */
function afterLabel(place: DatedPlace, { frame, x, words }: RowSpace, middle: number): Label[] {
  if (words === null) return [];
  const when = place.status_changed_on ?? place.captured_on;
  const at0 = (x(utc(firstDay(when))) + x(utc(lastDay(when)))) / 2 - 4;
  const left = Math.max(frame.left, Math.min(at0, frame.width - at(frame, { phone: 250, column: 330 })));
  const [head = '', more] = words.split(' | ');
  const bold = wrapText(head, frame.width - left, frame.text, true);
  const lines = more === undefined ? bold : [...bold, ...wrapText(more, frame.width - left, frame.text)];
  const y = middle + (tradeDate(place) ? TRADE + 9 : HALF + 3) + frame.text;
  return [{ ...textLabel(place.id, lines, 'value', left, y, 'start', frame.text, tradeDate(place) ? 'china' : 'neutral', bold.length), row: place.id }];
}
