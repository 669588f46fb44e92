import type { Located } from '../csv.ts';
import type { Problem } from '../errors.ts';
import { yamlLine } from '../yaml-lines.ts';

/** Makes a problem of one column of a CSV row. */
export function rowProblem(row: Located<object>, field: string, found: string, expected: string): Problem {
  return { file: row.file, line: row.line, field, found, expected };
}

/** Makes a problem of one field of a YAML item. `path` leads to it from the item. */
export function cardProblem(
  file: string,
  item: object,
  path: (string | number)[],
  found: string,
  expected: string,
): Problem {
  const line = yamlLine(item, path);
  return { file, ...(line === undefined ? {} : { line }), field: path.join('.'), found, expected };
}

/** Content files of the parts of the ledger that do not know their own file. */
export const FILES = {
  site: 'content/site.yaml',
  sources: 'content/sources.csv',
  actors: 'content/actors.yaml',
  cities: 'content/geo/cities.yaml',
  derived: 'content/derived.yaml',
  keyNumbers: 'content/key-numbers.yaml',
  safeLines: 'content/safe-to-print.yaml',
  casualties: 'content/casualties.yaml',
  firstGiven: 'content/first-given.yaml',
  timelineStrip: 'content/timeline-strip.yaml',
  changes: 'content/changes.yaml',
  hosts: 'content/hosts.yaml',
  then: 'content/then.yaml',
  card: (id: string) => `content/data/${id}.yaml`,
  figure: (id: string) => `content/figures/${id}.yaml`,
};
