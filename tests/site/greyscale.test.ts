import { readFileSync } from 'node:fs';
import { median } from 'd3';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { seriesOf } from '../../src/figures/shared/series.ts';
import { renderSvg } from '../../src/charts/index.ts';
import type { ChartModel } from '../../src/figures/shared/model.ts';
import { CHART_STYLES } from '../../src/build/pictures/styles.ts';
import { FIGURE_IDS, figureModels } from '../../src/figures/index.ts';
import { SHADE_FILLS } from '../../src/figures/shades.ts';
import { launch } from '../../src/build/browser.ts';
import { alikeWithoutColour, lookOf } from '../content/figures/look.ts';
import { ledger } from './kit/faults.ts';

const stylesOf = (...files: string[]) => files.map((file) => readFileSync(file, 'utf8')).join('\n');
const css = stylesOf(...CHART_STYLES).replace(/@media print \{[^]*?\n\}/g, '');
/** What paper fills shades with, as every page with a chart carries it. */
const patterns = `<svg width="0" height="0">${SHADE_FILLS}</svg>`;
const pictures = FIGURE_IDS.flatMap((id) =>
  figureModels(ledger, id).map((model) => [`${id} at ${model.frame.name}`, model] as const),
);

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromium'));
});
afterAll(() => browser?.close());

/** A screen in either scheme, and the paper that our own PDFs are printed on. */
const SHOWN = [
  ['on a light screen', { colorScheme: 'light' }, css],
  ['on a dark screen', { colorScheme: 'dark' }, css],
  [
    'on paper',
    { colorScheme: 'light', media: 'print' },
    css + stylesOf('src/figures/shades.css', 'src/styles/paper.css'),
  ],
] as const;

describe.each(SHOWN)('without colour, %s', (_where, { colorScheme, ...shown }, style) => {
  it.each(pictures)('%s: every mark is seen, and no two series look alike', async (_, model) => {
    const page = await browser.newPage({
      colorScheme,
      viewport: { width: model.frame.width, height: Math.ceil(model.frame.height) },
    });
    await page.emulateMedia(shown);
    await page.setContent(
      `<style>${style} body { margin: 0; background: var(--paper); filter: grayscale(1); } .chart.chart { display: block; width: auto; max-width: none; }</style>${renderSvg(model)}${patterns}`,
    );
    const lightness = await lightnessOf(page, model);
    await page.close();
    for (const { row } of model.placed) expect(lightness.get(row), `${row} against the paper`).toBeGreaterThan(0.3);
    const drawn = seriesOf(ledger, ledger.figures.get(model.id)!).filter(
      (one) => one.kind === 'line' || one.kind === 'dots',
    );
    // A dark neighbour can reach into the square around one mark, not around most of them.
    const looks = drawn.map((one) =>
      lookOf(one, model, median(one.points.map((point) => lightness.get(point.id) ?? 0)) ?? 0),
    );
    expect(alikeWithoutColour(looks)).toEqual([]);
  });
});

/** How far each row's mark stands out from the paper, from 0 to 1, read from the pixels that the page really shows. */
async function lightnessOf(page: Page, { placed, frame }: ChartModel): Promise<Map<string, number>> {
  const shot = (await page.screenshot()).toString('base64');
  const found = await page.evaluate(
    async ({ data, marks, reach }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const reds = (x: number, y: number, size: number) =>
        context.getImageData(x, y, size, size).data.filter((_, index) => index % 4 === 0);
      const paper = reds(1, 1, 1)[0]!;
      return marks.map(({ row, x, y }) => {
        const furthest = Math.max(
          ...Array.from(reds(Math.round(x - reach), Math.round(y - reach), 2 * reach + 1), (red) =>
            Math.abs(red - paper),
          ),
        );
        return [row, furthest / 255] as const;
      });
    },
    { data: shot, marks: placed, reach: Math.ceil(frame.mark) },
  );
  return new Map(found);
}
