import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { expectation, LedgerError, quote, type Problem } from '../../ledger/problems.ts';

/** West, south, east, north, in degrees. */
export type Bounds = [number, number, number, number];

/** What the large map shows: every drawn place, and China beside it for the labels of the border. */
export const DETAIL_BOUNDS: Bounds = [95.84, 22.14, 99.3, 24.46];
/** What the small map of the country shows: its neighbours wide enough to hold their names. */
export const COUNTRY_BOUNDS: Bounds = [82.3, 9.3, 106.5, 28.7];

const FILE = 'content/geo/boundaries.json';

const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const bounds = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const rings = z.array(z.array(point).min(3, 'at least three points')).min(1, 'at least one outline');
const lines = z.array(z.array(point).min(2, 'at least two points'));

const boundaries = z.strictObject({
  /** The frame of the large map: in it all land that is not Myanmar is China. */
  detail: z.strictObject({ bounds, myanmar: rings, states: lines }),
  /** The frame of the small map of the country. */
  country: z.strictObject({ bounds, myanmar: rings, states: lines, neighbours: rings, borders: lines }),
});

/** Outlines of Natural Earth, smoothed and cut to the two frames; longitude before latitude. */
export type Boundaries = z.infer<typeof boundaries>;

const cached = new Map<string, { changed: number; value: Boundaries }>();

/**
 * The committed outlines of the project under `root`.
 * @throws LedgerError that names the file, if it is missing or not what `src/tools/boundaries.ts` writes.
 */
export function loadBoundaries(root = process.cwd()): Boundaries {
  const file = join(root, FILE);
  if (!existsSync(file)) throw fault({ found: 'no such file', expected: 'the outlines that src/tools/boundaries.ts writes' });
  const changed = statSync(file).mtimeMs;
  const known = cached.get(file);
  if (known?.changed === changed) return known.value;
  const value = checked(readFileSync(file, 'utf8'));
  cached.set(file, { changed, value });
  return value;
}

function checked(text: string): Boundaries {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw fault({ found: (error as Error).message, expected: 'JSON as src/tools/boundaries.ts writes it' });
  }
  const result = boundaries.safeParse(json);
  if (!result.success) {
    const [issue] = result.error.issues as [(typeof result.error.issues)[number]];
    throw fault({ field: issue.path.join('.'), found: quote(JSON.stringify(at(json, issue.path)) ?? ''), expected: expectation(issue) });
  }
  for (const [name, frame] of [['detail', DETAIL_BOUNDS], ['country', COUNTRY_BOUNDS]] as const) {
    const found = result.data[name].bounds;
    if (found.join() !== frame.join()) throw fault({ field: `${name}.bounds`, found: found.join(', '), expected: `${frame.join(', ')}; run src/tools/boundaries.ts again after changing a frame` });
  }
  return result.data;
}

function at(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);
}

function fault(problem: Omit<Problem, 'file'>): LedgerError {
  return new LedgerError([{ file: FILE, ...problem }]);
}
