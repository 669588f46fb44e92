import { changeTargets } from '../change-targets.ts';
import type { Ledger } from '../../data/ledger.ts';
import { quote, type Problem } from '../../data/errors.ts';
import { cardProblem, FILES } from '../../data/checks/report.ts';
import { numbersIn } from '../../data/checks/check-old-numbers.ts';
import { formatDigits } from '../../data/format.ts';
import { resolveNumber } from '../../data/numbers.ts';
import type { Change } from '../../data/schemas/change.ts';
import { checkPlain, checkTokens } from '../../data/checks/check-tokens.ts';

const TARGET =
  'what is on the site, by the id after the # of its address (map, place-lashio, crossings-BX01, number-A21, event-t017, source-…, dataset-…) or the id of a row';

/** Checks that the public history runs from the newest entry to the oldest, refers to things that exist, and that the newest brought the version that is shown. */
export function changesHold(ledger: Ledger): Problem[] {
  const changes = [...ledger.changes.values()];
  const newest = changes[0];
  const targets = changeTargets(ledger);
  const problems: Problem[] = changes.flatMap((change, index) => {
    const report = (field: string) => (found: string, expected: string) =>
      cardProblem(FILES.changes, change, [field], found, expected);
    const later = changes[index - 1];
    const order =
      later && later.date < change.date
        ? [report('date')(`${change.date} below ${later.date}`, 'the newest change first')]
        : [];
    const where = change.where.flatMap((id, place) => {
      const braces = checkPlain(id, report('where'));
      return braces.length > 0 || targets.has(id)
        ? braces
        : [cardProblem(FILES.changes, change, ['where', place], quote(id), TARGET)];
    });
    const quoted = (['was', 'is'] as const).flatMap((field) => checkPlain(change[field] ?? '', report(field)));
    return [
      ...order,
      ...where,
      ...correctionHolds(ledger, changes, index),
      ...quoted,
      ...[change.text, change.why ?? ''].flatMap((words, place) =>
        checkTokens(ledger, words, true, report(place === 0 ? 'text' : 'why')),
      ),
    ];
  });
  if (newest && newest.version !== ledger.site.version) {
    const expected = `${quote(newest.version)}, the version of the newest entry in ${FILES.changes}`;
    problems.push(cardProblem(FILES.site, ledger.site, ['version'], quote(ledger.site.version), expected));
  }
  return problems;
}

/**
 * Checks that the numbers which a correction brought are what its rows say. Only the newest entry that names a row is compared:
 * a record stays true when the row changes later, if that change has an entry of its own.
 */
function correctionHolds(ledger: Ledger, changes: readonly Change[], index: number): Problem[] {
  const { was, is, where } = changes[index] as Change;
  if (was === undefined || is === undefined) return [];
  const before = numbersIn(was);
  const brought = numbersIn(is).filter((value) => !before.includes(value));
  const newer = changes.slice(0, index).flatMap((change) => change.where);
  const rows = where.map((id) => rowOfTarget(ledger, id)).filter((id) => id !== null);
  if (rows.length === 0 || rows.some((id) => newer.some((other) => rowOfTarget(ledger, other) === id))) return [];
  const said = rows.map((id) => resolveNumber(ledger, id).value);
  return brought
    .filter((value) => !said.includes(value))
    .map((value) =>
      cardProblem(
        FILES.changes,
        changes[index] as Change,
        ['is'],
        `${formatDigits(value)} in ${quote(is)}`,
        `what the row says (${rows.map((id, at) => `${id}: ${formatDigits(said[at] as number)}`).join(', ')}), or a newer entry that names the row`,
      ),
    );
}

/** Returns the number behind a target: `A21`, or the point of a figure `displaced-total-B39`; `null` for anything else. */
function rowOfTarget(ledger: Ledger, target: string): string | null {
  const isNumber = (id: string) => ledger.observations.has(id) || ledger.derivations.has(id);
  if (isNumber(target)) return target;
  const figure = [...ledger.figures.keys()].find((id) => target.startsWith(`${id}-`));
  const row = figure === undefined ? '' : target.slice(figure.length + 1);
  return isNumber(row) ? row : null;
}
