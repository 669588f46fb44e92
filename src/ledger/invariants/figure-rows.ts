import type { FigureCard } from '../../schemas/figure.ts';
import type { Observation } from '../../schemas/observation.ts';
import { OBSERVATION_FILES, type Dataset } from '../dataset-ids.ts';
import type { Ledger } from '../load.ts';
import { quote, type Problem } from '../problems.ts';

/** Leads to a field from the top of a figure's card. */
export type Path = (string | number)[];
/** Makes a problem of a field of a figure's card. */
export type ReportAt = (path: Path, found: string, expected: string) => Problem;

/** Holds single numbers of every kind, so any figure may show them beside its own rows. */
const SHARED: Dataset = 'facts';

/** Each row of a figure stands in it once: on a line, as a mark, in the table only, or left out. */
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
    ...(['lines', 'bands', 'dots', 'table_only', 'places', 'places_listed'] as const).flatMap((list) =>
      figure[list].flatMap(({ rows }, index) => once(rows, [list, index, 'rows'])),
    ),
    ...once(figure.left_out, ['left_out']),
  ];
}

/** A row shown by itself is a published number of the figure's dataset or of the facts; one that is drawn is not weak. */
export function rowMayShow(
  ledger: Ledger,
  figure: FigureCard,
  id: string,
  drawn: boolean,
  path: Path,
  report: ReportAt,
): Problem[] {
  const row = rowIn(ledger, [figure.dataset, SHARED], id);
  if (!row) return [rowMissing(ledger, [figure.dataset, SHARED], id, path, report)];
  return drawn && row.confidence === 'low' ? [weakRow(id, path, report)] : [];
}

/** The row of that id, if it stands in one of the datasets. */
export function rowIn(ledger: Ledger, datasets: readonly string[], id: string): Observation | undefined {
  return OBSERVATION_FILES.filter((name) => datasets.includes(name))
    .flatMap((name) => ledger.datasets[name])
    .find((row) => row.id === id);
}

/** Says that no dataset named has such a row, and whether another has. */
export function rowMissing(
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

/** Says that a row is too weak to be drawn. */
export function weakRow(id: string, path: Path, report: ReportAt): Problem {
  return report(path, `"${id}" of low confidence`, 'a row of high or medium confidence');
}
