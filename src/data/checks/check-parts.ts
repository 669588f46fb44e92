import { precisionOf } from '../schemas/dates.ts';
import type { Observation } from '../schemas/observation.ts';
import type { Located } from '../csv.ts';
import { type Dataset, type Ledger, OBSERVATION_FILES } from '../ledger.ts';
import { quote, type Problem } from '../errors.ts';
import { isChecked, OR_REASON } from './reasons.ts';
import { cardProblem, FILES, rowProblem } from './report.ts';

type Row = Located<Observation>;

/** Pattern of a unit that is a share but does not begin as one. */
const MISSPELT_SHARE = /%|\bper ?cent/i;
/** Pattern of a scope that holds all others of its series. */
const WHOLE = /\bnationwide\b/;

/** Checks that a per cent is at most 100, and that no part is larger than its whole: an area than the country on the same day, a series than the one its card names. */
export function partsHold(ledger: Ledger): Problem[] {
  return [
    ...[...ledger.observations.values()].flatMap(perCentHolds),
    ...OBSERVATION_FILES.flatMap((name) => [
      ...seriesExist(ledger, name),
      ...ledger.datasets[name].flatMap((row) => partHolds(row, wholesOf(ledger, name, row))),
    ]),
    ...samePublishedTwice(ledger),
  ];
}

function perCentHolds(row: Row): Problem[] {
  const { unit, value } = row;
  if (!unit.startsWith('per cent'))
    return MISSPELT_SHARE.test(unit)
      ? [rowProblem(row, 'unit', quote(unit), 'a unit that begins with "per cent"')]
      : [];
  return value <= 100 || isChecked(row)
    ? []
    : [rowProblem(row, 'value', `${value} ${unit}`, `at most 100, ${OR_REASON}`)];
}

function seriesExist(ledger: Ledger, name: Dataset): Problem[] {
  const card = ledger.cards.get(name);
  const known = new Set(ledger.datasets[name].map(({ series }) => series));
  return Object.entries(card?.parts ?? {}).flatMap(([part, whole]) =>
    [part, whole]
      .filter((series) => !known.has(series))
      .map((series) => cardProblem(FILES.card(name), card!, ['parts', part], quote(series), 'a series of the file')),
  );
}

/** Lists the counts that a count is a part of: the country on the same day by the same claimant, and the whole of its series there. */
function wholesOf(ledger: Ledger, name: Dataset, row: Row): Row[] {
  const whole = ledger.cards.get(name)?.parts?.[row.series];
  return ledger.datasets[name].filter(
    (other) =>
      other !== row &&
      // Within a month or a year a part may be later than the whole, and larger.
      row.as_of !== null &&
      precisionOf(row.as_of) === 'day' &&
      other.as_of === row.as_of &&
      other.claimant_id === row.claimant_id &&
      other.unit === row.unit &&
      !row.unit.startsWith('per cent') &&
      ((other.series === row.series && WHOLE.test(other.scope) && !WHOLE.test(row.scope)) ||
        (other.series === whole && (WHOLE.test(other.scope) || other.scope_id === row.scope_id))),
  );
}

/** Checks a part against its wholes. Of several that differ, as with and without an older caseload, the largest counts. */
function partHolds(row: Row, wholes: readonly Row[]): Problem[] {
  const sameMeaning = wholes.filter(({ definition }) => definition === row.definition);
  const largest = [...(sameMeaning.length > 0 ? sameMeaning : wholes)].sort((a, b) => b.value - a.value)[0];
  if (!largest || row.value <= largest.value || isChecked(row)) return [];
  const { id, value, scope, as_of } = largest;
  return [
    rowProblem(
      row,
      'value',
      `${row.value} for ${quote(row.scope)}, above ${id} (${value}) for ${quote(scope)} on ${as_of}`,
      `no part above its whole, ${OR_REASON}`,
    ),
  ];
}

/** Checks that a number that stands in two files is the same in both: same source, day, meaning and area. Within one file two labels of a map may differ. */
function samePublishedTwice(ledger: Ledger): Problem[] {
  const first = new Map<string, Row>();
  return [...ledger.observations.values()].flatMap((row) => {
    if (row.as_of === null || row.definition === null || row.unit.startsWith('per cent')) return [];
    const area = WHOLE.test(row.scope) ? 'nationwide' : row.scope_id;
    const key = [row.as_of, row.unit, area, row.definition, row.claimant, row.source_ids.join(';')].join('|');
    const earlier = first.get(key);
    if (!earlier) first.set(key, row);
    if (!earlier || earlier.file === row.file || earlier.value === row.value || isChecked(row)) return [];
    const where = `${earlier.id} (${earlier.file}:${earlier.line})`;
    return [
      rowProblem(
        row,
        'value',
        `${row.value}, and ${earlier.value} in ${where}, of the same source, day, meaning and area`,
        `the same number in both, ${OR_REASON}`,
      ),
    ];
  });
}
