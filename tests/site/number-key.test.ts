import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { mapOrder } from '../../src/figures/map/model.ts';
import { numberKey } from '../../src/figures/map/order.ts';
import { useBrowser } from './kit/browser.ts';
import { ledger } from './kit/faults.ts';
import { oneSpace } from './kit/words.ts';

const NAMES = numberKey(mapOrder(ledger, ledger.figures.get('map')!)).map(({ number, name, more }) =>
  [`${number} ${name}`, ...more.map(({ words }) => words)].join(', '),
);
const PAGES = ['index.html', 'figures/map.html', 's/campaign.html', 'embed/map.html'];

const visit = useBrowser();

/** What a reader sees of the key, and how far under its picture it begins. */
async function keyOn(page: Page, width: number) {
  await page.setViewportSize({ width, height: 800 });
  const list = page.locator('.map__names');
  if (!(await list.isVisible())) return { names: [], below: null };
  const [names, key, picture] = [
    await list.locator('li').allInnerTexts(),
    await list.boundingBox(),
    await page.locator('.figure--map .chart--phone').boundingBox(),
  ];
  return { names: names.map(oneSpace), below: Math.round(key!.y - picture!.y - picture!.height) };
}

describe.each(PAGES)('the map in %s, without a script,', (file) => {
  let onPhone: Awaited<ReturnType<typeof keyOn>>;
  let wide: Awaited<ReturnType<typeof keyOn>>;
  beforeAll(() =>
    visit(file, { javaScriptEnabled: false }, async (page) => {
      onPhone = await keyOn(page, 360);
      wide = await keyOn(page, 1280);
    }),
  );

  it('has the names of all its numbers right under it on a phone', () => {
    expect(onPhone.names).toEqual(NAMES);
    expect(onPhone.below).toBeLessThan(24);
    expect(onPhone.below).toBeGreaterThanOrEqual(0);
  });

  it('names its places itself where it is wide, and has no key of numbers', () => {
    expect(wide).toEqual({ names: [], below: null });
  });
});
