import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { dayWords } from '../../src/client/iso-days.ts';
import { formatDigits, formatQualifier } from '../../src/data/format.ts';
import { barriersOf } from './kit/barriers.ts';
import { openDetails, useBrowser } from './kit/browser.ts';
import { pageOfFigure } from './kit/dist.ts';
import { KNOWN_BY, ledger, rowsInOrder, rowsInTable, slider, wordsOfStrip } from './kit/charts.ts';

/** The day of the wire report, as its own row gives it. */
const DAY = ledger.observations.get('f-wire-posts')!.not_after!;
const NAME = 'show what had been published by';
const BUTTON = `Known by ${dayWords(DAY)}`;

const visit = useBrowser();
const isWire = (row: string) => row.startsWith('f-wire-');
const publishedOf = (row: string) => ledger.observations.get(row)!.published;
const toggle = (page: Page, figure: string) => page.locator(`#${figure} .known button`);

/** What is seen of a figure: rows of its open table, and rows whose mark, or any label, line or bracket of theirs, is in the picture shown. */
async function seen(page: Page, figure: string) {
  await openDetails(page);
  return page.evaluate((id) => {
    const isSeen = (element: Element) =>
      element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
    const marks = [...document.querySelectorAll(`#${id} svg [data-row]`)].filter(isSeen);
    const named = (name: string) =>
      [...new Set(marks.map((mark) => mark.getAttribute(name)).filter((row) => row !== null))].sort();
    return {
      table: [...document.querySelectorAll(`#${id} tr[id]`)]
        .filter(isSeen)
        .map((row) => row.id.slice(id.length + 1))
        .sort(),
      groups: [...document.querySelectorAll(`#${id} tbody`)].filter(
        (group) => isSeen(group) && [...group.querySelectorAll('tr[id]')].filter(isSeen).length === 0,
      ).length,
      picture: named('data-row'),
      joined: named('data-joins'),
    };
  }, figure);
}

describe.each(KNOWN_BY)('%s, as it was known by a day,', (figure) => {
  const rows = rowsInTable(figure);
  const drawn = rowsInOrder(figure);
  const counts = rows.filter((row) => !isWire(row));
  const knownBy = (day: string) => rows.filter((row) => isWire(row) || (publishedOf(row) ?? '9999') <= day);
  const days = [...new Set([...counts.map(publishedOf).filter((day) => day !== null), DAY])].sort();

  it('is asked with one press, and shows exactly what had been published, in picture and table', () =>
    visit(pageOfFigure(figure), {}, async (page) => {
      await page.getByRole('button', { name: BUTTON }).and(toggle(page, figure)).click();
      const now = await seen(page, figure);
      expect(now.table).toEqual(knownBy(DAY).sort());
      expect(now.picture).toEqual(drawn.filter((row) => knownBy(DAY).includes(row)).sort());
      for (const row of now.joined) expect(knownBy(DAY)).toContain(row);
      expect(now.groups).toBe(0);
      await page.waitForURL((url) => url.search === `?at=${DAY}` && url.hash === `#${figure}`);
      await toggle(page, figure).click();
      expect((await seen(page, figure)).table).toEqual([...rows].sort());
      await page.waitForURL((url) => url.search === '');
    }));

  it('says how many counts there were, which was the highest, and how many have no day', () =>
    visit(`${pageOfFigure(figure)}?at=${DAY}#${figure}`, {}, async (page) => {
      const said = await page.locator(`#${figure} .known p`).innerText();
      const known = counts.filter((row) => knownBy(DAY).includes(row)).map((row) => ledger.observations.get(row)!);
      const undated = counts.filter((row) => publishedOf(row) === null).length;
      const highest = known.reduce((best, row) => (row.value > best.value ? row : best));
      expect(said).toContain(
        `By ${dayWords(DAY)}, ${known.length} of the ${counts.length} counts here had been published`,
      );
      expect(said).toContain(`${undated} others carry no day of publication`);
      expect(said).toContain(
        `The highest said ${[formatQualifier(highest.qualifier), formatDigits(highest.value)].filter(Boolean).join(' ')} (`,
      );
      expect(said).toContain(`${highest.claimant}; ${highest.scope}`);
      expect(said).toContain('The AP report’s own mark stays for comparison; its day is inferred.');
    }));

  it('goes by keys through every day of publication, and says each', () =>
    visit(pageOfFigure(figure), {}, async (page) => {
      const input = slider(page, figure, NAME);
      await input.focus();
      expect(await input.getAttribute('aria-valuetext')).toBe('everything');
      await page.keyboard.press('Home');
      for (const [index, day] of days.entries()) {
        if (index > 0) await page.keyboard.press('ArrowRight');
        const known = counts.filter((row) => knownBy(day).includes(row)).length;
        expect(await input.getAttribute('aria-valuetext')).toBe(
          `${dayWords(day)}: ${known} of ${counts.length} counts`,
        );
        expect(await page.locator(`#${figure} tr[id]:not(.is-later)`).count()).toBe(knownBy(day).length);
      }
      await page.keyboard.press('ArrowRight');
      expect(await input.getAttribute('aria-valuetext')).toBe('everything');
      expect(await page.locator(`#${figure} .is-later`).count()).toBe(0);
    }));

  it('lets the reading line pass over what is hidden', () =>
    visit(`${pageOfFigure(figure)}?at=${DAY}#${figure}`, {}, async (page) => {
      const open = drawn.filter((row) => knownBy(DAY).includes(row));
      const input = slider(page, figure);
      expect(await input.getAttribute('max')).toBe(`${open.length - 1}`);
      await input.focus();
      await page.keyboard.press('End');
      await page.waitForURL((url) => url.search === `?at=${DAY},${open.at(-1)}`);
      await page.keyboard.press('Escape');
      await page.waitForURL((url) => url.search === `?at=${DAY}`);
      await page.keyboard.press('Escape');
      await page.waitForURL((url) => url.search === '');
      expect(await page.locator(`#${figure} .is-later`).count()).toBe(0);
      expect(await input.evaluate((element) => element === document.activeElement)).toBe(true);
    }));

  it('leaves a point that had not been published', () => {
    const later = drawn.find((row) => (publishedOf(row) ?? '') > DAY)!;
    return visit(`${pageOfFigure(figure)}?at=${later}#${figure}`, {}, async (page) => {
      expect(await page.locator('.reading__line').count()).toBe(1);
      await toggle(page, figure).click();
      expect(await page.locator('.reading__line').count()).toBe(0);
      expect(await wordsOfStrip(page, figure)).toBe('');
      await page.waitForURL((url) => url.search === `?at=${DAY}`);
    });
  });

  it('opens on a day and a point together', () => {
    const row = drawn.find((one) => !isWire(one) && knownBy(DAY).includes(one))!;
    return visit(`${pageOfFigure(figure)}?at=${DAY},${row}#${figure}`, {}, async (page) => {
      expect((await seen(page, figure)).table).toEqual(knownBy(DAY).sort());
      expect(await page.locator('.reading__line').count()).toBe(1);
      expect(await page.locator('.reading__lost').count()).toBe(0);
    });
  });

  it('says that a point of the link is not in the view of its day', () => {
    const later = drawn.find((row) => (publishedOf(row) ?? '') > DAY)!;
    return visit(`${pageOfFigure(figure)}?at=${DAY},${later}#${figure}`, {}, async (page) => {
      expect(await page.locator('.reading__lost').innerText()).toBe(
        `This link points to “${later}”, which this view does not show.`,
      );
    });
  });

  it('says of an earlier day which is the first, and shows everything on a later one', async () => {
    await visit(`${pageOfFigure(figure)}?at=2023-10-01#${figure}`, {}, async (page) => {
      expect(await page.locator('.reading__lost').innerText()).toBe(
        `The first day in this figure is ${dayWords(days[0]!)}.`,
      );
      expect(await page.locator(`#${figure} .is-later`).count()).toBe(0);
    });
    await visit(`${pageOfFigure(figure)}?at=2031-01-01#${figure}`, {}, async (page) => {
      expect(await page.locator(`.reading__lost, #${figure} .is-later`).count()).toBe(0);
      expect(await slider(page, figure, NAME).getAttribute('aria-valuetext')).toBe('everything');
    });
  });

  it.each(['opened', 'followed'])('is left for a row that it hides, when a link to the row is %s', (how) => {
    const later = counts.find((row) => (publishedOf(row) ?? '') > DAY)!;
    const address = `${pageOfFigure(figure)}?at=${DAY}#${figure}`;
    return visit(how === 'opened' ? `${address}-${later}` : address, { reducedMotion: 'reduce' }, async (page) => {
      if (how === 'followed')
        await page.evaluate((id) => {
          location.hash = id;
        }, `${figure}-${later}`);
      await page.locator(`#${figure}-${later}`).waitFor({ state: 'visible' });
      await page.waitForFunction(() =>
        /^Everything is shown again\. /.test(document.querySelector('body > [role="status"]')!.textContent!),
      );
      expect(await page.locator(`#${figure} .is-later`).count()).toBe(0);
      expect(
        await page
          .locator(`#${figure}-${later}`)
          .evaluate((row) => row.getBoundingClientRect().top >= 0 && row.getBoundingClientRect().top < innerHeight),
      ).toBe(true);
    });
  });

  it('leaves other figures as they are', () =>
    visit(`${pageOfFigure(figure)}?at=${DAY}#${figure}`, {}, async (page) => {
      expect(await page.locator(`figure:not(#${figure}) .is-later`).count()).toBe(0);
    }));

  it('is whole on paper', () =>
    visit(pageOfFigure(figure), {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const before = await seen(page, figure);
      await page.emulateMedia({ media: 'screen' });
      await toggle(page, figure).click();
      await page.emulateMedia({ media: 'print' });
      expect(await seen(page, figure)).toEqual(before);
      expect(before.table).toEqual([...rows].sort());
    }));

  it.each(['light', 'dark'] as const)('has no barrier that axe knows, in %s colours', (colorScheme) =>
    visit(`${pageOfFigure(figure)}?at=${DAY}#${figure}`, { colorScheme, reducedMotion: 'reduce' }, async (page) => {
      await openDetails(page);
      expect(await barriersOf(page, `#${figure}`)).toEqual([]);
    }),
  );
});

describe('a day of publication', () => {
  it('is a day, wherever a row of these figures has one', () => {
    for (const row of KNOWN_BY.flatMap(rowsInTable))
      expect(publishedOf(row) ?? '2023-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('of the wire report is the one its own row gives', async () => {
    const { WIRE_REPORT } = await import('../../src/client/wire-report.ts');
    expect(WIRE_REPORT).toBe(DAY);
  });
});
