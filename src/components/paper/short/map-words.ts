import { drawFigure } from '../../../figures/index.ts';
import type { Ledger } from '../../../data/ledger.ts';

/** All that stands on the map of the short forms and in its key. */
export function mapWords(ledger: Ledger): string[] {
  const card = ledger.figures.get('map');
  if (!card) throw new Error('no figure "map" in content/figures');
  return [
    ...card.key.map(({ text }) => text),
    ...drawFigure(ledger, card, 'paper').labels.flatMap(({ lines }) => lines),
  ];
}
