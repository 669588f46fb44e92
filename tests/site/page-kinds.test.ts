import { expect, it } from 'vitest';
import { useBrowser } from './kit/browser.ts';
import { LONG_PAGES, VISITED } from './kit/dist.ts';
import { intrude } from './kit/intrude.ts';
import { FOREIGN, testPages } from './kit/page-tests.ts';

const visit = useBrowser();

testPages(
  VISITED.filter((file) => !LONG_PAGES.includes(file)),
  visit,
);

it('would notice an intruder where there is no policy', async () => {
  expect(await visit('about:blank', {}, (page) => intrude(page, FOREIGN))).toEqual({
    ran: true,
    coloured: true,
    refused: [],
  });
});
