import { readFileSync } from 'node:fs';
import { median } from 'd3';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { seriesOf } from '../../src/figures/shared/series.ts';
import { renderSvg } from '../../src/charts/index.ts';
import type { ChartModel } from '../../src/figures/shared/model.ts';
import { CHART_STYLES } from '../../src/build/pictures/styles.ts';
import { FIGURE_IDS, figureModels } from '../../src/figures/index.ts';
import { SHADE_FILLS } from '../../src/figures/shades.ts';
import { alikeWithoutColour, lookOf } from '../content/figures/look.ts';
import { useBrowser } from './kit/browser.ts';
import { ledger } from './kit/faults.ts';

const stylesOf = (...files: string[]) => files.map((file) => readFileSync(file, 'utf8')).join('\n');
const css = stylesOf(...CHART_STYLES).replace(/@media print \{[^]*?\n\}/g, '');
/** What paper fills shades with, as every page with a chart carries it. */
const patterns = `<svg width="0" height="0">${SHADE_FILLS}</svg>`;
const pictures = FIGURE_IDS.flatMap((id) =>
  figureModels(ledger, id).map((model) => [`${id} at ${model.frame.name}`, model] as const),
);

const visit = useBrowser();

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
  const seen = new Map<ChartModel, Map<string, number>>();
  beforeAll(() =>
    visit('about:blank', { colorScheme }, async (page) => {
      await page.emulateMedia(shown);
      for (const [, model] of pictures) {
        await page.setViewportSize({ width: model.frame.width, height: Math.ceil(model.frame.height) });
        await page.setContent(
          `<style>${style} body { margin: 0; background: var(--paper); filter: grayscale(1); } .chart.chart { display: block; width: auto; max-width: none; }</style>${renderSvg(model)}${patterns}`,
        );
        seen.set(model, await lightnessOf(page, model));
      }
    }),
  );

  it.each(pictures)('%s: every mark is seen, and no two series look alike', (_, model) => {
    const lightness = seen.get(model)!;
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
  const { data, info } = await sharp(await page.screenshot())
    .raw()
    .toBuffer({ resolveWithObject: true });
  const redAt = (x: number, y: number) => data[(y * info.width + x) * info.channels]!;
  const paper = redAt(1, 1);
  const reach = Math.ceil(frame.mark);
  const furthest = (left: number, top: number) => {
    let most = 0;
    for (let y = Math.max(0, top); y <= Math.min(top + 2 * reach, info.height - 1); y += 1)
      for (let x = Math.max(0, left); x <= Math.min(left + 2 * reach, info.width - 1); x += 1)
        most = Math.max(most, Math.abs(redAt(x, y) - paper));
    return most / 255;
  };
  return new Map(placed.map(({ row, x, y }) => [row, furthest(Math.round(x - reach), Math.round(y - reach))]));
}
