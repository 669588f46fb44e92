import { boundaries, type Boundaries } from './schemas/boundaries.ts';
import { readText } from './read-text.ts';
import { describeExpectation, quote, type Problem } from './errors.ts';

/** Outlines under the map, made by `src/cli/make-boundaries.ts` and committed, so that building needs no map packages. */
export const BOUNDARIES_FILE = 'content/geo/boundaries.json';

/**
 * Reads the outlines under the map.
 * @returns The checked outlines, or `null` if anything was wrong (then `problems` says what and where).
 */
export function readBoundaries(root: string, problems: Problem[]): Boundaries | null {
  const before = problems.length;
  const checked = parseBoundaries(root, problems);
  // Nothing is named by an id in it, but nothing can be drawn without it.
  for (const problem of problems.slice(before)) problem.lost = [];
  return checked;
}

function parseBoundaries(root: string, problems: Problem[]): Boundaries | null {
  const text = readText(root, BOUNDARIES_FILE, problems);
  if (text === null) return null;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    problems.push({
      file: BOUNDARIES_FILE,
      found: (error as Error).message,
      expected: 'JSON as src/cli/make-boundaries.ts writes it',
    });
    return null;
  }
  const result = boundaries.safeParse(json);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    problems.push({
      file: BOUNDARIES_FILE,
      field: issue.path.join('.'),
      found: quote(JSON.stringify(valueAt(json, issue.path)) ?? ''),
      expected: describeExpectation(issue),
    });
  }
  return null;
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);
}
