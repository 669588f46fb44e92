import { countAxis, timeAxis } from '../../charts/axes.ts';
import { at, frameOf } from '../../charts/frame.ts';
import { keyHeight, markKey } from '../../charts/key.ts';
import { placeLabels, textLabel } from '../../charts/labels.ts';
import { brokenLine, rule, stepLine, utcDay } from '../../charts/marks.ts';
import { placedOf, pointMarks } from '../../charts/marks-of.ts';
import { placeSeries } from '../../charts/place.ts';
import { seriesOf } from '../../charts/points.ts';
import { countScale, timeScale } from '../../charts/scales.ts';
import { wrapText } from '../../charts/text-width.ts';
import { annotationText, rowWishes, wordsOf, type Taste } from '../../charts/words.ts';
import type { ChartModel, WidthName } from '../../charts/types.ts';
import type { FigureCard } from '../../schemas/figure.ts';
import type { Ledger } from '../../ledger/load.ts';

/** The first day that the UN's count covered more than northern Shan. */
const WIDER_FROM = '2023-11-14';
/** Stands for the weeks without a dated count, where the dashes are explained. */
const UNDATED = '2023-11-30';

/** People newly displaced since 27 October 2023: steps through the UN's announcements, one line for each area counted. */
export function displacedSince1027(ledger: Ledger, card: FigureCard, width: WidthName): ChartModel {
  const series = seriesOf(ledger, card);
  const frame = frameOf(width, at(width, { phone: 470, column: 440 }));
  frame.top = keyHeight(card, frame) + 26;
  const x = timeScale('2023-10-27', '2023-12-31', frame, { left: 8, right: 6 });
  const y = countScale(700_000, frame);
  const placed = placeSeries(series, x, y, frame);
  const lines = series.filter((one) => one.kind === 'line').flatMap((one) => brokenLine(placedOf(one, placed), one.gaps, one.tone, stepLine));
  const widening = rule(x(utcDay(WIDER_FROM)), frame.top - 12, y(ledger.observations.get('A09')?.value ?? 0));
  const key = markKey(card, frame);
  const marks = [widening, ...lines, ...pointMarks(series, placed, frame)];
  const axes = [
    countAxis(y, [0, 200_000, 400_000, 600_000], frame),
    timeAxis(x, ['2023-11-01', '2023-11-15', '2023-12-01', '2023-12-15', '2023-12-31'], '%-d %b', frame),
  ];

  const note = annotationText(ledger, card, WIDER_FROM, frame) ?? '';
  const widerLabel = textLabel('wider', wrapText(note, at(frame, { phone: 90, column: 230 }), frame.text), 'remark', x(utcDay(WIDER_FROM)) + 6, frame.top + at(frame, { phone: 4, column: 0 }), 'start', frame.text);
  const fixed = [...key.labels, ...axes.flatMap((axis) => axis.labels), widerLabel];
  const wishes = rowWishes(ledger, card, series, placed, frame, at(frame, { phone: 92, column: 170 }), tastes(width));
  const dashes = { x: x(utcDay(UNDATED)), y: y(427_000) };
  const dashNote = annotationText(ledger, card, UNDATED, frame) ?? '';
  wishes.push({ id: 'dashes', text: dashNote, kind: 'remark', tone: 'neutral', ...dashes, room: at(frame, { phone: 84, column: 150 }), sides: ['above-left', 'left'], away: 10 });
  const labels = [...key.labels, widerLabel, ...placeLabels(wishes, fixed, marks, frame)];

  return { ...wordsOf(ledger, card, series), frame, axes, marks: [...marks, ...key.marks], labels, placed: placed.map((place) => ({ row: place.point.id, x: place.x, y: place.y })) };
}

/** Where labels look best: the space right of and under the dashes is free. */
function tastes(width: WidthName): Record<string, Taste> {
  const isPhone = width === 'phone';
  return {
    A06: { sides: ['right'], room: 150 },
    A09: { sides: ['below-right', 'right', 'left'] },
    A11: { sides: ['below-right', 'right', 'left'] },
    'f-wire-displaced': { sides: ['right', 'below-right'], afterWhisker: true, room: isPhone ? 134 : 260 },
    A20: { sides: ['below-left'] },
    A17: { sides: ['below-right', 'below'] },
    A21: { sides: isPhone ? ['above'] : ['above-left', 'above'], room: 170, dx: isPhone ? 14 : 0 },
    A22: { sides: ['below-left', 'left'], room: isPhone ? 100 : 190 },
  };
}
