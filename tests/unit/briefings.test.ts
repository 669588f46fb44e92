import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { smallPng } from '../../src/build/pdf/thumbnail.ts';
import { buildDate, readBriefingsMode } from '../../src/build/settings.ts';
import { tempFolder } from './kit/temp.ts';

const ROOT = process.cwd();

describe('a small picture', () => {
  const [width, height] = [20, 10];
  const colours = [
    [255, 255, 255, 255],
    [162, 46, 23, 255],
    [0, 0, 0, 255],
  ];
  const points = Array.from(
    { length: width * height },
    (_, index) => colours[index % 7 === 0 ? 1 : index % 2 ? 2 : 0]!,
  );
  const data = new Uint8Array(points.flat());

  it('keeps its shape and its few colours, each time in the same bytes', async () => {
    const png = await smallPng(data, width, height);
    const { data: read, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([width, height, 3]);
    points.forEach(([red, green, blue], index) => {
      const drawn = [...read.subarray(index * 3, index * 3 + 3)];
      expect(Math.max(...[red!, green!, blue!].map((value, at) => Math.abs(value - drawn[at]!)))).toBeLessThan(12);
    });
    expect(png.equals(await smallPng(data, width, height))).toBe(true);
  });

  it('takes four bits a pixel, however many colours were drawn', async () => {
    const many = data.map((_, index) => (index * 7 + (index >> 3) * 31) % 256);
    const { isPalette, bitsPerSample } = await sharp(await smallPng(many, width, height)).metadata();
    expect([isPalette, bitsPerSample]).toEqual([true, 4]);
  });
});

describe('settings of the print', () => {
  it('print where a browser is there, never, or in any case', () => {
    expect([
      readBriefingsMode({}),
      readBriefingsMode({ BRIEFINGS: ' ' }),
      readBriefingsMode({ BRIEFINGS: 'none' }),
      readBriefingsMode({ BRIEFINGS: 'all' }),
    ]).toEqual(['if-possible', 'if-possible', 'none', 'all']);
  });

  it('are none but these', () => {
    expect(() => readBriefingsMode({ BRIEFINGS: 'no' })).toThrow(
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
