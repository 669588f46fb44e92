import type { Located } from '../csv.ts';
import type { Ledger } from '../ledger.ts';
import type { Problem } from '../errors.ts';
import { lastDay } from '../schemas/dates.ts';
import type { FigureCard } from '../schemas/figure.ts';
import type { Observation } from '../schemas/observation.ts';
import { FILES, rowProblem } from './report.ts';

/**
 * Reports rows newer than the newest that a figure draws of the same series, scope and claimant, and that stand nowhere.
 * @param words All words of sections and cards, in which a row may be named by its id.
 */
export function undrawnRows(ledger: Ledger, words: string): Problem[] {
  const named = new Set(words.match(/[A-Za-z][\w-]*\d[\w-]*|[a-z]+(?:-[\w]+)+/g) ?? []);
  const figures = [...ledger.figures.values()];
  const newest = newestDrawn(ledger, figures);
  return [...ledger.observations.values()].flatMap((row) => {
    const drawn = newest.get(kindOf(row));
    if (!drawn || row.as_of === null || row.confidence === 'low' || named.has(row.id)) return [];
    if (lastDay(row.as_of) <= drawn.day) return [];
    return [
      rowProblem(
        row,
        'id',
        `"${row.id}" of ${row.as_of}, newer than ${drawn.id} and shown nowhere`,
        `it under lines, dots, table_only or left_out of ${FILES.figure(drawn.figure)}, or named in a section`,
      ),
    ];
  });
}

interface Drawn {
  id: string;
  day: string;
  figure: string;
}

function newestDrawn(ledger: Ledger, figures: readonly FigureCard[]): Map<string, Drawn> {
  const newest = new Map<string, Drawn>();
  for (const figure of figures)
    for (const id of [...figure.lines, ...figure.dots].flatMap(({ rows }) => rows)) {
      const row = ledger.observations.get(id);
      if (!row || row.as_of === null) continue;
      const day = lastDay(row.as_of);
      const before = newest.get(kindOf(row));
      if (!before || before.day < day) newest.set(kindOf(row), { id, day, figure: figure.id });
    }
  return newest;
}

function kindOf({ series, scope_id, claimant_id }: Located<Observation>): string {
  return [series, scope_id, claimant_id].join(' ');
}
