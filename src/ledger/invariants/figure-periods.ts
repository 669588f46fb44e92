import type { Period } from '../../schemas/figure.ts';
import { findCited } from '../cite.ts';
import type { Ledger } from '../load.ts';
import { quote, type Problem } from '../problems.ts';
import type { Path, ReportAt } from './figure-rows.ts';

/** A period ends after it surely began, and every row that tells of it exists. */
export function periodHolds(
  ledger: Ledger,
  { from, surely = from, to, told_by }: Period,
  path: Path,
  report: ReportAt,
): Problem[] {
  const unknown = told_by.flatMap((id, index) =>
    findCited(ledger, id)
      ? []
      : [report([...path, 'told_by', index], quote(id), 'the id of a row, an event or a statement')],
  );
  if (surely < from) return [report([...path, 'surely'], surely, `a day after ${from}`), ...unknown];
  return to > surely ? unknown : [report([...path, 'to'], to, `a day after ${surely}`), ...unknown];
}
