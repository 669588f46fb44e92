import type { Place } from '../schemas/place.ts';
import type { Located } from '../csv.ts';
import type { Ledger } from '../ledger.ts';
import { quote, type Problem } from '../errors.ts';
import { rowProblem } from './report.ts';

/** Place that has a code. */
type Row = Located<Place> & { pcode: string };

/** Pattern of MIMU's code of a town: country, three digits for the state or region, three for the township, three for the town. */
const CODE = /^MMR\d{9}$/;
const STATE_LENGTH = 'MMR015'.length;
const TOWNSHIP_LENGTH = 'MMR015022'.length;

/** Checks that place codes are of MIMU's form, used once, and begin like those of the same state and township. */
export function placeCodesHold(ledger: Ledger): Problem[] {
  const rows = [...ledger.places.values()].filter((row): row is Row => row.pcode !== null);
  const malformed = rows.filter(({ pcode }) => !CODE.test(pcode));
  const sound = rows.filter((row) => !malformed.includes(row));
  const townships = sound.filter(({ township }) => township !== null);
  return [
    ...malformed.map((row) =>
      rowProblem(row, 'pcode', quote(row.pcode), 'a MIMU place code, MMR and nine digits, or nothing'),
    ),
    ...usedOnce(sound),
    ...beginAlike(sound, STATE_LENGTH, ({ state_region }) => state_region),
    ...beginAlike(townships, TOWNSHIP_LENGTH, ({ township, state_region }) => `${township} in ${state_region}`),
  ];
}

function usedOnce(rows: readonly Row[]): Problem[] {
  const first = new Map<string, Row>();
  return rows.flatMap((row) => {
    const earlier = first.get(row.pcode);
    if (!earlier) first.set(row.pcode, row);
    return earlier
      ? [
          rowProblem(
            row,
            'pcode',
            `"${row.pcode}" again`,
            `a code used once (first at ${earlier.file}:${earlier.line})`,
          ),
        ]
      : [];
  });
}

/** Checks that the codes of one area share their beginning; where they differ, the one that most have is taken as right. */
function beginAlike(rows: readonly Row[], length: number, areaOf: (row: Row) => string): Problem[] {
  const areas = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const counts = areas.get(areaOf(row)) ?? new Map<string, number>();
    const beginning = row.pcode.slice(0, length);
    areas.set(areaOf(row), counts.set(beginning, (counts.get(beginning) ?? 0) + 1));
  }
  return rows.flatMap((row) => {
    const [usual = ''] = [...areas.get(areaOf(row))!].sort(([, a], [, b]) => b - a)[0]!;
    if (row.pcode.startsWith(usual)) return [];
    return [
      rowProblem(row, 'pcode', quote(row.pcode), `a code that begins with ${usual}, as others of ${areaOf(row)} do`),
    ];
  });
}
