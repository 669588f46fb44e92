import type { Located } from './csv.ts';
import type { Ledger } from './ledger.ts';
import { lastDay } from './schemas/dates.ts';
import type { Observation } from './schemas/observation.ts';

const PREFIX = 'latest:';

/** Reason why a reference to the newest row of a series names none, as found and expected. */
export interface LatestFault {
  found: string;
  expected: string;
}

/** Returns true for a reference to the newest row of a series: `latest:total-idp:nationwide:un`. */
export function isLatest(id: string): boolean {
  return id.startsWith(PREFIX);
}

/** Writes the reference to the newest row of a series, with scope and claimant where there are several. */
export function latestReference(series: string, scope: string | null, claimant: string | null): string {
  return `${PREFIX}${[series, scope ?? '', claimant ?? ''].join(':').replace(/:+$/, '')}`;
}

/**
 * Finds the newest row of a series by a reference such as `latest:total-idp:nationwide:un`: of high or medium confidence, with the newest `as_of`.
 * Scope and claimant may be left out where the series has one only.
 * @returns The row, or what is wrong with the reference.
 */
export function findLatest(ledger: Ledger, reference: string): Located<Observation> | LatestFault {
  const [series = '', scope = '', claimant = ''] = reference.slice(PREFIX.length).split(':');
  const all = [...ledger.observations.values()];
  const ofSeries = all.filter((row) => row.series === series);
  if (ofSeries.length === 0)
    return { found: `the series "${series}"`, expected: `one of ${list(all.map((row) => row.series))}` };
  const ofScope = ofSeries.filter((row) => scope === '' || row.scope_id === scope);
  if (ofScope.length === 0)
    return {
      found: `the scope "${scope}"`,
      expected: `a scope_id of ${series}: ${list(ofSeries.map((row) => row.scope_id))}`,
    };
  const rows = ofScope.filter((row) => claimant === '' || row.claimant_id === claimant);
  if (rows.length === 0)
    return {
      found: `the claimant "${claimant}"`,
      expected: `a claimant_id of ${series}: ${list(ofScope.map((row) => row.claimant_id))}`,
    };
  const scopes = list(rows.map((row) => row.scope_id));
  if (scopes.includes(', ')) return { found: `"${reference}", of several scopes`, expected: `one of ${scopes}` };
  const claimants = list(rows.map((row) => row.claimant_id));
  if (claimants.includes(', '))
    return { found: `"${reference}", by several claimants`, expected: `one of ${claimants}` };
  const dated = rows.filter((row) => row.as_of !== null && row.confidence !== 'low');
  const newestDay = dated.map(dayOf).sort().at(-1);
  const newest = dated.filter((row) => dayOf(row) === newestDay);
  const [first] = newest;
  if (!first) return { found: `"${reference}"`, expected: 'a series with a dated row of high or medium confidence' };
  if (newest.some((row) => row.value !== first.value || row.qualifier !== first.qualifier))
    return {
      found: `"${reference}", of one day ${newest.map(({ id, value }) => `${id}: ${value}`).join(' and ')}`,
      expected: 'the id of one of them, or one newest row',
    };
  return first;
}

/**
 * Returns the published number that an id or a reference to the newest row names; undefined if there is none.
 */
export function observationOf(ledger: Ledger, id: string): Located<Observation> | undefined {
  if (!isLatest(id)) return ledger.observations.get(id);
  const row = findLatest(ledger, id);
  return 'found' in row ? undefined : row;
}

function dayOf({ as_of }: Observation): string {
  return lastDay(as_of ?? '0000');
}

function list(words: readonly string[]): string {
  return [...new Set(words)].join(', ');
}
