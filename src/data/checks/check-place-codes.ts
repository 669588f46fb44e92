import type { Place } from '../schemas/place.ts';
import type { Located } from '../csv.ts';
import type { Ledger } from '../ledger.ts';
import { quote, type Problem } from '../errors.ts';
import { outlineName } from './check-points.ts';
import { rowProblem } from './report.ts';

/** Place that has a code. */
type Row = Located<Place> & { pcode: string };

/** Pattern of MIMU's code of a town: country, three digits for the state or region, three for the township, three for the town. */
const CODE = /^MMR\d{9}$/;
const STATE_LENGTH = 'MMR015'.length;
const TOWNSHIP_LENGTH = 'MMR015022'.length;

/** Checks that place codes are of MIMU's form, used once, and begin like those of the same state and township, and no other. */
export function placeCodesHold(ledger: Ledger): Problem[] {
  const all = [...ledger.places.values()];
  const rows = all.filter((row): row is Row => row.pcode !== null);
  const malformed = rows.filter(({ pcode }) => !CODE.test(pcode));
  const sound = rows.filter((row) => !malformed.includes(row));
  // A state that is no state is refused elsewhere.
  const known = sound.filter((row) => Object.hasOwn(ledger.boundaries.regions, outlineName(row)));
  return [
    ...malformed.map((row) =>
      rowProblem(row, 'pcode', quote(row.pcode), 'a MIMU place code, MMR and nine digits, or nothing'),
    ),
    ...usedOnce(sound),
    ...areasAgree(known, 'state_region', STATE_LENGTH, all),
    ...areasAgree(known, 'township', TOWNSHIP_LENGTH, all),
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

/** Checks that codes of one area begin alike, and that codes that begin alike are of one area; what most rows have is taken as right. */
function areasAgree(
  rows: readonly Row[],
  field: 'state_region' | 'township',
  length: number,
  all: readonly Place[],
): Problem[] {
  const pairs = rows.flatMap((row) => {
    const area = row[field];
    return area === null ? [] : [{ row, area, beginning: row.pcode.slice(0, length) }];
  });
  const count = (test: (pair: (typeof pairs)[number]) => boolean) => pairs.filter(test).length;
  const usual = (area: string) =>
    mostly(
      pairs.filter((other) => other.area === area).map((other) => other.beginning),
      // Of two as frequent, the one that another area has is the slip.
      (one) => -count((other) => other.beginning === one && other.area !== area),
    );
  const [right, wrong] = [true, false].map((isUsual) =>
    pairs.filter(({ area, beginning }) => (beginning === usual(area)) === isUsual),
  ) as [typeof pairs, typeof pairs];
  return [
    ...wrong.map(({ row, area }) =>
      rowProblem(row, 'pcode', quote(row.pcode), `a code that begins with ${usual(area)}, as others of ${area} do`),
    ),
    ...right.flatMap(({ row, area, beginning }) => {
      const expected = mostly(
        right.filter((other) => other.beginning === beginning).map((other) => other.area),
        (one) => all.filter((place) => place[field] === one).length,
      );
      return area === expected
        ? []
        : [rowProblem(row, field, quote(area), `${expected}, as others whose code begins with ${beginning} have`)];
    }),
  ];
}

/** Returns the most frequent of some texts; of those as frequent, the one of the highest rank, or else the first. */
function mostly(texts: readonly string[], rank: (text: string) => number = () => 0): string {
  const frequency = (text: string) => texts.filter((other) => other === text).length;
  return [...new Set(texts)].sort((a, b) => frequency(b) - frequency(a) || rank(b) - rank(a))[0] ?? '';
}
