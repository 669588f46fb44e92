import type { Picture } from '../../charts/index.ts';
import { placeGroups } from '../shared/drawn-places.ts';
import type { FilledCard } from '../shared/filled-card.ts';
import type { Ledger } from '../../data/ledger.ts';
import { actsOf } from './acts.ts';
import { ground, monthAxis } from './axis.ts';
import { cardLayout } from './layout.ts';
import { laterByMonth, takenByMonth } from './months.ts';
import { laterMark, pileDown, pileUp, takenMark } from './squares.ts';

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
