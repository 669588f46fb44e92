import { expect, it } from 'vitest';
import { checkPublishedIds } from '../../src/build/passes/forwarded-ids.ts';
import { readForwards } from '../../src/site/permanent-ids/read-forwards.ts';
import type { Problem } from '../../src/data/errors.ts';
import { formatId, liveIds } from '../../src/site/permanent-ids/permanent-ids.ts';
import { PUBLISHED_FILE, formatPublished, readPublished } from '../../src/site/permanent-ids/published-file.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES, parseBuilt, ROOT } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';
import { elementsById } from './kit/words.ts';

const problems: Problem[] = [];
const published = readPublished(ROOT, problems);
const forwards = readForwards(ROOT, ledger, problems);

it('lists every id of the content, and besides them only what is forwarded (npm run publish-ids adds what is new)', () => {
  expect(problems).toEqual([]);
  const wanted = [...liveIds(ledger), ...forwards.map(({ old }) => old)].map(formatId);
  expect(new Set(published.map(formatId))).toEqual(new Set(wanted));
});

it('lists them in order, as the tool writes them', () => {
  expect(readFileSync(join(ROOT, PUBLISHED_FILE), 'utf8')).toBe(formatPublished(published));
});

it('leads from every id ever published to its place on the built site', () => {
  expect(published.length).toBeGreaterThan(1000);
  const ids = new Map(PAGES.map((file) => [file, elementsById(parseBuilt(file))]));
  const hasId = (file: string, id?: string) => (id === undefined ? ids.has(file) : ids.get(file)?.has(id) === true);
  expect(() => checkPublishedIds(published, hasId)).not.toThrow();
});
