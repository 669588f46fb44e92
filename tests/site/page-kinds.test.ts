import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { READING_COPY } from '../../src/site/editions.ts';
import { ALL_RULES, barriersOnPage, RULES_OF_COLOUR } from './kit/barriers.ts';
import { drawn, openDetails, useBrowser } from './kit/browser.ts';
import { contentOf } from './kit/content-of.ts';
import { KINDS, VISITED, WHOLE_PAGES } from './kit/dist.ts';
import { checkFocus } from './kit/focus.ts';
import { allRefused, intrude } from './kit/intrude.ts';
import { movingParts } from './kit/motion.ts';
import { tryWayPastHead } from './kit/skip-link.ts';
import { partsTooWide, WIDTHS } from './kit/widths.ts';

/** The explainer holds every section, and is long: axe looks at colours there once, not again in each by itself and in the copy of the whole. */
const IN_THE_EXPLAINER = VISITED.filter((file) => file.startsWith('s/') || file === READING_COPY);

const PHONE = { width: 360, height: 740 };

/** At how many elements that are styled alike colours are looked at: axe needs most of its time for them. */
const EACH = VISITED === KINDS ? 3 : Infinity;

/** Another site, which nothing is to be asked of. */
const FOREIGN = 'https://foreign.example';

const visit = useBrowser();

afterAll(() => console.log(`${VISITED.length} pages: each visited once with scripts and once without`));

describe.each(VISITED)('%s', (file) => {
  let seen: Awaited<ReturnType<typeof examine>>;
  let without: Awaited<ReturnType<typeof contentOf>>;
  beforeAll(async () => {
    seen = await visit('about:blank', { colorScheme: 'light', reducedMotion: 'reduce' }, (page) => examine(page, file));
    without = await visit(file, { javaScriptEnabled: false }, contentOf);
  });

  it('obeys its own policy', () => {
    expect(seen.complaints).toEqual([]);
  });

  it('keeps out foreign scripts, styles, pictures and requests', () => {
    expect(seen.intruders).toEqual(allRefused(FOREIGN, `${inject('origin')}/${file}`));
  });

  it('says and shows the same without scripts', () => {
    expect(without.words.length).toBeGreaterThan(10);
    expect(without.added).toBe(0);
    expect(without).toEqual({ ...seen.content, added: 0 });
  });

  if (WHOLE_PAGES.includes(file))
    it('offers the way past its head first, and that way leads into the text', () => {
      expect(seen.pastHead).toEqual({ isShown: true, leadsIntoText: true, goesOnFromThere: true });
    });

  it('moves nothing for a reader who wants no motion', () => {
    expect(seen.moving).toEqual([]);
  });

  it('has no barrier that axe knows', () => {
    expect(seen.barriers).toEqual([]);
  });

  if (!IN_THE_EXPLAINER.includes(file))
    it('has no barrier of colour on a dark screen', () => {
      expect(seen.barriersInDark).toEqual([]);
    });

  it.each(['light', 'dark', 'forced'] as const)('marks whatever has the focus, in %s colours', (colours) => {
    expect(seen.focus[colours].reached).toBeGreaterThan(0);
    expect(seen.focus[colours].unmarked).toEqual([]);
  });

  it(`needs no sideways scrolling at ${WIDTHS.join(', ')} pixels`, () => {
    expect(seen.tooWide).toEqual([]);
  });
});

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

it('would notice an intruder where there is no policy', async () => {
  expect(await visit('about:blank', {}, (page) => intrude(page, FOREIGN))).toEqual({
    ran: true,
    coloured: true,
    refused: [],
  });
});

/** Looks at a page in each state that one visit can show: as it comes, unfolded, in three kinds of colours, at every width, and attacked. */
async function examine(page: Page, file: string) {
  const isInExplainer = IN_THE_EXPLAINER.includes(file);
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${inject('origin')}/${file}`);
  await drawn(page);
  const asItComes = {
    content: await contentOf(page),
    pastHead: WHOLE_PAGES.includes(file) ? await tryWayPastHead(page) : undefined,
  };

  await openDetails(page);
  await drawn(page);
  const unfolded = { complaints: [...complaints], moving: await movingParts(page) };

  const barriersOfColour = async () =>
    isInExplainer ? [] : barriersOnPage(page, { rules: RULES_OF_COLOUR, each: EACH });
  const barriers = [
    ...(await barriersOnPage(page, { tags: ALL_RULES, except: RULES_OF_COLOUR })),
    ...(await barriersOfColour()),
  ];
  const light = await checkFocus(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const barriersInDark = await barriersOfColour();
  const dark = await checkFocus(page, EACH);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  const forced = await checkFocus(page, EACH);
  await page.emulateMedia({ forcedColors: 'none' });

  return {
    ...asItComes,
    ...unfolded,
    barriers,
    barriersInDark,
    focus: { light, dark, forced },
    tooWide: await partsTooWide(page),
    intruders: await intrude(page, FOREIGN),
  };
}
