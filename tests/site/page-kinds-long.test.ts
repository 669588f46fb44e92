import { describe, expect, it } from 'vitest';
import { barriersOnPage, thinOut } from './kit/barriers.ts';
import { openDetails, useBrowser } from './kit/browser.ts';
import { LONG_PAGES } from './kit/dist.ts';
import { testPages } from './kit/page-tests.ts';

const PHONE = { width: 360, height: 740 };

const visit = useBrowser();

testPages(LONG_PAGES, visit);

describe('index.html on a phone', () => {
  it('has no barrier that axe knows', async () => {
    const options = { colorScheme: 'light', viewport: PHONE, reducedMotion: 'reduce' } as const;
    const barriers = await visit('index.html', options, async (page) => {
      await openDetails(page);
      await thinOut(page);
      return barriersOnPage(page, { rules: 'but of colour' });
    });
    expect(barriers).toEqual([]);
  });
});
