import {
  barPiece,
  boxPath,
  byWidth,
  frameOf,
  glyphKey,
  glyphKeyHeight,
  num,
  outline,
  startMark,
  textLabel,
  timeScale,
  utc,
  wrapText,
  yearsBetween,
  type Axis,
  type Frame,
  type Glyph,
  type Label,
  type Mark,
  type TimeScale,
  type WidthName,
} from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { Period } from '../../data/schemas/figure.ts';
import { placeGroups, placeTable } from '../shared/drawn-places.ts';
import { figureWords } from '../shared/figure-tables.ts';
import { annotationWordsAt, neededPeriod, type FilledCard } from '../shared/filled-card.ts';
import type { ChartModel } from '../shared/model.ts';
import { barGlyphs } from '../shared/tenures.ts';
import { drawRow } from './row.ts';

/** The period in which China kept crossings to alliance areas shut. */
export const SHUT = 'shut';
/** The group whose crossings are numbered. */
export const NUMBERED = 'four';
/** The group of crossings reported taken only in part, or outside the areas that China shut. */
export const IN_PART = 'part';

/** Draws the crossings to China: a line of time each, from the loss over the return of trade to the last sighting. */
export function crossings(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const groups = placeGroups(ledger, card);
  const { began, dataDate: end } = ledger.site;
  const frame = frameOf(width, 0, { left: byWidth(width, { phone: 10, column: 208 }), right: 2 });
  const glyphs = crossingGlyphs(frame);
  const x = timeScale(began, end, frame, { left: 3 });
  const closure = neededPeriod(card, SHUT);
  const shut = wrapText(
    annotationWordsAt(card, SHUT, frame) ?? '',
    byWidth(width, { phone: 230, column: 330 }),
    frame.text,
  );
  const shutAt = glyphKeyHeight(glyphs, frame) + 12 + frame.text;
  frame.top = shutAt + frame.text * (0.3 + 1.2 * (shut.length - 1)) + 12;
  const marks: Mark[] = [];
  const labels: Label[] = [
    textLabel(
      SHUT,
      shut,
      'remark',
      Math.min(x(utc(closure.from)), frame.width - byWidth(width, { phone: 200, column: 330 })),
      shutAt,
      'start',
      frame.text,
      'china',
    ),
  ];
  const placed: ChartModel['placed'] = [];
  let y = frame.top;
  let shutEnd = y;
  for (const group of groups) {
    const head = wrapText(group.label, frame.width, frame.text, true);
    labels.push(textLabel(`head-${group.id}`, head, 'heading', 0, y + frame.text + 6, 'start', frame.text, 'ink'));
    y += 14 + frame.text * 1.2 * head.length;
    const first = y;
    group.places.forEach((place, index) => {
      const row = drawRow(place, {
        frame,
        x,
        y,
        end,
        closure,
        again: laterTrade(card, place.id, frame),
        town: periodOf(card, `${place.id}-town`),
        number: group.id === NUMBERED ? index + 1 : null,
        isSure: group.id !== IN_PART,
        words: annotationWordsAt(card, place.id, frame),
      });
      marks.push(...row.marks);
      labels.push(...row.labels);
      placed.push(row.placed);
      y = row.bottom + byWidth(width, { phone: 14, column: 8 });
    });
    if (group.id === NUMBERED) marks.push(groupBracket(first, y - 10));
    if (group.id !== IN_PART) shutEnd = y - 4;
  }
  frame.bottom = y;
  frame.height = Math.ceil(y + frame.text * 1.2 + 4);
  const key = glyphKey(glyphs, frame);

  return {
    ...figureWords(
      card,
      placeTable(ledger, card, ({ status_latest }) => (status_latest === 'contested' ? 'a faint bar' : 'a bar')),
    ),
    frame,
    axes: [yearAxis(x, began, end, frame)],
    marks: [...shutBands(closure, x, frame.top, shutEnd), ...marks, ...key.marks],
    labels: [...key.labels, ...labels],
    placed,
  };
}

function periodOf(card: FilledCard, id: string): Period | null {
  return card.periods.find((one) => one.id === id) ?? null;
}

/** Returns a second report of trade at a gate, where the card has one. */
export function laterTrade(
  card: FilledCard,
  place: string,
  frame: Frame,
): { days: Period; words: string | null } | null {
  const days = periodOf(card, `${place}-again`);
  return (
    days && {
      days,
      words: card.annotations.some(({ at: place }) => place === days.id)
        ? annotationWordsAt(card, days.id, frame)
        : null,
    }
  );
}

/** The shut weeks: a strip under their words, faint where only one of two sources has them, and a shade over the rows. */
function shutBands({ from, surely = from, to }: Period, x: TimeScale, top: number, bottom: number): Mark[] {
  const [about, sure, until] = [from, surely, to].map((day) => x(utc(day))) as [number, number, number];
  const strip = { tone: 'china' as const, y: top - 4, half: 3 };
  return [
    { kind: 'area', tone: 'china', d: boxPath({ x0: about, x1: until, y0: top, y1: bottom }), boxes: [] },
    barPiece('unsure', about, sure, strip),
    barPiece('sure', sure, until, strip),
  ];
}

/** Joins the rows of one count at their left. */
function groupBracket(top: number, bottom: number): Mark {
  return { kind: 'bracket', tone: 'neutral', d: `M5 ${num(top)}H1V${num(bottom)}H5`, boxes: [] };
}

function yearAxis(x: TimeScale, began: string, end: string, frame: Frame): Axis {
  const years = yearsBetween(began, end);
  const at = (year: string) => x(utc(`${year}-01-01`));
  return {
    d: years.map((year) => `M${num(at(year))} ${num(frame.top)}V${num(frame.bottom)}`).join(''),
    labels: years.map((year) =>
      textLabel(`x-${year}`, [`Jan ${year}`], 'tick', at(year), frame.bottom + frame.text * 1.1, 'middle', frame.text),
    ),
  };
}

/** Returns the key of the bars, the dashes under them and the dots. */
function crossingGlyphs(frame: Frame): Glyph[] {
  const bar = (y: number) => ({ tone: 'alliance' as const, y, half: 5 });
  return [
    ...barGlyphs(frame, 'alliance', 'lost', {
      phone: 'unsure, contested',
      column: 'unsure by sources or dates, or contested',
    }),
    {
      width: 10,
      text: 'claimed in part',
      draw: (x, y) => [barPiece('unsure', x + 3, x + 10, bar(y)), startMark(x + 3, bar(y), 'hollow')],
    },
    {
      width: 22,
      text: 'no trade reported',
      draw: (x, y) => [{ kind: 'gap', tone: 'china', d: `M${num(x)} ${num(y)}h22`, boxes: [] }],
    },
    {
      width: 22,
      text: byWidth(frame, { phone: 'resumed', column: 'resumed, by report' }),
      draw: (x, y) => [{ kind: 'line', tone: 'china', d: `M${num(x)} ${num(y)}h22`, boxes: [] }],
    },
    {
      width: 9,
      text: 'trade reported',
      draw: (x, y) => [{ kind: 'filled', tone: 'china', d: outline('dot', x + 4, y, frame.mark), boxes: [] }],
    },
  ];
}
