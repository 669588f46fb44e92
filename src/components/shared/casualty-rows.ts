import type { Ledger } from '../../data/ledger.ts';
import type { Observation } from '../../data/schemas/observation.ts';

/** Caption of the list or table of casualties. */
export const CASUALTIES_CAPTION = 'Civilians reported killed and injured: a selection of the counts found';

/** Returns the counts of civilians killed and injured, by date and source; counts of different areas and counters stand apart and are never added. */
export function casualtyRows({ casualties, observations }: Pick<Ledger, 'casualties' | 'observations'>): Observation[] {
  return [...casualties.keys()].map((id) => observations.get(id) as Observation);
}

/** Returns the area and the days that a row covers, in words. */
export function casualtyScope(
  { casualties }: Pick<Ledger, 'casualties'>,
  { id, scope }: Pick<Observation, 'id' | 'scope'>,
): { where: string; period: string } {
  const { where = scope, period = '' } = casualties.get(id) ?? {};
  return { where, period };
}

/** Returns whom a row counts: `killed` or `injured`. */
export function casualtyFate({ casualties }: Pick<Ledger, 'casualties'>, { id }: Pick<Observation, 'id'>): string {
  return casualties.get(id)?.fate ?? '';
}
