import {
  barPiece,
  textLabel,
  boxPath,
  num,
  utc,
  timeScale,
  yearsBetween,
  smallFrame,
  type Label,
  type Mark,
  type Picture,
} from '../../charts/index.ts';
import { neededPeriod, smallWords, type FilledCard } from '../shared/filled-card.ts';
import { placeGroups } from '../shared/drawn-places.ts';
import type { Ledger } from '../../data/ledger.ts';
import { IN_PART, laterTrade, NUMBERED, SHUT } from './model.ts';
import { barAndTrade, gateName } from './row.ts';

/** Distances from a name to its bar, and from a bar, or the trade under it, to the next name. */
const BAR = 12;
const AFTER_BAR = 10;
const AFTER_TRADE = 20;

/** Draws the same gates for the card of a shared link: bars and trade with the names alone. */
export function crossingsSmall(ledger: Ledger, card: FilledCard): Picture {
  const frame = smallFrame();
  const { began, dataDate: end } = ledger.site;
  const x = timeScale(began, end, frame, { left: 3, right: 2 });
  const closure = neededPeriod(card, SHUT);
  const [from, to] = [x(utc(closure.from)), x(utc(closure.to))];
  const words = smallWords(card, SHUT);
  const marks: Mark[] = [];
  const labels: Label[] =
    words === null
      ? []
      : [textLabel(SHUT, [words], 'value', (from + to) / 2, frame.text, 'middle', frame.text, 'china')];
  frame.top = words === null ? 4 : frame.text + 10;
  let y = frame.top;
  for (const { id, places } of placeGroups(ledger, card)) {
    places.forEach((place, index) => {
      const name = id === NUMBERED ? `${index + 1}  ${gateName(place)}` : gateName(place);
      labels.push(textLabel(`name-${place.id}`, [name], 'heading', 3, y + frame.text, 'start', frame.text, 'ink'));
      const middle = y + frame.text + BAR;
      marks.push(
        ...barAndTrade(
          place,
          { frame, x, end, closure, isSure: id !== IN_PART, again: laterTrade(card, place.id, frame) },
          middle,
        ),
      );
      y = middle + (place.trade_resumed_on ? AFTER_TRADE : AFTER_BAR);
    });
  }
  frame.bottom = y + 2;
  frame.height = Math.ceil(frame.bottom + frame.text * 1.2 + 4);
  const years = yearsBetween(began, end).map((year) => ({ year, at: x(utc(`${year}-01-01`)) }));
  return {
    id: card.id,
    frame,
    alt: card.alt_small ?? card.alt,
    axes: [
      {
        d: years.map(({ at }) => `M${num(at)} ${num(frame.top)}V${num(frame.bottom)}`).join(''),
        labels: years.map(({ year, at }) =>
          textLabel(`x-${year}`, [year], 'tick', at, frame.bottom + frame.text, 'middle', frame.text),
        ),
      },
    ],
    marks: [
      { kind: 'area', tone: 'china', d: boxPath({ x0: from, x1: to, y0: frame.top, y1: frame.bottom }), boxes: [] },
      barPiece('sure', from, to, { tone: 'china', y: frame.top - 3, half: 2.5 }),
      ...marks,
    ],
    labels,
  };
}
