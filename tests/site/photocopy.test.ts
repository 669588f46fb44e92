import { median } from 'd3';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { seriesOf } from '../../src/figures/shared/series.ts';
import { figureModels } from '../../src/figures/index.ts';
import { alikeWithoutColour, lookOf } from '../content/figures/look.ts';
import { useBrowser } from './kit/browser.ts';
import { ledger } from './kit/faults.ts';

const visit = useBrowser();

/** A mark as a photocopier without greys leaves it: the class of its group, its row, and how black its left half and its right half are, from 0 to 1. */
interface Copied {
  group: string;
  row: string;
  left: number;
  right: number;
}

/** Of a series' marks the sure ones, which have its own filling; those in doubt are open in every series. */
function sureFirst(marks: readonly Copied[]): readonly Copied[] {
  const sure = marks.filter(({ group }) => group.startsWith('chart__filled'));
  return sure.length > 0 ? sure : marks;
}

/** By how much two fillings must differ. */
const STEP = 0.09;

/** What tells a mark's filling from another's: a full one has 1, an empty one 0, one whose left half is full 0.67. */
const filling = (marks: readonly Copied[]) => median(marks.map(({ left, right }) => (2 * left + right) / 3)) ?? 0;

describe.each([...ledger.figures.keys()])('what a photocopier without greys leaves of figure %s', (id) => {
  let marks: readonly Copied[];
  beforeAll(async () => {
    marks = await visit(
      `figures/${id}.html`,
      { viewport: { width: 1000, height: 1400 }, deviceScaleFactor: 3 },
      photocopy,
    );
  });

  it('lets every series be told from every other', () => {
    expect(marks.length).toBeGreaterThan(0);
    const card = ledger.figures.get(id)!;
    const model = figureModels(ledger, id).find(({ frame }) => frame.name === 'column')!;
    const drawn = seriesOf(ledger, card).filter(({ kind }) => kind === 'line' || kind === 'dots');
    const looks = drawn.map((one) =>
      lookOf(one, model, filling(sureFirst(marks.filter(({ row }) => one.points.some((point) => point.id === row))))),
    );
    expect(alikeWithoutColour(looks)).toEqual([]);
  });

  it('lets bars be told apart by what they mean, and places by who took them', () => {
    // On the map a stroke or a ring tells who has a place since.
    const kind = id === 'map' ? /^chart__filled tone-(?!military|neutral)/ : /^chart__bar/;
    const bars = marks.filter(({ group }) => kind.test(group));
    // Whose a bar is, its thickness says as well.
    const fillings = [...Map.groupBy(bars, ({ group }) => group.replace(/(?<=^chart__bar-\S+) .*/, ''))].map(
      ([group, ones]) => ({ group, filling: filling(ones) }),
    );
    const alike = fillings.flatMap((one, index) =>
      fillings
        .slice(index + 1)
        .filter((other) => Math.abs(one.filling - other.filling) < STEP)
        .map((other) => [one, other]),
    );
    expect(alike).toEqual([]);
  });
});

/** The marks of the figure as it is printed, after all that is not nearly black has become white. */
async function photocopy(page: Page): Promise<Copied[]> {
  await page.emulateMedia({ media: 'print' });
  const svg = page.locator('svg.chart--column').first();
  const { data, info } = await sharp(await svg.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const boxes = await svg.evaluate((drawing) => {
    // A picture of an element begins at a whole pixel.
    const frame = drawing.getBoundingClientRect();
    const [left, top, scale] = [
      Math.floor(frame.left + scrollX) - scrollX,
      Math.floor(frame.top + scrollY) - scrollY,
      devicePixelRatio,
    ];
    const onPicture = (x0: number, x1: number, y0: number, y1: number) => ({
      x: Math.round((x0 - left) * scale),
      y: Math.round((y0 - top) * scale),
      width: Math.max(1, Math.round((x1 - x0) * scale)),
      height: Math.max(1, Math.round((y1 - y0) * scale)),
    });
    return [...drawing.querySelectorAll('g[class*="tone-"] > path[data-row]')].map((path) => {
      // The inner part: lines of other marks touch the outer one.
      const box = path.getBoundingClientRect();
      const [dx, dy] = [box.width * 0.22, box.height * 0.22];
      const [x0, x1, y0, y1] = [box.left + dx, box.right - dx, box.top + dy, box.bottom - dy];
      const middle = (x0 + x1) / 2;
      return {
        group: path.parentElement!.getAttribute('class')!,
        row: path.getAttribute('data-row')!,
        left: onPicture(x0, middle, y0, y1),
        right: onPicture(middle, x1, y0, y1),
      };
    });
  });
  const blackness = ({ x, y, width, height }: Record<'x' | 'y' | 'width' | 'height', number>) => {
    let black = 0;
    for (let row = y; row < y + height; row += 1)
      for (let column = x; column < x + width; column += 1) {
        const at = (row * info.width + column) * info.channels;
        if (0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]! < 128) black += 1;
      }
    return black / (width * height);
  };
  return boxes.map((mark) => ({ ...mark, left: blackness(mark.left), right: blackness(mark.right) }));
}
