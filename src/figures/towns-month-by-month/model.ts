import {
  byWidth,
  distanceTo,
  labelsOnMarks,
  overlappingLabels,
  placeLabels,
  textLabel,
  type ByWidth,
  type Label,
  type LabelRequest,
  type Mark,
  type Picture,
  type Side,
  type WidthName,
} from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import { bareName } from '../../data/places.ts';
import { placeGroups, placeTable } from '../shared/drawn-places.ts';
import { figureWords } from '../shared/figure-tables.ts';
import { annotationWords, labelOptions, namedAnnotation, type FilledCard } from '../shared/filled-card.ts';
import type { ChartModel } from '../shared/model.ts';
import { actsOf } from './acts.ts';
import { cardLayout, ground, layoutOf, monthAxis, type Layout } from './layout.ts';
import { laterByMonth, takenByMonth } from './months.ts';
import { backMark, laterMark, pileDown, pileUp, squareMark, takenMark, type Square } from './squares.ts';

/** Words on the months after the last capture. */
const AFTER = 'after';
/** Words beside the squares of towns that the military has again. */
const BACK = 'back';

/** Draws one square for each town: piled up over the month in which it was reported taken, and hanging under the month in which it changed hands again. */
export function townsMonthByMonth(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  // Data
  const towns = placeGroups(ledger, card).flatMap(({ places }) => places);
  const [taken, later] = [takenByMonth(towns, card.prominent), laterByMonth(towns, card.prominent)];

  // Scales
  const layout = layoutOf(width, ledger.site.began, taken, later);
  const { frame, line } = layout;

  // Marks
  const [up, down] = [pileUp(taken, layout), pileDown(later, layout)];
  const acts = actsOf(card, layout, up, down);
  const key = drawKey(card, layout, up);
  const words = (name: string) => [annotationWords(namedAnnotation(card, name), frame) ?? ''];
  const foot = acts.reduce((low, { label }) => (label.y > low.y ? label : low), {
    y: line.back + 2 * layout.row,
    box: { x0: frame.width },
  });
  const back = backWords(words(BACK), foot, layout);
  const squares = [...up.map(takenMark), ...down.map(laterMark)];
  const marks = [...squares, ground(layout), ...acts.flatMap(({ marks: own }) => own), ...key.marks, back.mark];

  // Labels
  const fixed = [
    ...acts.map(({ label }) => label),
    ...key.labels,
    textLabel(AFTER, words(AFTER), 'remark', key.x, line.taken - 6, 'start', frame.text),
    back.label,
  ];
  const axis = monthAxis(layout);
  const around = [...fixed, ...axis.labels];
  const remarks = placeLabels(remarkRequests(card, layout, down), around, marks, frame);
  const names = [...nameRequests(card, up, 'taken'), ...nameRequests(card, down, 'back')];
  const found = placeLabels(names, [...around, ...remarks], marks, frame);
  const fitting = fittingLabels(found, names, [...around, ...remarks], marks, layout);

  return {
    ...figureWords(
      card,
      placeTable(ledger, card, () => 'a square'),
    ),
    frame,
    axes: [axis],
    marks,
    labels: [...fixed, ...remarks, ...fitting],
    placed: up.map(({ town, box }) => ({ row: town.place.id, x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 })),
  };
}

/** Pixels between the words on the towns that came back and those to their right. */
const BESIDE = 20;

/** The words on the towns that came back, after a square of their kind: a key, left of the lowest words and on their line. */
function backWords(
  words: string[],
  { y, box }: { y: number; box: Pick<Label['box'], 'x0'> },
  { frame, row }: Layout,
): { mark: Mark; label: Label } {
  const label = textLabel(BACK, words, 'heading', box.x0 - BESIDE, y, 'end', frame.text, 'military');
  const [x1, middle, half] = [label.box.x0 - 5, y - frame.text * 0.36, row / 2 - 1];
  return { mark: backMark({ x0: x1 - 2 * half, x1, y0: middle - half, y1: middle + half }), label };
}

/** Asks for the names of prominent towns beside their squares. */
function nameRequests(card: FilledCard, squares: Square[], where: 'taken' | 'back'): LabelRequest[] {
  const sides: Side[] = where === 'taken' ? ['right', 'above-right', 'above'] : ['below', 'right', 'below-right'];
  return card.prominent.flatMap((id) => {
    const square = squares.find(({ town }) => town.place.id === id);
    return square ? [requestAt(square, `${where}-${id}`, bareName(square.town.place), sides)] : [];
  });
}

/** Asks for the words of the card at towns that changed hands again. */
function remarkRequests(card: FilledCard, { frame }: Layout, squares: Square[]): LabelRequest[] {
  return card.annotations.flatMap((annotation) => {
    const square = squares.find(({ town }) => town.place.id === annotation.at);
    const words = annotationWords(annotation, frame);
    if (!square || words === null) return [];
    return [requestAt(square, annotation.at, words, labelOptions(annotation, frame).sides ?? ['right', 'below'])];
  });
}

function requestAt({ town, box }: Square, id: string, text: string, sides: Side[]): LabelRequest {
  // A hair over the middle, so that the foot of the letters is off the square under them.
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2 - 1.2];
  const away = (box.x1 - box.x0) / 2 + 3;
  return { id, text, kind: 'remark', tone: 'ink', row: town.place.id, x, y, room: 200, sides, away };
}

/** Farthest that a name may stand from the middle of its square, in months. */
const NEAR = 2;

/** Leaves out each name that would stand on another label, on a mark or among the months, or far from its square: the table has it. */
function fittingLabels(
  labels: Label[],
  requests: LabelRequest[],
  around: Label[],
  marks: Mark[],
  { line, step }: Layout,
): Label[] {
  const kept: Label[] = [];
  labels.forEach((label, index) => {
    const { x, y } = requests[index] as LabelRequest;
    const isAmongMonths = label.box.y0 < line.back && label.box.y1 > line.taken;
    const isFree =
      overlappingLabels([...around, ...kept, label]).length === 0 && labelsOnMarks([label], marks).length === 0;
    if (isFree && !isAmongMonths && distanceTo(label.box, { x, y }) <= NEAR * step) kept.push(label);
  });
  return kept;
}

/** Draws the same squares for the card of a shared link, with years and the names of the acts alone. */
export function townsSmall(ledger: Ledger, card: FilledCard): Picture {
  const towns = placeGroups(ledger, card).flatMap(({ places }) => places);
  const [taken, later] = [takenByMonth(towns, card.prominent), laterByMonth(towns, card.prominent)];
  const layout = cardLayout(ledger.site.began, taken, later);
  const [up, down] = [pileUp(taken, layout), pileDown(later, layout)];
  const acts = actsOf(card, layout, up, down);
  return {
    id: card.id,
    frame: layout.frame,
    alt: card.alt_small ?? card.alt,
    axes: [monthAxis(layout)],
    marks: [...up.map(takenMark), ...down.map(laterMark), ground(layout), ...acts.flatMap(({ marks }) => marks)],
    labels: acts.map(({ label }) => label),
  };
}

/** Distance from one line of the key to the next, in heights of its letters. */
const LEADING: ByWidth<number> = { phone: 1.32, column: 1.6 };

/** Draws the entries of the card’s key, with how many squares are of each kind, to the right of the last town taken: over the months in which none was. */
function drawKey(
  { key }: FilledCard,
  { frame, line, row }: Layout,
  taken: Square[],
): { x: number; marks: Mark[]; labels: Label[] } {
  const x = Math.max(...taken.map(({ box }) => box.x1)) + 14;
  const side = row - 2;
  const pitch = frame.text * byWidth(frame, LEADING);
  const top = line.taken - pitch * (key.length + 1.3);
  const looks = taken.map(takenMark);
  const entries = key.map(({ tone, open, text, small = text }, index) => {
    const y = top + index * pitch;
    const box = { x0: x, x1: x + side, y0: y - side / 2, y1: y + side / 2 };
    const count = looks.filter((look) => (open ? look.kind === 'open' : look.tone === tone)).length;
    const words = byWidth(frame, { phone: small, column: text });
    const label = textLabel(
      `key-${index}`,
      [`${count} ${words}`],
      'key',
      x + side + 5,
      y + frame.text * 0.36,
      'start',
      frame.text,
    );
    return { mark: squareMark(box, tone, open), label };
  });
  return { x, marks: entries.map(({ mark }) => mark), labels: entries.map(({ label }) => label) };
}
