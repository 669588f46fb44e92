import { armyTone } from '../../charts/captor.ts';
import type { Ledger } from '../../ledger/load.ts';
import type { FigureCard } from '../../schemas/figure.ts';
import { mapOrder } from './model.ts';

/** The numbers on the map of a force that only its colour tells from the alliance as a whole. */
export interface ForceNumbers {
  force: string;
  /** `12, 15–17`. */
  numbers: string;
}

/** Forces other than the MNDAA and the alliance as a whole, as the key of the map calls them. */
const FORCES = [['tnla', 'TNLA'], ['resistance', 'other resistance forces']] as const;

/** Which numbers of the map are whose, for a copy that has lost its colours. */
export function numbersByForce(ledger: Ledger, card: FigureCard): ForceNumbers[] {
  const order = mapOrder(ledger, card);
  return FORCES.map(([tone, force]) => ({ force, numbers: runsOf(order.filter(({ place }) => armyTone(place) === tone).map(({ number }) => number)) }));
}

/** `12, 15–17`: three or more in a row are told by the first and the last. */
function runsOf(numbers: number[]): string {
  const runs: number[][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.at(-1) === number - 1) last.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(', '))).join(', ');
}
