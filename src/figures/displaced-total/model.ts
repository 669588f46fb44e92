import { countAxis, timeAxis } from '../../charts/axes.ts';
import { at, frameOf } from '../../charts/frame.ts';
import { keyHeight, markKey } from '../../charts/key.ts';
import { placeLabels, textLabel } from '../../charts/labels.ts';
import { bandArea, bracket, brokenLine, rule, straightLine, utcDay, type Placed } from '../../charts/marks.ts';
import { placedOf, pointMarks } from '../../charts/marks-of.ts';
import { placePoint } from '../../charts/place.ts';
import { seriesOf, type Series } from '../../charts/points.ts';
import { countScale, timeScale, type CountScale } from '../../charts/scales.ts';
import { wrapText } from '../../charts/text-width.ts';
import { annotationText, rowWishes, wordsOf, type Taste } from '../../charts/words.ts';
import type { ChartModel, Label, Mark, WidthName } from '../../charts/types.ts';
import type { FigureCard } from '../../schemas/figure.ts';
import type { Ledger } from '../../ledger/load.ts';

const COUP = '2021-02-01';
const OPERATION = '2023-10-27';
/** The last count before the operation and the first after it, by one office and one definition. */
const BEFORE = 'B17';
const AFTER = 'B25';
const RISE = 'd-idp-rise';
/** The other count of those displaced before the coup. */
const BASE = 'B02';

/** All people displaced inside Myanmar: the total as a line, and the two parts it consists of as bands where both are known. */
export function displacedTotal(ledger: Ledger, card: FigureCard, width: WidthName): ChartModel {
  const series = seriesOf(ledger, card);
  const frame = frameOf(width, at(width, { phone: 460, column: 430 }));
  frame.top = keyHeight(card, frame) + at(width, { phone: 74, column: 48 });
  const x = timeScale('2020-12-01', '2025-12-31', frame, { left: 14, right: at(width, { phone: 20, column: 0 }) });
  const y = countScale(4_000_000, frame);
  const placed = series.filter((one) => one.kind === 'line' || one.kind === 'dots').flatMap((one) => one.points.map((point) => placePoint(point, x, y)));
  const place = (id: string) => placed.find((one) => one.point.id === id) as Placed;
  const [total, part] = [find(series, 'total'), find(series, 'since-coup')];
  const marks: Mark[] = [
    ...bands(placedOf(total, placed), part, y),
    ...[COUP, OPERATION].map((day) => rule(x(utcDay(day)), frame.top - at(width, { phone: 54, column: 28 }), frame.bottom)),
    ...brokenLine(placedOf(total, placed), total.gaps, total.tone, straightLine),
    bracket(place(BEFORE), place(AFTER)),
    ...pointMarks(series, placed, frame, (one, { point }) => (isRounded(point.value) ? 'point' : one.shape)),
  ];
  const key = markKey(card, frame);
  const axes = [
    countAxis(y, [0, 1_000_000, 2_000_000, 3_000_000, 4_000_000], frame),
    timeAxis(x, at(frame, { phone: ['2021', '2023', '2025'], column: ['2021', '2022', '2023', '2024', '2025'] }).map((year) => `${year}-01-01`), '%Y', frame),
  ];

  const words = (id: string) => annotationText(ledger, card, id, frame) ?? '';
  const atTop = (day: string, room: number): Label => textLabel(day, wrapText(words(day), room, frame.text), 'remark', x(utcDay(day)) + 4, frame.top - at(frame, { phone: 46, column: 20 }), 'start', frame.text);
  const inBand = (id: string, day: string, value: number): Label => textLabel(id, [words(id)], 'band', x(utcDay(day)), y(value), 'middle', frame.text, id === 'since-coup' ? 'displaced' : 'neutral');
  const names = [
    atTop(COUP, at(frame, { phone: 90, column: 200 })),
    atTop(OPERATION, at(frame, { phone: 120, column: 220 })),
    textLabel('base', wrapText(words(BASE), at(frame, { phone: 88, column: 150 }), frame.text), 'remark', x(utcDay(COUP)) + 6, y(at(frame, { phone: 2_060_000, column: 1_700_000 })), 'start', frame.text),
    inBand('since-coup', at(frame, { phone: '2023-05-15', column: '2023-01-15' }), 700_000),
    inBand('before-coup', at(frame, { phone: '2023-05-01', column: '2022-11-01' }), 90_000),
  ];
  const fixed = [...names, ...key.labels, ...axes.flatMap((axis) => axis.labels)];
  const wishes = rowWishes(ledger, card, series, placed.filter((one) => one.point.id !== BASE), frame, at(frame, { phone: 120, column: 210 }), tastes(width, place(AFTER)));
  const rise = { x: place(AFTER).x, y: (place(BEFORE).y + place(AFTER).y) / 2 };
  wishes.unshift({ id: RISE, text: words(RISE), kind: 'value', tone: 'neutral', ...rise, room: 120, sides: ['right'], away: 5 });
  const labels = [...key.labels, ...names, ...placeLabels(wishes, fixed, marks, frame)];

  return { ...wordsOf(ledger, card, series), frame, axes, marks: [...marks, ...key.marks], labels, placed: placed.map((one) => ({ row: one.point.id, x: one.x, y: one.y })) };
}

/** The two parts of the total, between days for which both the total and the newer part were published. */
function bands(total: Placed[], part: Series, y: CountScale): Mark[] {
  const known = total.flatMap((place) => {
    const newer = part.points.find((point) => point.hasDay && point.as_of === place.point.as_of);
    return newer ? [{ x: place.x, older: y(place.point.value - newer.value), all: place.y }] : [];
  });
  return [
    bandArea(known.map((one) => ({ x: one.x, low: y(0), high: one.older })), 'neutral'),
    bandArea(known.map((one) => ({ x: one.x, low: one.older, high: one.all })), 'displaced'),
  ];
}

/** Totals to the nearest hundred thousand are statements, not counts. */
function isRounded(value: number): boolean {
  return value % 100_000 === 0;
}

function find(series: Series[], id: string): Series {
  const found = series.find((one) => one.id === id);
  if (!found) throw new Error(`content/figures/displaced-total.yaml: no series "${id}"`);
  return found;
}

function tastes(width: WidthName, after: Placed): Record<string, Taste> {
  const left = after.x - (width === 'phone' ? 14 : 26);
  return {
    [BEFORE]: { sides: ['above-left', 'left'] },
    [AFTER]: { sides: ['left', 'above-left'], x: left },
    B35: { sides: ['below-right'], room: width === 'phone' ? 78 : 200 },
    B39: { sides: ['above-left', 'above'], away: 10, room: width === 'phone' ? 90 : 210 },
  };
}
