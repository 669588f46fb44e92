import type { Located } from '../csv.ts';
import type { Ledger } from '../ledger.ts';
import type { Problem } from '../errors.ts';
import { cardProblem, FILES, rowProblem } from './report.ts';

type Row = Located<{ id: string }>;

/** Checks that no two rows of any kind share an id, since prose cites a row by its bare id. */
export function idsAreUnique(ledger: Ledger): Problem[] {
  const problems: Problem[] = [];
  const cited = new Map<string, string>();
  const claim = (id: string, place: string, report: (found: string, expected: string) => Problem) => {
    const earlier = cited.get(id);
    if (earlier === undefined) cited.set(id, place);
    else problems.push(report(`"${id}" again`, `an id used once (first at ${earlier})`));
  };
  const kinds: Map<string, Row>[] = [
    ledger.observations,
    ledger.events,
    ledger.claims,
    ledger.statements,
    ledger.assessments,
    ledger.places,
  ];
  for (const row of kinds.flatMap((kind) => [...kind.values()])) {
    claim(row.id, `${row.file}:${row.line}`, (found, expected) => rowProblem(row, 'id', found, expected));
  }
  for (const item of ledger.derivations.values()) {
    claim(item.id, FILES.derived, (found, expected) => cardProblem(FILES.derived, item, ['id'], found, expected));
  }
  // A group is often a glossary term too, so these two are cited as `actor-mndaa` and `term-mndaa`.
  for (const row of ledger.terms.values()) {
    const earlier = cited.get(row.id);
    if (earlier) problems.push(rowProblem(row, 'id', `"${row.id}" again`, `an id used once (first at ${earlier})`));
  }
  for (const item of ledger.actors.values()) {
    const earlier = cited.get(item.id);
    if (earlier)
      problems.push(
        cardProblem(FILES.actors, item, ['id'], `"${item.id}" again`, `an id used once (first at ${earlier})`),
      );
  }
  return [...problems, ...kinds.flatMap(casesDiffer), ...wordsRepeat(ledger)];
}

/** Checks that no event, finding or claim is told twice: a line pasted again with another id. */
function wordsRepeat({ events, statements, claims }: Ledger): Problem[] {
  const told = new Map<string, string>();
  const once = (row: Row, field: string, words: string) => {
    const key = `${field} ${words.toLowerCase()}`;
    const earlier = told.get(key);
    if (earlier === undefined) told.set(key, row.id);
    return earlier === undefined ? [] : [rowProblem(row, field, `the words of ${earlier} again`, 'words of its own')];
  };
  return [
    ...[...events.values()].flatMap((row) => once(row, 'event', row.event)),
    ...[...statements.values()].flatMap((row) => once(row, 'statement', row.statement)),
    ...[...claims.values()].flatMap((row) => once(row, 'claim', row.claim)),
  ];
}

/** Checks that no two ids of one kind differ in capitals alone: addresses end in them, and some systems do not tell A from a. */
function casesDiffer(rows: ReadonlyMap<string, Row>): Problem[] {
  const first = new Map<string, string>();
  return [...rows.values()].flatMap((row) => {
    const earlier = first.get(row.id.toLowerCase());
    if (earlier === undefined) first.set(row.id.toLowerCase(), row.id);
    return earlier === undefined || earlier === row.id
      ? []
      : [rowProblem(row, 'id', `"${row.id}" beside "${earlier}"`, 'ids that differ in more than capitals')];
  });
}
