import {
  areaMark,
  byWidth,
  countTicks,
  frameOf,
  lengthAxis,
  lengthScale,
  pointMark,
  textLabel,
  textWidth,
  type Frame,
  type Label,
  type Mark,
  type WidthName,
} from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { Shape, Tone } from '../../data/schemas/figure.ts';
import { numberFigureWords } from '../shared/figure-tables.ts';
import {
  annotationWords,
  annotationWordsAt,
  explainedRow,
  namedAnnotation,
  type FilledCard,
} from '../shared/filled-card.ts';
import type { ChartModel } from '../shared/model.ts';
import { neededPlace, type Placed } from '../shared/placed-points.ts';
import { drawnPoints, seriesOf, type Point, type Series } from '../shared/series.ts';

/** The words on the band from one count to another, within which most lie. */
const MOST = 'most';
/** Room for the number beside the mark that stands furthest to the right. */
const NUMBER = 118;
/** Room for names before the plot, where they do not stand in it. */
const NAMES = 182;

/** The height of a line with a head, and the room between two groups. */
const HEAD = 20;
const APART = 8;

/** The height of a short tick. */
const TICK = 6;

/** One line of the picture: a count, or the head of the counts under it. */
interface Row {
  series: Series;
  /** The count; none on the line of a head. */
  point?: Point;
  top: number;
}

/** Draws who counted what: one row a source, in groups of what was counted, on one axis. */
export function sourcesDisagree(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  // Data
  const series = seriesOf(ledger, card);
  const groups = series.filter(({ kind }) => kind === 'dots');

  // Scales
  const frame = frameOf(width, 0, { left: byWidth(width, { phone: 6, column: NAMES }), right: NUMBER });
  frame.top = frame.remark + 10;
  const rows = rowsOf(groups, frame);
  frame.bottom = (rows.at(-1)?.top ?? 0) + rowHeight(frame);
  frame.height = Math.ceil(frame.bottom + frame.remark * 1.5);
  const x = lengthScale(drawnPoints(series), frame.left, frame.right);
  const placed = rows.flatMap(({ point, top }) =>
    // On a phone a source's name stands over its mark, elsewhere before it.
    point ? [placeAt(point, x(point.value), top + byWidth(frame, { phone: 24, column: 16 }))] : [],
  );

  // Marks and labels
  const band = mostBand(card, placed, frame);
  const marks = [band.mark, ...groups.flatMap((one) => marksOf(card, one, placed, frame))];
  const labels = [
    band.label,
    ...rows.map((row) => nameLabel(card, row, frame, ledger.site.began.slice(0, 'YYYY'.length))),
    ...placed.map((place) => numberLabel(card, place, frame)),
  ];

  // On a phone every line has words that would cut lines across the plot to stubs, and each number stands beside its mark.
  const axisTop = byWidth(frame, { phone: frame.bottom - TICK, column: frame.top });

  return {
    ...numberFigureWords(ledger, card, series),
    frame,
    axes: [lengthAxis(x, countTicks(x), { ...frame, top: axisTop }, labels)],
    marks,
    labels,
    placed: placed.map(({ point, x: at, y }) => ({ row: point.id, x: at, y })),
  };
}

function rowHeight(frame: Frame): number {
  return byWidth(frame, { phone: 40, column: 36 });
}

/** Lists the lines from top to bottom: each group's counts by their size, under a head where there are several. */
function rowsOf(groups: Series[], frame: Frame): Row[] {
  const rows: Row[] = [];
  let top = frame.top + 2;
  for (const series of groups) {
    if (rows.length > 0) top += APART;
    if (series.points.length > 1) {
      rows.push({ series, top });
      top += HEAD;
    }
    for (const point of [...series.points].sort((a, b) => a.value - b.value || a.to.getTime() - b.to.getTime())) {
      rows.push({ series, point, top });
      top += rowHeight(frame);
    }
  }
  return rows;
}

/** Names a line: what a group counted, or who counted and when; in bold what no head stands over. */
function nameLabel(card: FilledCard, { series, point, top }: Row, frame: Frame, year: string): Label {
  const y = top + frame.text;
  if (!point) return textLabel(`head-${series.id}`, [series.label], 'heading', 0, y, 'start', frame, 'ink');
  const kind = series.points.length > 1 ? 'name' : 'heading';
  const lines = sourceLines(card, point, frame, year, kind === 'heading');
  return textLabel(`who-${point.id}`, lines, kind, 0, y, 'start', frame, 'ink', 1);
}

/** Writes a number beside its mark; large and in colour at the ends of the band, which are what the title speaks of. */
function numberLabel(card: FilledCard, { point, x, y }: Placed, frame: Frame): Label {
  const [kind, shown]: [Label['kind'], Tone] = bandEnds(card).includes(point.id)
    ? ['value', claimantTone(card, point)]
    : ['name', 'neutral'];
  const [left, base] = [x + frame.mark + 8, y + frame.value * 0.36];
  return { ...textLabel(point.id, [point.number], kind, left, base, 'start', frame, shown), row: point.id };
}

/** Draws the marks of a group in the colours of who counted. */
function marksOf(card: FilledCard, series: Series, placed: Placed[], frame: Frame): Mark[] {
  return placed
    .filter(({ point }) => series.points.includes(point))
    .map((place) => markOf(card, series, place, { ...frame, mark: frame.mark * 1.25 }));
}

/** Draws the mark of a count in the colour and outline of who counted. */
export function markOf(card: FilledCard, { shape }: Series, place: Placed, frame: Frame): Mark {
  const outline: Shape = card.claimant_marks[place.point.claimantId]?.shape ?? shape;
  return pointMark(place, outline, claimantTone(card, place.point), frame);
}

/** Returns the two counts between which the band lies. */
function bandEnds(card: FilledCard): [string, string] {
  return [namedAnnotation(card, MOST).at, explainedRow(card, MOST)];
}

/** Draws the pale band from one count of the card to another, and its words on it. */
function mostBand(card: FilledCard, placed: Placed[], frame: Frame): { mark: Mark; label: Label } {
  const [x0, x1] = bandEnds(card).map((row) => neededPlace(placed, row, 'dots').x) as [number, number];
  const words = annotationWords(namedAnnotation(card, MOST), frame) ?? '';
  return {
    mark: areaMark({ x0: x0 - frame.mark, x1: x1 + frame.mark, y0: frame.top, y1: frame.bottom }, 'ink'),
    label: textLabel(MOST, [words], 'remark', (x0 + x1) / 2, frame.top - 5, 'middle', frame),
  };
}

/** Returns the colour of a count: those who fought and who is named for it have their own, all others are in the background. */
function claimantTone({ claimant_marks }: FilledCard, { claimantId }: Point): Tone {
  return claimant_marks[claimantId]?.tone ?? 'rest';
}

/** Returns the place of a count at a height. */
export function placeAt(point: Point, x: number, y: number): Placed {
  return { point, x, y, x0: x, x1: x };
}

/** Returns who counted and when, without the year in which all began: in one line where they stand in the plot, else in two. The name is cut only if it cannot fit; the table has it in full. */
function sourceLines(card: FilledCard, point: Point, frame: Frame, year: string, isBold: boolean): string[] {
  const date = point.date.endsWith(` ${year}`) ? point.date.slice(0, -` ${year}`.length) : point.date;
  const hasOwn = card.annotations.some((one) => one.at === point.id && one.as === undefined);
  const words =
    (hasOwn && annotationWordsAt(card, point.id, frame)) ||
    point.claimant.replace(/ \((?:own wording|tally|own statement|think tank)\)/, '');
  const [who = '', ...how] = words.split(' | ');
  const when = [...how, date].join(', ');
  const fit = (name: string, after: string, room: number): string => {
    while (textWidth(name + after, frame.text, isBold) > room) name = name.replace(/.…?$/, '…');
    return name + after;
  };
  return byWidth<() => string[]>(frame, {
    phone: () => [fit(who, `, ${when}`, frame.width)],
    column: () => [fit(who, '', frame.left - 8), when],
  })();
}
