import {
  byWidth,
  textLabel,
  type ByWidth,
  type Label,
  type Mark,
  type Picture,
  type WidthName,
} from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import { placeGroups, placeTable } from '../shared/drawn-places.ts';
import { figureWords } from '../shared/figure-tables.ts';
import { annotationWords, namedAnnotation, type FilledCard } from '../shared/filled-card.ts';
import type { ChartModel } from '../shared/model.ts';
import { actsOf } from './acts.ts';
import { cardLayout, ground, layoutOf, monthAxis, type Layout } from './layout.ts';
import { laterByMonth, takenByMonth } from './months.ts';
import { nameRequests, remarkRequests, tiedNames } from './names.ts';
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
  const words = (name: string) => (annotationWords(namedAnnotation(card, name), frame) ?? '').split(' | ');
  const foot = acts.reduce((low, { label: { box } }) => (box.y1 > low.y1 ? box : low), {
    y1: line.back + 2 * layout.row,
    x0: frame.width,
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
  const requests = [
    ...remarkRequests(card, layout, down),
    ...nameRequests(card, down, 'back'),
    ...nameRequests(card, up, 'taken'),
  ];
  const named = tiedNames(requests, [...fixed, ...axis.labels], marks, layout);

  return {
    ...figureWords(
      card,
      placeTable(ledger, card, () => 'a square'),
    ),
    frame,
    axes: [axis],
    marks: [...marks, ...named.flatMap(({ tie }) => tie)],
    labels: [...fixed, ...named.map(({ label }) => label)],
    placed: up.map(({ town, box }) => ({ row: town.place.id, x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 })),
  };
}

/** Pixels between the words on the towns that came back and those to their right. */
const BESIDE = 20;

/** The words on the towns that came back and on the others, after a square of their kind: a key left of the lowest words, or under them where there is no room. */
function backWords(
  lines: string[],
  { x0, y1 }: Pick<Label['box'], 'x0' | 'y1'>,
  { frame, row }: Layout,
): { mark: Mark; label: Label } {
  const [side, leading] = [row - 2, frame.text * 1.35];
  const labelAt = (x: number, top: number) =>
    textLabel(BACK, lines, 'heading', x, top, 'start', frame.text, 'military', 1);
  const { box } = labelAt(0, 0);
  const left = x0 - BESIDE - side - 5 - box.x1;
  const [x, top] = left >= 0 ? [left, y1 - box.y1] : [0, y1 + leading];
  const middle = top - frame.text * 0.36;
  return {
    mark: backMark({ x0: x, x1: x + side, y0: middle - side / 2, y1: middle + side / 2 }),
    label: labelAt(x + side + 5, top),
  };
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
      [open ? `${count} of the ${taken.length} ${words}` : `${count} ${words}`],
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
