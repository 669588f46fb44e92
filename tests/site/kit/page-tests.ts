import type { Page } from 'playwright';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { barriersOnPage, EACH, thinOut } from './barriers.ts';
import { drawn, openDetails, type Visit } from './browser.ts';
import { contentInFile, contentOf } from './content-of.ts';
import { IS_WHOLE, WHOLE_PAGES } from './dist.ts';
import { checkFocus } from './focus.ts';
import { allRefused, intrude } from './intrude.ts';
import { movingParts } from './motion.ts';
import { tryWayPastHead } from './skip-link.ts';
import { partsOutOfPlace, WIDTHS } from './widths.ts';

const DESK = { width: 1280, height: 800 };

/** Another site, which nothing is to be asked of. */
export const FOREIGN = 'https://foreign.example';

/** The copy of the whole holds the drawings of the explainer too, and axe looks at each of them there. */
const hasOwnDrawings = (file: string) => IS_WHOLE || file !== 'index.html';

/** The copy of the whole holds every section, and axe looks at colours there. */
const isInCopy = (file: string) => file.startsWith('s/');

/** Tests what holds of every page, each of these visited once. */
export function testPages(files: readonly string[], visit: Visit): void {
  describe.each(files)('%s', (file) => {
    let seen: Awaited<ReturnType<typeof examine>>;
    beforeAll(async () => {
      seen = await visit('about:blank', { colorScheme: 'light', reducedMotion: 'reduce' }, (page) =>
        examine(page, file),
      );
    });

    it('obeys its own policy', () => {
      expect(seen.complaints).toEqual([]);
    });

    it('keeps out foreign scripts, styles, pictures and requests', () => {
      expect(seen.intruders).toEqual(allRefused(FOREIGN, `${inject('origin')}/${file}`));
    });

    it('says and shows the same without scripts', () => {
      const without = contentInFile(file);
      expect(without.words.length).toBeGreaterThan(10);
      expect(without.added).toBe(0);
      expect({ ...seen.content, added: 0 }).toEqual(without);
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

    if (!isInCopy(file))
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
}

/** Looks at a page in each state that one visit can show: as it comes, unfolded, in three kinds of colours, at every width, and attacked. */
async function examine(page: Page, file: string) {
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

  const light = await checkFocus(page, EACH);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await checkFocus(page, EACH);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  const forced = await checkFocus(page, EACH);
  await page.emulateMedia({ forcedColors: 'none' });
  const tooWide = await partsOutOfPlace(page);

  await page.setViewportSize(DESK);
  await thinOut(page);
  const some = { each: EACH, withDrawings: hasOwnDrawings(file) };
  const barriers = await barriersOnPage(page, isInCopy(file) ? { rules: 'but of colour' } : { rules: 'all', ...some });
  await page.emulateMedia({ colorScheme: 'dark' });
  const barriersInDark = isInCopy(file) ? [] : await barriersOnPage(page, { rules: 'of colour', ...some });

  return {
    ...asItComes,
    ...unfolded,
    focus: { light, dark, forced },
    tooWide,
    barriers,
    barriersInDark,
    intruders: await intrude(page, FOREIGN),
  };
}
