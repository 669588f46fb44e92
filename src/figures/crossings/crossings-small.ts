import { smallFrame, textLabel, timeScale, utc, type Label, type Mark, type Picture } from '../../charts/index.ts';
import { neededPeriod, smallWords, type FilledCard } from '../shared/filled-card.ts';
import type { Ledger } from '../../data/ledger.ts';
import { gateGroups, SHUT, shutBands, yearAxis } from './model.ts';
import { gateMarks, gateName } from './row.ts';

/** Distances from a name to its bar, and from a bar to the next name. */
const BAR = 14;
const AFTER_BAR = 8;

/** Draws the same gates for the card of a shared link: bars and trade with the names alone. */
export function crossingsSmall(ledger: Ledger, card: FilledCard): Picture {
  const frame = smallFrame();
  const { began, dataDate: end } = ledger.site;
  const x = timeScale(began, end, frame, { left: 3, right: 2 });
  const closure = neededPeriod(card, SHUT);
  const words = smallWords(card, SHUT);
  const middle = (x(utc(closure.from)) + x(utc(closure.to))) / 2;
  const marks: Mark[] = [];
  const labels: Label[] =
    words === null ? [] : [textLabel(SHUT, [words], 'value', middle, frame.text, 'middle', frame.text, 'china')];
  frame.top = words === null ? 4 : frame.text + 6;
  let y = frame.top;
  for (const gate of gateGroups(ledger, card, frame).flatMap(({ places }) => places)) {
    const { place, number } = gate;
    const name = number === null ? gateName(place) : `${number}  ${gateName(place)}`;
    labels.push(textLabel(`name-${place.id}`, [name], 'heading', 3, y + frame.text, 'start', frame.text, 'ink'));
    const bar = y + frame.text + BAR;
    // Over the bar there is no room between the names.
    marks.push(...gateMarks(gate, { frame, x, end }, bar, bar));
    y = bar + AFTER_BAR;
  }
  frame.bottom = y + 2;
  frame.height = Math.ceil(frame.bottom + frame.text * 1.2 + 4);
  return {
    id: card.id,
    frame,
    alt: card.alt_small ?? card.alt,
    axes: [yearAxis(x, began, end, frame, labels)],
    marks: [...shutBands(closure, x, frame.top, frame.bottom), ...marks],
    labels,
  };
}
