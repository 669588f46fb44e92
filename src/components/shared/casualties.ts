import type { Ledger } from '../../data/ledger.ts';
import type { Observation } from '../../data/schemas/observation.ts';

/** The counts of civilians killed and injured that are told: a selection by date, area and who counted. */
const IDS = [
  'D03',
  'D04',
  'D05',
  'D06',
  'D08',
  'D09',
  'D13',
  'D14',
  'D15',
  'D16',
  'f-two-civilians',
  'f-shan-civilians',
  'f-phase-two-killed',
  'f-phase-two-hurt',
  'f-lashio-killed',
  'f-lashio-hurt',
];
const FATES = [
  ['killed', /killed/],
  ['injured', /injured|hurt/],
] as const;

export const CASUALTIES_CAPTION = 'Civilians reported killed and injured: a selection of the counts found';

/**
 * The counts of civilians killed and injured, by date and source; counts of different areas and counters stand apart and are never added.
 * @throws Error if one is not in the ledger.
 */
export function casualtyRows({ observations }: Pick<Ledger, 'observations'>): Observation[] {
  return IDS.map((id) => observations.get(id) ?? fail(id, 'is not in content/data'));
}

/** Said by the row's own series or scope; a row that says neither stops the build. */
export function fateOf(row: Observation): string {
  const fate = FATES.find(([, words]) => words.test(`${row.series} ${row.scope}`));
  return fate ? fate[0] : fail(row.id, 'says neither killed nor injured in its series or scope');
}

function fail(id: string, fault: string): never {
  throw new Error(`casualties table: row "${id}" ${fault}`);
}
