import type { FigureCard } from '../../schemas/figure.ts';
import type { Ledger } from '../load.ts';
import type { Problem } from '../problems.ts';
import { joinedRowsHold } from './figure-lines.ts';
import type { Path, ReportAt } from './figure-rows.ts';

/** A band joins rows as a line does, and is never taller than the total that it divides. */
export function bandHolds(
  ledger: Ledger,
  figure: FigureCard,
  band: FigureCard['bands'][number],
  path: Path,
  report: ReportAt,
): Problem[] {
  return [
    ...joinedRowsHold(ledger, figure, band.rows, path, 'band', report),
    ...fitsTotals(ledger, figure, band.rows, path, report),
  ];
}

function fitsTotals(
  ledger: Ledger,
  figure: FigureCard,
  ids: readonly string[],
  path: Path,
  report: ReportAt,
): Problem[] {
  const totals = figure.lines.flatMap(({ rows }) => rows).flatMap((id) => ledger.observations.get(id) ?? []);
  return ids.flatMap((id, index) => {
    const part = ledger.observations.get(id);
    const total = totals.find(
      ({ as_of, unit, value }) =>
        part && as_of !== null && as_of === part.as_of && unit === part.unit && value < part.value,
    );
    if (!part || !total) return [];
    return [
      report(
        [...path, 'rows', index],
        `"${id}" (${part.value})`,
        `${total.value} at most, the total of ${total.as_of} ("${total.id}")`,
      ),
    ];
  });
}
