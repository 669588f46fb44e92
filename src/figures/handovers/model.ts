import {
  barPiece,
  byWidth,
  frameOf,
  hasWords,
  num,
  textLabel,
  utc,
  wrapText,
  type Frame,
  type Label,
  type WidthName,
} from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import { lastDay } from '../../data/schemas/dates.ts';
import { numberFigureWords } from '../shared/figure-tables.ts';
import { annotationWords, annotationWordsAt, namedAnnotation, type FilledCard } from '../shared/filled-card.ts';
import type { ChartModel } from '../shared/model.ts';
import { drawnPoints, neededSeries, seriesOf, type Point } from '../shared/series.ts';

/** The words under the bars of before the operation, those at its beginning, and those at the foot. */
const SINGLE_DAYS = 'single-days';
const BEGAN = 'began';
const CAVEAT = 'caveat';
/** Half the height of a bar, and the room under it. */
const HALF = 17;
const UNDER = 9;

/** Draws scam suspects handed to China: each running total as a bar from zero, the beginning of the operation between them. */
export function handovers(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  // Data
  const series = seriesOf(ledger, card);
  const { tone } = neededSeries(series, 'dots', 'cumulative');
  const totals = drawnPoints(series).sort((a, b) => a.to.getTime() - b.to.getTime());
  const before = totals.filter((point) => knownBy(ledger, point) < utc(ledger.site.began));

  // Scales
  const frame = frameOf(width, 0, { top: 0, right: 0, bottom: 0 });
  const most = Math.max(...totals.map(({ value }) => value));
  const x = (value: number) => (value / most) * byWidth(width, { phone: frame.width, column: 470 });

  // Marks and their labels, from top to bottom
  const labels: Label[] = [];
  const bars: { id: string; end: number; y: number }[] = [];
  const hairlines: string[] = [];
  let top = 4;
  const write = (name: string, kind: 'remark' | 'name' = 'remark'): Label => {
    const words = annotationWords(namedAnnotation(card, name), frame) ?? '';
    const label = textLabel(name, wrapText(words, frame.width, frame.text), kind, 0, top + frame.text, 'start', frame);
    // What is left out takes no room.
    if (hasWords(label)) top = label.box.y1 + UNDER;
    return label;
  };
  for (const { id, value } of totals) {
    const end = x(value);
    const label = barLabel(card, id, { end, top, tone }, frame);
    // Words that do not fit behind the bar stand above it.
    if (label.x === 0) top = label.box.y1 + UNDER / 2;
    bars.push({ id, end, y: top + HALF });
    labels.push(label);
    top += 2 * HALF + UNDER;
    if (bars.length !== before.length) continue;
    labels.push(write(SINGLE_DAYS));
    top += UNDER;
    const began = write(BEGAN, 'name');
    if (hasWords(began)) hairlines.push(`M${num(began.box.x1 + 8)} ${num(began.y - 4)}H${frame.width}`);
    labels.push(began);
    top += UNDER;
  }
  labels.push(write(CAVEAT));
  const height = Math.ceil(top - UNDER + 2);

  return {
    ...numberFigureWords(ledger, card, series),
    frame: { ...frame, height, bottom: height },
    axes: [{ d: hairlines.join(''), labels: [] }],
    marks: bars.map(({ id, end, y }) => barPiece('sure', x(0), end, { row: id, tone, y, half: HALF })),
    labels: labels.filter(hasWords),
    placed: bars.map(({ id, end, y }) => ({ row: id, x: end / 2, y })),
  };
}

/** Returns the last day that a count can mean; without a day of its own that is the day of the earliest report of it. */
function knownBy(ledger: Ledger, { hasDay, to, sourceIds }: Point): Date {
  if (hasDay) return to;
  const reports = sourceIds.flatMap((id) => ledger.sources.get(id)?.published ?? []).map((day) => utc(lastDay(day)));
  return new Date(Math.min(to.getTime(), ...reports.map((day) => day.getTime())));
}

/** Writes how many, and what was counted, behind a bar, or from the left edge where that has no room. */
function barLabel(
  card: FilledCard,
  id: string,
  { end, top, tone }: { end: number; top: number; tone: string },
  frame: Frame,
): Label {
  const lines = (annotationWordsAt(card, id, frame) ?? '').split(' | ');
  const [behind, above] = [end + 8, 0].map((x) => ({
    ...textLabel(id, lines, 'value', x, top + frame.value, 'start', frame, tone, 1),
    row: id,
  })) as [Label, Label];
  return behind.box.x1 <= frame.width ? behind : above;
}
