import type { Derivation } from '../schemas/derivation.ts';
import type { Observation, Qualifier } from '../schemas/observation.ts';
import type { Ledger } from '../ledger.ts';
import { quote, type Problem } from '../errors.ts';
import { cardProblem, FILES } from './report.ts';

type Report = (path: (string | number)[], found: string, expected: string) => Problem;

/** Qualifiers of numbers that a source counted and gave without a hedge. */
const EXACT: readonly Qualifier[] = ['exact', 'exact-rounded'];

/** Qualifiers of numbers that may be larger, and not smaller. */
const FLOORS: readonly Qualifier[] = ['at-least', 'more-than'];
const isFloor = ({ qualifier }: Observation) => FLOORS.includes(qualifier);

/** Checks that the rows of each computed number exist, are sound and can be computed with, and that it claims no more exactness than they have. */
export function derivationsHold(ledger: Ledger): Problem[] {
  return [...ledger.derivations.values()].flatMap((item) => derivationHolds(ledger, item));
}

function derivationHolds(ledger: Ledger, item: Derivation): Problem[] {
  const report: Report = (path, found, expected) => cardProblem(FILES.derived, item, path, found, expected);
  if (item.kind === 'count') return countHolds(ledger, item, report);
  if (item.status.length > 0) return [report(['status'], `it with "${item.kind}"`, 'it with "count" alone')];
  const missing = item.of.flatMap((id, index) =>
    ledger.observations.has(id) ? [] : [report(['of', index], quote(id), 'the id of a row in content/data')],
  );
  if (missing.length > 0) return missing;
  const rows = item.of.map(
    (id) => ledger.observations.get(id) as NonNullable<ReturnType<typeof ledger.observations.get>>,
  );
  const problems = rows.flatMap((row, index) =>
    row.confidence === 'low'
      ? [report(['of', index], `"${row.id}" of low confidence`, 'rows of high or medium confidence')]
      : [],
  );
  if (item.kind === 'sum' ? rows.length < 2 : rows.length !== 2) {
    problems.push(
      report(['of'], `${rows.length} ids`, `two${item.kind === 'sum' ? ' or more' : ''} for "${item.kind}"`),
    );
  }
  const units = [...new Set(rows.map((row) => row.unit))];
  if (item.kind !== 'one-in' && units.length > 1) {
    problems.push(report(['of'], `the units ${units.map(quote).join(' and ')}`, 'rows of one unit'));
  }
  const divisor = item.kind === 'share' ? 1 : item.kind === 'one-in' ? 0 : null;
  if (divisor !== null && rows[divisor]?.value === 0) {
    problems.push(report(['of', divisor], `"${rows[divisor].id}", which is 0`, 'a number to divide by'));
  }
  const [first, second] = rows;
  if (item.kind === 'difference' && first && second && first.value < second.value) {
    problems.push(
      report(['of'], `"${first.id}" (${first.value}) less "${second.id}" (${second.value})`, 'the larger number first'),
    );
  }
  if (item.kind === 'one-in' && first && second && first.value > second.value) {
    problems.push(
      report(
        ['of'],
        `"${first.id}" (${first.value}) as a part of "${second.id}" (${second.value})`,
        'the part first, then the whole',
      ),
    );
  }
  const hedged = item.qualifier === 'exact' ? rows.find((row) => !EXACT.includes(row.qualifier)) : undefined;
  if (hedged)
    problems.push(
      report(
        ['qualifier'],
        `"exact" with "${hedged.id}", which is "${hedged.qualifier}"`,
        'a hedge such as "about", which its rows pass on',
      ),
    );
  if (
    item.kind === 'difference' &&
    first &&
    second &&
    isFloor(first) &&
    !isFloor(second) &&
    second.qualifier !== 'about' &&
    !FLOORS.includes(item.qualifier)
  )
    problems.push(
      report(
        ['qualifier'],
        `"${item.qualifier}" with "${first.id}", which is "${first.qualifier}"`,
        `one of ${FLOORS.join(', ')}: the difference is at least so large too`,
      ),
    );
  return item.kind === 'share' ? [...problems, ...shareHolds(item, rows, report)] : problems;
}

/** Checks that a count is of the places of one figure. */
function countHolds(ledger: Ledger, { of }: Derivation, report: Report): Problem[] {
  const [figure = ''] = of;
  return of.length === 1 && (ledger.figures.get(figure)?.places.length ?? 0) > 0
    ? []
    : [report(['of'], of.map(quote).join(', '), 'the id of one figure that draws places')];
}

/** Checks that a share is of a whole no smaller than its part, and that its unit is per cent. */
function shareHolds(item: Derivation, [part, whole]: Observation[], report: Report): Problem[] {
  const problems: Problem[] = [];
  if (part && whole && whole.value > 0 && part.value > whole.value) {
    problems.push(
      report(
        ['of'],
        `"${part.id}" (${part.value}) as a part of "${whole.id}" (${whole.value})`,
        'the part first, then the whole',
      ),
    );
  }
  if (!item.unit.startsWith('per cent'))
    problems.push(report(['unit'], quote(item.unit), 'a unit that begins with "per cent"'));
  return problems;
}
