import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawIcons } from '../../src/build/icons.ts';
import { ICON } from '../../src/layouts/icon.ts';

describe('the icons', () => {
  const svg = readFileSync('public/icon.svg', 'utf8');

  it.each(['favicon.ico', 'apple-touch-icon.png'])('%s is drawn from icon.svg (else: npm run icons)', (name) => {
    expect(readFileSync(`public/${name}`).equals(drawIcons(svg)[name] as Buffer)).toBe(true);
  });

  it('of a page is the same picture', () => {
    const inPage = decodeURIComponent(ICON.slice('data:image/svg+xml,'.length));
    expect(inPage.replaceAll(/\s/g, '')).toBe(svg.replaceAll('"', "'").replaceAll(/\s/g, ''));
    expect(ICON).not.toMatch(/[#<>"]/);
  });

  it('of a tab come in three sizes, each where the file says it is', async () => {
    const ico = readFileSync('public/favicon.ico');
    const sides = Array.from({ length: ico.readUInt16LE(4) }, async (_, position) => {
      const [size, offset] = [8, 12].map((at) => ico.readUInt32LE(6 + 16 * position + at)) as [number, number];
      const { width, height } = await sharp(ico.subarray(offset, offset + size)).metadata();
      return [ico[6 + 16 * position], width, height];
    });
    expect(await Promise.all(sides)).toEqual([16, 32, 48].map((side) => [side, side, side]));
  });

  it('of a home screen is full to its corners', async () => {
    const { data, info } = await sharp('public/apple-touch-icon.png')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info.width).toBe(180);
    expect(data[3]).toBe(255);
  });
});
