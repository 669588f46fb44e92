import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { polygonContains } from 'd3';
import { describe, expect, it } from 'vitest';
import { BOUNDARIES_FILE, readBoundaries } from '../../src/data/read-boundaries.ts';
import { describeProblem, type Problem } from '../../src/data/errors.ts';
import type { Boundaries } from '../../src/data/schemas/boundaries.ts';
import { ledger } from './kit/content.ts';
import { tempFolder } from './kit/temp.ts';

const LIMIT = 42_000;
/** Border towns may stand this far outside the smoothed outline, in degrees: about three kilometres. */
const SLACK = 0.03;

const { boundaries } = ledger;

/** What is found wrong with a file of outlines. */
function complaints(text: string | null): string[] {
  const root = tempFolder();
  mkdirSync(join(root, 'content/geo'), { recursive: true });
  if (text !== null) writeFileSync(join(root, BOUNDARIES_FILE), text);
  const problems: Problem[] = [];
  expect(readBoundaries(root, problems)).toBeNull();
  return problems.map(describeProblem);
}

function changed(change: (one: Boundaries) => void): string {
  const copy = structuredClone(boundaries);
  change(copy);
  return JSON.stringify(copy);
}

describe('the committed outlines', () => {
  it(`weigh at most ${LIMIT} bytes`, () => {
    expect(statSync(BOUNDARIES_FILE).size).toBeLessThanOrEqual(LIMIT);
  });

  it('lie in their frames, but for a little margin', () => {
    for (const {
      bounds: [west, south, east, north],
      ...shapes
    } of [boundaries.detail, boundaries.country]) {
      for (const [lon, lat] of Object.values(shapes).flat(2) as [number, number][]) {
        expect(lon).toBeGreaterThanOrEqual(west! - 0.31);
        expect(lon).toBeLessThanOrEqual(east! + 0.31);
        expect(lat).toBeGreaterThanOrEqual(south! - 0.31);
        expect(lat).toBeLessThanOrEqual(north! + 0.31);
      }
    }
  });

  it('have every town of known point in Myanmar, or within a few kilometres of it', () => {
    const around = [0, 1, 2, 3, 4, 5, 6, 7].map(
      (k) => [Math.cos((k * Math.PI) / 4) * SLACK, Math.sin((k * Math.PI) / 4) * SLACK] as const,
    );
    const isInside = (rings: [number, number][][], lon: number, lat: number) =>
      [[0, 0] as const, ...around].some(([dx, dy]) =>
        rings.some((ring) => polygonContains(ring, [lon + dx, lat + dy])),
      );
    const [west, south, east, north] = boundaries.detail.bounds as [number, number, number, number];
    for (const { name, lon, lat, coord_precision } of ledger.places.values()) {
      if (lon === null || lat === null || coord_precision !== 'town-point') continue;
      const inFrame = lon > west && lon < east && lat > south && lat < north;
      expect(isInside((inFrame ? boundaries.detail : boundaries.country).myanmar, lon, lat), name).toBe(true);
    }
  });

  it('have a card that says where they are from, and what is missing', () => {
    const card = readFileSync('content/geo/boundaries.yaml', 'utf8');
    for (const words of ['Natural Earth', 'public domain', 'no outline for Naypyitaw', 'src/cli/make-boundaries.ts'])
      expect(card).toContain(words);
  });
});

describe('a file of outlines is refused', () => {
  it('if it is missing', () =>
    expect(complaints(null)).toEqual([`${BOUNDARIES_FILE}: found no such file; expected a readable file`]));
  it('if it is no JSON', () =>
    expect(complaints('{"detail":')).toEqual([
      expect.stringMatching(
        /^content\/geo\/boundaries\.json: found .*JSON.*; expected JSON as src\/cli\/make-boundaries\.ts writes it$/,
      ),
    ]));

  it('if a point lies off the globe', () => {
    expect(complaints(changed((one) => (one.detail.myanmar[0]![0] = [197, 23])))).toEqual([
      `${BOUNDARIES_FILE} "detail.myanmar.0.0.0": found "197"; expected number to be <=180`,
    ]);
  });

  it('if an outline is missing', () => {
    expect(complaints(changed((one) => (one.country.myanmar = [])))).toEqual([
      `${BOUNDARIES_FILE} "country.myanmar": found "[]"; expected at least one outline`,
    ]);
  });

  it('if it was cut for another frame', () => {
    expect(complaints(changed((one) => (one.detail.bounds = [90, 20, 100, 30])))).toEqual([
      expect.stringMatching(
        /"detail\.bounds": found "\[90,20,100,30\]"; expected .*run src\/cli\/make-boundaries\.ts after changing it$/,
      ),
    ]);
  });
});
