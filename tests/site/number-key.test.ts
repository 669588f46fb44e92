import { describe, expect, it } from 'vitest';
import { mapOrder } from '../../src/figures/map/model.ts';
import { numberKey } from '../../src/figures/map/order.ts';
import { useBrowser } from './kit/browser.ts';
import { ledger } from './kit/faults.ts';
import { oneSpace } from './kit/words.ts';

const NAMES = numberKey(mapOrder(ledger, ledger.figures.get('map')!)).map(
  ({ number, name, more }) => `${number} ${name}${more && `, ${more}`}`,
);
const PAGES = ['index.html', 'figures/map.html', 's/campaign.html', 'embed/map.html', 'exhibits.html'];

const visit = useBrowser();

/** What a reader sees of the key, and how far under its picture it begins. */
const keyOn = (file: string, width: number) =>
  visit(file, { viewport: { width, height: 800 }, javaScriptEnabled: false }, async (page) => {
    const list = page.locator('.map__names');
    if (!(await list.isVisible())) return { names: [], below: null };
    const [names, key, picture] = [
      await list.locator('li').allInnerTexts(),
      await list.boundingBox(),
      await page.locator('.figure--map .chart--phone').boundingBox(),
    ];
    return { names: names.map(oneSpace), below: Math.round(key!.y - picture!.y - picture!.height) };
  });

describe.each(PAGES)('the map on a phone, in %s', (file) => {
  it('has the names of all its numbers right under it, without a script', async () => {
    const { names, below } = await keyOn(file, 360);
    expect(names).toEqual(NAMES);
    expect(below).toBeLessThan(24);
    expect(below).toBeGreaterThanOrEqual(0);
  });
});

it.each(PAGES.filter((file) => file !== 'exhibits.html'))(
  'the map in %s names its places itself where it is wide, and has no key of numbers',
  async (file) => {
    expect(await keyOn(file, 1280)).toEqual({ names: [], below: null });
  },
);
