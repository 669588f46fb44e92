import { describe, expect, it } from 'vitest';
import { ALL_RULES, barriersOnPage, RULES_OF_COLOUR } from './kit/barriers.ts';
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
      return barriersOnPage(page, { tags: ALL_RULES, except: RULES_OF_COLOUR });
    });
    expect(barriers).toEqual([]);
  });
});
