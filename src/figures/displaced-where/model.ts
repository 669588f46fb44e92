import {
  arrow,
  barPiece,
  frameOf,
  hasWords,
  smallFrame,
  textLabel,
  wrapText,
  type Frame,
  type Label,
  type Picture,
  type WidthName,
} from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import { numberFigureWords } from '../shared/figure-tables.ts';
import { annotationWords, FigureFault, namedAnnotation, type FilledCard } from '../shared/filled-card.ts';
import type { ChartModel } from '../shared/model.ts';
import type { Annotation } from '../../data/schemas/figure-annotation.ts';
import { neededSeries, seriesOf, type Point } from '../shared/series.ts';

/** The series of the count of all, and that of its parts. */
const WHOLE = 'whole';
const PARTS = 'parts';
/** The words on what the parts leave over. */
const REST = 'rest';
/** Half the height of a bar, and the room around it. */
const HALF = 9;
/** Least width for words that begin where their bar does. */
const ROOM = 200;
/** Half the height of the ends of the arrow. */
const END = 5;
const UNDER = 10;
/** The share of the width that the whole takes where words stand beside the last bar, and their distance from it. */
const SHARE = 0.72;
const AWAY = 8;

/** Draws one count of all displaced people as a bar, and under it the regions that it names, each beginning where the one before ends, so that what is left over can be seen. */
export function displacedWhere(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const frame = frameOf(width, 0, { top: 0, right: 0, bottom: 0 });
  return drawWhere(ledger, card, frame, (annotation) => annotationWords(annotation, frame));
}

/** Draws the same bars for the card of a shared link, with fewer words. */
export function displacedWhereSmall(ledger: Ledger, card: FilledCard): Picture {
  const model = drawWhere(ledger, card, smallFrame(), ({ small }) => small ?? null);
  return { ...model, alt: card.alt_small ?? card.alt };
}

function drawWhere(
  ledger: Ledger,
  card: FilledCard,
  frame: Frame,
  wordsOf: (annotation: Annotation) => string | null,
): ChartModel {
  // Data
  const series = seriesOf(ledger, card);
  const [whole, ...others] = neededSeries(series, 'dots', WHOLE).points;
  const { points: parts, tone } = neededSeries(series, 'dots', PARTS);
  if (!whole || others.length > 0) throw new FigureFault('dots', `${others.length + 1} rows of the whole`, 'one row');
  checkParts(whole, parts);

  const restWords = wordsOf(namedAnnotation(card, REST)) ?? '';

  // Scale
  const x = (value: number) => (value / whole.value) * (restWords === '' ? 1 : SHARE) * frame.width;

  // Marks and their labels, from top to bottom
  const words = (at: string) => card.annotations.filter((one) => one.at === at).map(wordsOf)[0] ?? '';
  const marks: ChartModel['marks'] = [];
  const labels: Label[] = [];
  const placed: ChartModel['placed'] = [];
  let [top, used] = [0, 0];
  for (const point of [whole, ...parts]) {
    const isWhole = point === whole;
    const [start, end] = isWhole ? [0, x(point.value)] : [x(used), x(used + point.value)];
    const label = barLabel(point.id, words(point.id), start, top, frame);
    const y = label.box.y1 + HALF + 3;
    labels.push({ ...label, row: point.id });
    // The largest part is what the picture is about; the whole is no part, so it has no colour of one.
    const isLargest = parts.every(({ value }) => value <= point.value);
    marks.push(
      isWhole
        ? arrow(start, end, { row: point.id, tone: 'ink', y, half: END })
        : barPiece('sure', start, end, { row: point.id, tone: isLargest ? tone : 'rest', y, half: HALF }),
    );
    placed.push({ row: point.id, x: end, y });
    top = y + HALF + UNDER;
    if (!isWhole) used += point.value;
  }
  // What the parts leave over has no bar, so its words begin where its bar would, beside the last one.
  const [head = '', more = ''] = restWords.split(' | ');
  const start = x(used) + AWAY;
  const lines = [head, ...wrapText(more, frame.width - start, frame.remark)];
  const rest = textLabel(
    REST,
    lines,
    'heading',
    start,
    top - UNDER - HALF + frame.text * 0.36,
    'start',
    frame,
    'neutral',
    1,
  );
  labels.push(rest);
  const height = Math.ceil(Math.max(top - UNDER, rest.box.y1) + 2);

  return {
    ...numberFigureWords(ledger, card, series),
    frame: { ...frame, height, bottom: height },
    axes: [],
    marks,
    labels: labels.filter(hasWords),
    placed,
  };
}

/** @throws FigureFault if the parts are not of the same day, counter and definition as the whole, or are more than it. */
function checkParts(whole: Point, parts: Point[]): void {
  for (const [index, part] of parts.entries()) {
    const [found, expected] = [part, whole].map(
      ({ as_of, claimantId, definition }) => `${as_of}, ${claimantId}, ${definition ?? ''}`,
    );
    if (found !== expected)
      throw new FigureFault(
        `dots.1.rows.${index}`,
        `"${part.id}" (${found})`,
        `a part of the count "${whole.id}" (${expected})`,
      );
  }
  const sum = parts.reduce((total, { value }) => total + value, 0);
  if (sum > whole.value) throw new FigureFault('dots.1.rows', `parts of ${sum}`, `at most the whole, ${whole.value}`);
}

/** Sets a bar’s words over its beginning or, where they would stand out, up to the right edge. */
function barLabel(id: string, words: string, start: number, top: number, frame: Frame): Label {
  const [head = '', more = ''] = words.split(' | ');
  const beside = frame.width - start;
  const room = beside < ROOM ? frame.width : beside;
  const lines = [head, ...(more === '' ? [] : wrapText(more, room, frame.remark))];
  const label = (x: number, anchor: Label['anchor']) =>
    textLabel(id, lines, 'heading', x, top + frame.text, anchor, frame, 'ink', 1);
  const left = label(start, 'start');
  return left.box.x1 <= frame.width ? left : label(frame.width, 'end');
}
