import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriesOf, type Series } from '../../src/charts/points.ts';
import { renderSvg } from '../../src/charts/svg.ts';
import type { ChartModel } from '../../src/charts/types.ts';
import { FIGURES, figureModels } from '../../src/figures/index.ts';
import { loadLedger } from '../../src/ledger/load.ts';
import { launch } from '../../src/tools/browser.ts';

const ledger = loadLedger(process.cwd());
const css = ['tokens', 'figures'].map((name) => readFileSync(`src/styles/${name}.css`, 'utf8')).join('\n');
const pictures = Object.keys(FIGURES).flatMap((id) => figureModels(ledger, id).map((model) => [`${id} at ${model.frame.name}`, model] as const));

/** Lightness, from 0 to 1, by which two greys on one sheet can be told apart on a photocopy. */
const STEP = 0.09;

let browser: Browser;
beforeAll(async () => {
  browser = await launch(process.env['CHROMIUM_PATH']);
});
afterAll(() => browser?.close());

describe.each(['light', 'dark'] as const)('without colour, on a %s screen', (colorScheme) => {
  it.each(pictures)('%s: every mark is seen, and no two series look alike', async (_, model) => {
    const page = await browser.newPage({ colorScheme, viewport: { width: model.frame.width, height: Math.ceil(model.frame.height) } });
    await page.setContent(`<style>${css} body { margin: 0; background: var(--paper); filter: grayscale(1); } .chart.chart { display: block; width: auto; max-width: none; }</style>${renderSvg(model)}`);
    const grey = await greysOf(page);
    const paper = grey.at(1, 1);
    for (const { row, x, y } of model.placed) {
      expect(grey.furthest(x, y, model.frame.mark + 2, paper), `${row} against the paper`).toBeGreaterThan(0.3);
    }
    const looks = seriesOf(ledger, ledger.figures.get(model.id)!).filter((one) => one.kind === 'line' || one.kind === 'dots').map((one) => lookOf(one, model, grey, paper));
    looks.forEach((one, index) => {
      for (const other of looks.slice(index + 1)) {
        const apart = one.shape !== other.shape || one.joined !== other.joined || one.undated !== other.undated || Math.abs(one.lightness - other.lightness) > STEP || (one.named && other.named);
        expect(apart, `${one.id} and ${other.id}`).toBe(true);
      }
    });
    await page.close();
  });
});

/** What remains of a series when its colour is gone. */
function lookOf(series: Series, model: ChartModel, grey: Greys, paper: number) {
  const ids = series.points.map((point) => point.id);
  const places = model.placed.filter((place) => ids.includes(place.row));
  const distance = Math.max(...places.map((place) => grey.furthest(place.x, place.y, model.frame.mark, paper)));
  const tells = (id: string) => ids.includes(id) || id === `head-${series.id}` || id === series.id;
  return {
    id: series.id,
    shape: series.shape,
    joined: series.kind === 'line',
    undated: series.points.every((point) => point.to > point.from),
    lightness: distance,
    named: model.labels.some((label) => tells(label.id)),
  };
}

interface Greys {
  at: (x: number, y: number) => number;
  /** The largest distance in lightness from a grey, within a square around a point. */
  furthest: (x: number, y: number, reach: number, from: number) => number;
}

/** Reads what the page really shows, pixel by pixel, as lightness from 0 to 1. */
async function greysOf(page: Page): Promise<Greys> {
  const shot = (await page.screenshot()).toString('base64');
  const { width, values } = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, image.height).data;
    return { width: image.width, values: Array.from({ length: pixels.length / 4 }, (_, index) => pixels[index * 4]! / 255) };
  }, shot);
  const at = (x: number, y: number) => values[Math.round(y) * width + Math.round(x)] ?? 0;
  return {
    at,
    furthest: (x, y, reach, from) => {
      let most = 0;
      for (let dx = -reach; dx <= reach; dx += 0.5) for (let dy = -reach; dy <= reach; dy += 0.5) most = Math.max(most, Math.abs(at(x + dx, y + dy) - from));
      return most;
    },
  };
}
