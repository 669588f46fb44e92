import { inTimeOrder } from '../figure-rows.ts';
import type { FigureCard } from '../schemas/figure.ts';
import type { Observation } from '../schemas/observation.ts';
import { type Ledger, type Dataset, OBSERVATION_FILES } from '../ledger.ts';
import { type Problem, quote } from '../errors.ts';

/** Path to a field from the top of a figure's card. */
export type Path = (string | number)[];
/** Makes a problem of a field of a figure's card. */
export type ReportAt = (path: Path, found: string, expected: string) => Problem;

/** Dataset of single numbers of every kind, which any figure may show beside its own rows. */
const SHARED: Dataset = 'facts';

/** Checks that each row of a figure stands in it once: on a line, as a mark, in the table only, or left out. */
export function rowsStandOnce(figure: FigureCard, report: ReportAt): Problem[] {
  const first = new Map<string, Path>();
  const once = (ids: readonly string[], path: Path) =>
    ids.flatMap((id, index): Problem[] => {
      const at = [...path, index];
      const earlier = first.get(id);
      if (earlier) return [report(at, `"${id}" again`, `each row once (first at ${earlier.join('.')})`)];
      first.set(id, at);
      return [];
    });
  return [
    ...(['lines', 'bands', 'dots', 'table_only', 'places', 'places_listed', 'judgements'] as const).flatMap((list) =>
      figure[list].flatMap(({ rows }, index) => once(rows, [list, index, 'rows'])),
    ),
    ...once(figure.left_out, ['left_out']),
  ];
}

/** Checks that a row shown by itself is a published number of the figure's dataset or of the facts, and not of low confidence if drawn. */
export function rowMayShow(
  ledger: Ledger,
  figure: FigureCard,
  id: string,
  drawn: boolean,
  path: Path,
  report: ReportAt,
): Problem[] {
  const row = findRow(ledger, [figure.dataset, SHARED], id);
  if (!row) return [missingRowProblem(ledger, [figure.dataset, SHARED], id, path, report)];
  return drawn && row.confidence === 'low' ? [weakRowProblem(id, path, report)] : [];
}

/** Finds the row of that id in the datasets named. */
function findRow(ledger: Ledger, datasets: readonly string[], id: string): Observation | undefined {
  return OBSERVATION_FILES.filter((name) => datasets.includes(name))
    .flatMap((name) => ledger.datasets[name])
    .find((row) => row.id === id);
}

/** Reports that no dataset named has such a row, and whether another has. */
function missingRowProblem(
  ledger: Ledger,
  datasets: readonly string[],
  id: string,
  path: Path,
  report: ReportAt,
): Problem {
  const elsewhere = ledger.observations.has(id) ? `"${id}", which is in another dataset` : quote(id);
  return report(
    path,
    elsewhere,
    `the id of a row in ${[...new Set(datasets)].map((name) => `content/data/${name}.csv`).join(' or ')}`,
  );
}

/** Reports that a row is of too low confidence to be drawn. */
export function weakRowProblem(id: string, path: Path, report: ReportAt): Problem {
  return report(path, `"${id}" of low confidence`, 'a row of high or medium confidence');
}

type Line = FigureCard['lines'][number];

/** Checks that a line joins only rows that measure the same thing. */
export function lineHolds(ledger: Ledger, figure: FigureCard, line: Line, path: Path, report: ReportAt): Problem[] {
  return [...joinedRowsHold(ledger, figure, line.rows, path, 'line', report), ...gapsHold(ledger, line, path, report)];
}

/** Checks rows that are joined, as a line or as the edge of a band: sound, dated, and of one kind. */
function joinedRowsHold(
  ledger: Ledger,
  figure: FigureCard,
  ids: readonly string[],
  path: Path,
  kind: 'line' | 'band',
  report: ReportAt,
): Problem[] {
  const problems: Problem[] = [];
  const rows = ids.flatMap((id, index): Observation[] => {
    const at = [...path, 'rows', index];
    const row = findRow(ledger, [figure.dataset], id);
    if (!row) {
      problems.push(missingRowProblem(ledger, [figure.dataset], id, at, report));
      return [];
    }
    if (row.confidence === 'low') problems.push(weakRowProblem(id, at, report));
    if (row.as_of === null) problems.push(report(at, `"${id}" without a date`, 'a row with a date'));
    return [row];
  });
  const shared = ['series', 'scope_id', 'claimant_id', 'unit'] as const;
  for (const field of shared) {
    const values = [...new Set(rows.map((row) => String(row[field])))];
    if (values.length > 1)
      problems.push(
        report([...path, 'rows'], `rows of ${field} ${values.map(quote).join(' and ')}`, `one ${field} on one ${kind}`),
      );
  }
  return problems;
}

function gapsHold(ledger: Ledger, line: Line, path: Path, report: ReportAt): Problem[] {
  const rows = inTimeOrder(ledger, line.rows);
  return line.gaps.flatMap(([from, to], index) => {
    const at = rows.indexOf(from);
    if (at >= 0 && rows[at + 1] === to) return [];
    return [report([...path, 'gaps', index], `${quote(from)} and ${quote(to)}`, 'two neighbouring rows of the line')];
  });
}

/** Checks that a band joins rows as a line does, and is never taller than the total that it divides. */
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
