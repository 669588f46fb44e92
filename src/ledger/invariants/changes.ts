import type { Ledger } from '../load.ts';
import { quote, type Problem } from '../problems.ts';
import { cardProblem, FILES } from './report.ts';
import { checkPlain, checkTokens } from './tokens.ts';

/** The public history runs from the newest entry to the oldest, and the newest brought the version that is shown. */
export function changesHold(ledger: Ledger): Problem[] {
  const changes = [...ledger.changes.values()];
  const newest = changes[0];
  const problems: Problem[] = changes.flatMap((change, index) => {
    const report = (field: string) => (found: string, expected: string) => cardProblem(FILES.changes, change, [field], found, expected);
    const later = changes[index - 1];
    const order = later && later.date < change.date ? [report('date')(`${change.date} below ${later.date}`, 'the newest change first')] : [];
    return [...order, ...change.where.flatMap((id) => checkPlain(id, report('where'))), ...checkTokens(ledger, change.text, true, report('text'))];
  });
  if (newest && newest.version !== ledger.site.version) {
    const expected = `${quote(newest.version)}, the version of the newest entry in ${FILES.changes}`;
    problems.push(cardProblem(FILES.site, ledger.site, ['version'], quote(ledger.site.version), expected));
  }
  return problems;
}
