import type { Located } from '../csv.ts';
import type { Ledger } from '../ledger.ts';
import { quote, type Problem } from '../errors.ts';
import { cardProblem, FILES, rowProblem } from './report.ts';

const EXPECTED = 'an id in content/sources.csv';

type Row = Located<{ source_ids: string[] }>;

/** Checks that every source that a row, an actor or a figure names is in the register. */
export function sourcesExist(ledger: Ledger): Problem[] {
  const missing = (ids: readonly string[]) => ids.filter((id) => !ledger.sources.has(id));
  const rows = citingRows(ledger).flatMap((row) =>
    missing(row.source_ids).map((id) => rowProblem(row, 'source_ids', quote(id), EXPECTED)),
  );
  const places = [...ledger.places.values()].flatMap((row) =>
    missing(row.status_source_ids).map((id) => rowProblem(row, 'status_source_ids', quote(id), EXPECTED)),
  );
  const actors = [...ledger.actors.values()].flatMap((actor) => [
    ...missing(actor.sources).map((id) => cardProblem(FILES.actors, actor, ['sources'], quote(id), EXPECTED)),
    ...actor.strength.flatMap(({ sources }, index) =>
      missing(sources).map((id) =>
        cardProblem(FILES.actors, actor, ['strength', index, 'sources'], quote(id), EXPECTED),
      ),
    ),
  ]);
  const figures = [...ledger.figures.values()].flatMap((figure) =>
    figure.base_sources.flatMap((id, index) =>
      ledger.sources.has(id)
        ? []
        : [cardProblem(FILES.figure(figure.id), figure, ['base_sources', index], quote(id), EXPECTED)],
    ),
  );
  return [...rows, ...places, ...actors, ...figures];
}

/** Checks that no two sources share an address, and that nothing of high confidence rests on weak sources alone. */
export function sourcesCarry(ledger: Ledger): Problem[] {
  const first = new Map<string, string>();
  const twice = [...ledger.sources.values()].flatMap((row) => {
    const key = row.url?.replace(/\/$/, '').toLowerCase();
    const earlier = key === undefined ? undefined : first.get(key);
    if (key !== undefined && earlier === undefined) first.set(key, row.id);
    return earlier === undefined
      ? []
      : [rowProblem(row, 'url', quote(row.url ?? ''), `an address of its own (${earlier} has it)`)];
  });
  const weak = citingRows(ledger)
    .filter((row) => 'confidence' in row && row.confidence === 'high' && row.source_ids.length > 0)
    .filter((row) => row.source_ids.every((id) => ledger.sources.get(id)?.weak))
    .map((row) => rowProblem(row, 'confidence', '"high", on weak sources alone', 'medium or low, or a sounder source'));
  return [...twice, ...weak];
}

/** Lists the sources that no row, no actor and no figure uses, in the order of the register. */
export function unusedSources(ledger: Ledger): string[] {
  const used = usedSources(ledger);
  return [...ledger.sources.keys()].filter((id) => !used.has(id));
}

/** Collects the ids of the sources that some row, actor or figure rests on. */
export function usedSources(ledger: Ledger): Set<string> {
  const used = new Set<string>();
  const add = (ids: readonly string[]) => ids.forEach((id) => used.add(id));
  citingRows(ledger).forEach((row) => add(row.source_ids));
  ledger.places.forEach((row) => add(row.status_source_ids));
  ledger.actors.forEach((actor) => [actor, ...actor.strength].forEach(({ sources }) => add(sources)));
  ledger.figures.forEach(({ base_sources }) => add(base_sources));
  ledger.cities.forEach(({ source }) => add([source]));
  return used;
}

function citingRows(ledger: Ledger): Row[] {
  const kinds: Map<string, Row>[] = [
    ledger.observations,
    ledger.places,
    ledger.events,
    ledger.claims,
    ledger.terms,
    ledger.statements,
    ledger.assessments,
  ];
  return kinds.flatMap((kind) => [...kind.values()]);
}
