import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { fewColours, pngOf } from '../../src/build/pdf/small-png.ts';
import { buildDate } from '../../src/build/build-date.ts';
import { readBriefingsWish } from '../../src/build/settings.ts';
import { tempFolder } from './kit/temp.ts';

const ROOT = process.cwd();

describe('a small picture', () => {
  it('keeps its shape and its few colours', () => {
    const [white, red, black] = [
      [255, 255, 255, 255],
      [170, 51, 34, 255],
      [0, 0, 0, 255],
    ];
    const data = new Uint8Array([...white!, ...white!, ...red!, ...black!, ...white!, ...white!]);
    const { width, height, data: read } = PNG.sync.read(pngOf(fewColours(data), 3, 2));
    expect([width, height]).toEqual([3, 2]);
    expect([...read]).toEqual([...data]);
  });

  it('has no more than sixteen colours', () => {
    const data = new Uint8Array(
      Array.from({ length: 100 }, (_, index) => [index * 2, 255 - index * 2, (index * 7) % 256, 255]).flat(),
    );
    expect(fewColours(data).palette.length).toBe(16);
  });
});

describe('settings of the print', () => {
  it('print where a browser is there, never, or in any case', () => {
    expect([
      readBriefingsWish({}),
      readBriefingsWish({ BRIEFINGS: ' ' }),
      readBriefingsWish({ BRIEFINGS: 'none' }),
      readBriefingsWish({ BRIEFINGS: 'all' }),
    ]).toEqual(['if-possible', 'if-possible', 'none', 'all']);
  });

  it('are none but these', () => {
    expect(() => readBriefingsWish({ BRIEFINGS: 'no' })).toThrow(
      'BRIEFINGS: found "no"; expected none for a build without PDFs, all for one that insists on them, or nothing',
    );
  });

  it('take the moment that was asked for, else the commit’s, else the day of the data', async () => {
    expect(await buildDate(ROOT, { SOURCE_DATE_EPOCH: '1700000000' }, '2026-06-10')).toEqual(
      new Date('2023-11-14T22:13:20Z'),
    );
    expect(await buildDate(tempFolder(), {}, '2026-06-10')).toEqual(new Date('2026-06-10T00:00:00Z'));
    await expect(buildDate(ROOT, { SOURCE_DATE_EPOCH: 'today' }, '2026-06-10')).rejects.toThrow(
      'SOURCE_DATE_EPOCH: found "today"; expected a whole number of seconds',
    );
  });
});
