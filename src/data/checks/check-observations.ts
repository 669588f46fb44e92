import { firstDay, lastDay, precisionOf } from '../schemas/dates.ts';
import type { Observation } from '../schemas/observation.ts';
import type { Located } from '../csv.ts';
import type { Ledger } from '../ledger.ts';
import { type Problem, quote } from '../errors.ts';
import { comparedAs } from '../comparisons.ts';
import { cardProblem, FILES, rowProblem } from './report.ts';

type Row = Located<Observation>;

/** Checks that the dates and the value of each published number fit together. */
export function observationsHold(ledger: Ledger): Problem[] {
  return [...ledger.observations.values()].flatMap((row) => [
    ...boundsHold(row),
    ...wasPublishedAfter(row),
    ...valueFitsUnit(row),
  ]);
}

/** Checks that `not_before` and `not_after` narrow a date without a day and never widen it. */
function boundsHold(row: Row): Problem[] {
  const { as_of, not_before, not_after } = row;
  const given = (['not_before', 'not_after'] as const).filter((field) => row[field] !== null);
  if (as_of !== null && precisionOf(as_of) === 'day') {
    return given.map((field) =>
      rowProblem(row, field, `${row[field]} beside the exact day ${as_of}`, 'nothing, since as_of has a day'),
    );
  }
  const problems: Problem[] = [];
  if (not_before !== null && not_after !== null && firstDay(not_before) > lastDay(not_after)) {
    problems.push(
      rowProblem(row, 'not_before', `${not_before} after not_after ${not_after}`, 'not_before no later than not_after'),
    );
  }
  if (as_of === null) return problems;
  const inside = (date: string) => firstDay(date) >= firstDay(as_of) && lastDay(date) <= lastDay(as_of);
  for (const field of given) {
    if (!inside(row[field] as string))
      problems.push(rowProblem(row, field, String(row[field]), `a date within ${as_of}, which as_of names`));
  }
  return problems;
}

function wasPublishedAfter(row: Row): Problem[] {
  if (row.as_of === null || row.published === null || lastDay(row.published) >= firstDay(row.as_of)) return [];
  return [
    rowProblem(
      row,
      'published',
      `${row.published}, before as_of ${row.as_of}`,
      'a date on or after the day the number describes',
    ),
  ];
}

function valueFitsUnit(row: Row): Problem[] {
  if (Number.isInteger(row.value) || row.unit.startsWith('per cent')) return [];
  return [
    rowProblem(row, 'value', `${row.value} ${row.unit}`, 'a whole number, or a unit that begins with "per cent"'),
  ];
}

/** Checks that what each single number is compared with exists: a series, or a name that another number shares, of things of the same unit. */
export function comparisonsHold(ledger: Ledger): Problem[] {
  const rows = [...ledger.observations.values()];
  return rows.flatMap((row) => {
    const { compared_with: name } = row;
    if (name === null || name === undefined) return [];
    const names = new Set(rows.flatMap((other) => (isOtherOfUnit(row, other) ? (comparedAs(other) ?? []) : [])));
    if (names.has(name)) return [];
    const known =
      names.size === 0
        ? 'nothing, since no other number counts'
        : `${[...names].join(', ')}, as others have that count`;
    return [rowProblem(row, 'compared_with', quote(name), `${known} ${row.unit}`)];
  });
}

function isOtherOfUnit(row: Row, other: Row): boolean {
  return other.id !== row.id && other.unit === row.unit;
}

/** Ids of rows in a note: `A21`, `B025`, `f-wire-posts`, `t017`. A unit's name such as `MOC-16` does not match. */
const ROW_ID = /(?<![\w-])(?:[A-Z]{1,2}\d{2,3}|f-[a-z][a-z0-9-]*|t0\d{1,2})(?![\w-])/g;

/** Checks that the ids in notes belong to rows that exist; readers are shown each such row in words. */
export function notesNameRows(ledger: Ledger): Problem[] {
  const kinds = [ledger.observations, ledger.events, ledger.places];
  return [...ledger.observations.values()].flatMap((row) =>
    (row.note?.match(ROW_ID) ?? [])
      .filter((id) => !kinds.some((kind) => kind.has(id)))
      .map((id) => rowProblem(row, 'note', quote(id), 'the id of a row, or words that do not look like one')),
  );
}

/** Checks that every count of the table of civilians killed and injured is a published number. */
export function casualtiesHold(ledger: Ledger): Problem[] {
  return [...ledger.casualties.values()]
    .filter(({ id }) => !ledger.observations.has(id))
    .map((item) => cardProblem(FILES.casualties, item, ['id'], quote(item.id), 'the id of a row in content/data'));
}
