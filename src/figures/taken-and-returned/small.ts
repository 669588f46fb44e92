import { num, smallFrame, textLabel, timeScale, utc, yearsBetween, type Picture } from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import { bareName } from '../../data/places.ts';
import { placeGroups } from '../shared/drawn-places.ts';
import type { FilledCard } from '../shared/filled-card.ts';
import { FADE, townMarks } from './returns.ts';
import { dayOfReturn, returnedTowns } from './standings.ts';

/** Height of a row. */
const ROW = 17;

/** Draws the towns that came back for the card of a shared link; only the prominent ones have their name. */
export function returnsSmall(ledger: Ledger, card: FilledCard): Picture {
  const frame = smallFrame();
  const { began, dataDate: end } = ledger.site;
  const places = placeGroups(ledger, card).flatMap((group) => group.places);
  const towns = returnedTowns(places, end);
  const last = towns.map(dayOfReturn).at(-1) ?? end;
  const x = timeScale(began, last, frame, { left: 2, right: FADE });
  const top = frame.text * 1.5;
  const named = towns.flatMap((town, index) => {
    if (!card.prominent.includes(town.place.id)) return [];
    // On the side of its bar that is empty.
    const isEarly = x(utc(dayOfReturn(town))) < frame.width / 3;
    const edge = isEarly ? x(utc(dayOfReturn(town))) + FADE + 4 : x(utc(town.tenure.taken ?? began)) - 6;
    const y = top + (index + 0.5) * ROW + frame.text * 0.36;
    return [
      textLabel(
        town.place.id,
        [bareName(town.place)],
        'heading',
        edge,
        y,
        isEarly ? 'start' : 'end',
        frame.text,
        'ink',
      ),
    ];
  });
  frame.bottom = top + towns.length * ROW;
  frame.height = Math.ceil(frame.bottom + 2);
  const years = yearsBetween(began, last).map((year) => ({ year, at: x(utc(`${year}-01-01`)) }));
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
    marks: towns.flatMap((town, index) => townMarks(town, x, top + (index + 0.5) * ROW)),
    labels: named,
  };
}
