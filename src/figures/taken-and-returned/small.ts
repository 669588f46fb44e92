import {
  hasWords,
  num,
  smallFrame,
  textLabel,
  textWidth,
  timeScale,
  utc,
  yearsBetween,
  type Picture,
} from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import { bareName } from '../../data/places.ts';
import { placeGroups } from '../shared/drawn-places.ts';
import type { FilledCard } from '../shared/filled-card.ts';
import { townMarks } from './returns.ts';
import { returnedTowns } from './standings.ts';

/** Height of a row. */
const ROW = 17;

/** Draws the towns that came back for the card of a shared link; only the prominent ones have their name. */
export function returnsSmall(ledger: Ledger, card: FilledCard): Picture {
  const frame = smallFrame();
  const { began, dataDate: end } = ledger.site;
  const places = placeGroups(ledger, card).flatMap((group) => group.places);
  const towns = returnedTowns(places);
  const names = towns.map((town) => (card.prominent.includes(town.id) ? bareName(town) : ''));
  const left = Math.max(...names.map((name) => textWidth(name, frame.text, true))) + 8;
  const x = timeScale(began, end, frame, { left });
  const top = frame.text * 1.5;
  const rowOf = (index: number) => top + (index + 0.5) * ROW;
  const named = towns.map(({ id }, index) =>
    textLabel(id, [names[index] ?? ''], 'heading', 0, rowOf(index) + frame.text * 0.36, 'start', frame.text, 'ink'),
  );
  frame.bottom = top + towns.length * ROW;
  frame.height = Math.ceil(frame.bottom + 2);
  const years = yearsBetween(began, end).map((year) => ({ year, at: x(utc(`${year}-01-01`)) }));
  return {
    id: card.id,
    frame,
    alt: card.alt_small ?? card.alt,
    axes: [
      {
        d: years.map(({ at }) => `M${num(at)} ${num(top)}V${num(frame.bottom)}`).join(''),
        labels: years.map(({ year, at }) =>
          textLabel(`x-${year}`, [year], 'tick', at, frame.text, 'middle', frame.text),
        ),
      },
    ],
    marks: towns.flatMap((town, index) => townMarks(town, x, rowOf(index))),
    labels: named.filter(hasWords),
  };
}
