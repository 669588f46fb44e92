import type { Ledger } from '../../data/ledger.ts';
import type { Observation } from '../../data/schemas/observation.ts';

export const CASUALTIES_CAPTION = 'Civilians reported killed and injured: a selection of the counts found';

/** The counts of civilians killed and injured, by date and source; counts of different areas and counters stand apart and are never added. */
export function casualtyRows({ casualties, observations }: Pick<Ledger, 'casualties' | 'observations'>): Observation[] {
  return [...casualties.keys()].map((id) => observations.get(id) as Observation);
}

/** Whether a row counts people killed or injured. */
export function fateOf({ casualties }: Pick<Ledger, 'casualties'>, { id }: Pick<Observation, 'id'>): string {
  return casualties.get(id)?.fate ?? '';
}
