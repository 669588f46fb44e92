import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { openDetails, useBrowser } from './kit/browser.ts';
import { PAGES } from './kit/dist.ts';

/** WCAG 2.2, levels A and AA, and what axe advises beyond them. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const SCHEMES = ['light', 'dark'] as const;
const PHONE = { width: 360, height: 740 };

/** The explainer is long, and axe compares every text with all that lies behind it. */
const PATIENCE = 300_000;

const visit = useBrowser();
let views = 0;

afterAll(() => console.log(`axe: ${PAGES.length} pages in ${views} views, every <details> open`));

describe.each(PAGES)('%s', (file) => {
  it.each(SCHEMES)('has no barrier that axe knows, in %s colours', async (colorScheme) => {
    expect(await barriers(file, { colorScheme })).toEqual([]);
  }, PATIENCE);
});

describe('index.html on a phone', () => {
  it.each(SCHEMES)('has no barrier that axe knows, in %s colours', async (colorScheme) => {
    expect(await barriers('index.html', { colorScheme, viewport: PHONE })).toEqual([]);
  }, PATIENCE);
});

/** What axe objects to: one line for each rule, with a few of the elements. */
async function barriers(file: string, options: BrowserContextOptions): Promise<string[]> {
  return visit(file, { reducedMotion: 'reduce', ...options }, async (page) => {
    await openDetails(page);
    const { violations, passes } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(TAGS).analyze();
    // A run in which no rule found anything to look at would prove nothing.
    expect(passes.length).toBeGreaterThan(10);
    views += 1;
    return violations.map(({ id, help, nodes }) => {
      const some = nodes.slice(0, 5).map((node) => `${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ')}`);
      return `${id} (${help}), ${nodes.length} times: ${some.join('; ')}`;
    });
  });
}
