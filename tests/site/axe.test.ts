import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { READING_COPY } from '../../src/site/editions.ts';
import { openDetails, useBrowser } from './kit/browser.ts';
import { PAGES } from './kit/dist.ts';

/** WCAG 2.2, levels A and AA, and what axe advises beyond them. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What depends on the colours of the scheme; all else is the same in both. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];
/** The explainer holds every section, and is long: axe looks at colours there once, not again in each by itself, in the copy of the whole and on a phone. */
const IN_THE_EXPLAINER = PAGES.filter((file) => file.startsWith('s/') || file === READING_COPY);

const PHONE = { width: 360, height: 740 };

/** The explainer is long, and axe compares every text with all that lies behind it. */
const PATIENCE = 300_000;

const visit = useBrowser();
let views = 0;

afterAll(() => console.log(`axe: ${PAGES.length} pages in ${views} views, every <details> open`));

describe.each(PAGES)('%s', (file) => {
  it(
    'has no barrier that axe knows',
    async () => {
      expect(
        await barriers(file, { colorScheme: 'light' }, (axe) =>
          axe.withTags(TAGS).disableRules(IN_THE_EXPLAINER.includes(file) ? OF_COLOUR : []),
        ),
      ).toEqual([]);
    },
    PATIENCE,
  );
});

describe.each(PAGES.filter((file) => !IN_THE_EXPLAINER.includes(file)))('%s', (file) => {
  it(
    'has no barrier of colour on a dark screen',
    async () => {
      expect(await barriers(file, { colorScheme: 'dark' }, (axe) => axe.withRules(OF_COLOUR), 0)).toEqual([]);
    },
    PATIENCE,
  );
});

describe('index.html on a phone', () => {
  it(
    'has no barrier that axe knows',
    async () => {
      expect(
        await barriers('index.html', { colorScheme: 'light', viewport: PHONE }, (axe) =>
          axe.withTags(TAGS).disableRules(OF_COLOUR),
        ),
      ).toEqual([]);
    },
    PATIENCE,
  );
});

/** What axe objects to: one line for each rule, with a few of the elements. */
async function barriers(
  file: string,
  options: BrowserContextOptions,
  withRules: (axe: AxeBuilder) => AxeBuilder,
  least = 10,
): Promise<string[]> {
  return visit(file, { reducedMotion: 'reduce', ...options }, async (page) => {
    await openDetails(page);
    const { violations, passes } = await withRules(
      new AxeBuilder({ page }).options({ resultTypes: ['violations'] }),
    ).analyze();
    // A run in which no rule found anything to look at would prove nothing.
    expect(passes.length + violations.length).toBeGreaterThan(least);
    views += 1;
    return violations.map(({ id, help, nodes }) => {
      const some = nodes
        .slice(0, 5)
        .map((node) => `${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ')}`);
      return `${id} (${help}), ${nodes.length} times: ${some.join('; ')}`;
    });
  });
}
