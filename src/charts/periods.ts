import type { FigureCard, Period } from '../data/schemas/figure.ts';
import { FigureFault } from './fault.ts';

/**
 * The period that a picture cannot do without.
 * @throws FigureFault if the card has none of that id.
 */
export function neededPeriod(card: FigureCard, id: string): Period {
  const found = card.periods.find((one) => one.id === id);
  if (!found)
    throw new FigureFault('periods', `none of the id "${id}"`, `one of the id "${id}", whose days the picture shades`);
  return found;
}
