import { changeTargets } from '../change-targets.ts';
import type { Ledger } from '../../data/ledger.ts';
import { quote, type Problem } from '../../data/errors.ts';
import { cardProblem, FILES } from '../../data/checks/report.ts';
import { checkPlain, checkTokens } from '../../data/checks/check-tokens.ts';

const TARGET =
  'what is on the site, by the id after the # of its address (map, place-lashio, crossings-BX01, event-t017, source-…, dataset-…) or the id of a row';

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
