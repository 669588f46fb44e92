import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { attributeOf, elementsOf, textContent } from '../../src/build/html-tree.ts';
import { placeOrFigureAddress } from '../../src/components/web/event-words.ts';
import { isProgram } from '../../src/build/passes/content-policy.ts';
import { phasesOf } from '../../src/figures/timeline-strip/phases.ts';
import { formatDate } from '../../src/data/format.ts';
import { barriersOnPage, EACH, thinOut } from './kit/barriers.ts';
import { openDetails, useBrowser } from './kit/browser.ts';
import { parseBuilt } from './kit/dist.ts';
import { ledger, missing, sourceFaults } from './kit/faults.ts';
import { elementsById, linksOf, withClass, withTag, wordsOf } from './kit/words.ts';

const page = parseBuilt('timeline.html');
const entries = elementsById(page);
const events = [...ledger.events.values()];
const phases = phasesOf(ledger);
const visit = useBrowser();

const SCRIPT_LIMIT = 2_000;
const countOf = (...ids: string[]) =>
  phases.filter(({ id }) => ids.includes(id)).reduce((sum, phase) => sum + phase.events.length, 0);

describe('the list of events', () => {
  it('has each event once, under its phase, with its permanent id', () => {
    const listed = withClass(page, 'happening').map((entry) => attributeOf(entry, 'id'));
    expect(listed).toEqual(phases.flatMap((phase) => phase.events.map(({ id }) => `event-${id}`)));
    for (const { id } of phases) expect(entries.get(id)?.tagName).toBe('h2');
  });

  it('gives each its date at its real precision, its words, its caveat, its place and its sources', () => {
    const faults = events.flatMap((event) => {
      const entry = entries.get(`event-${event.id}`);
      const date = entry && withTag(entry, 'time')[0];
      return [
        ...(wordsOf(date) === formatDate(event.date) && date && attributeOf(date, 'datetime') === event.date
          ? []
          : [`date "${wordsOf(date)}"`]),
        ...missing(entry, [event.event, event.place, ...(event.note ? [event.note] : [])]),
        ...event.source_ids.flatMap((id) => sourceFaults(id, entry)),
      ].map((fault) => `${event.id}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  it('links each place and group that the event names', () => {
    const faults = events.flatMap((event) => {
      const entry = entries.get(`event-${event.id}`);
      const hrefs = entry ? linksOf(entry).map(({ href }) => href) : [];
      const wanted = [
        ...event.place_ids.map((id) => placeOrFigureAddress(ledger, ledger.places.get(id)!)),
        ...event.actor_ids.map((id) => `names.html#actor-${id}`),
      ];
      return wanted.filter((href) => !hrefs.includes(href)).map((href) => `${event.id}: ${href}`);
    });
    expect(faults).toEqual([]);
  });

  it('says which are weakly sourced, and which at second hand', () => {
    for (const event of events) {
      const words = wordsOf(entries.get(`event-${event.id}`));
      expect(words.includes('Weakly sourced.'), event.id).toBe(event.confidence === 'low');
      expect(words.includes('Sourced at second hand or with a doubt.'), event.id).toBe(event.confidence === 'medium');
    }
    expect(events.some(({ confidence }) => confidence === 'low')).toBe(true);
  });

  it('shows weak events apart from others by more than colour', async () => {
    const [firm, weak] = await visit('timeline.html', {}, (tab) =>
      tab.evaluate(() =>
        ['.happening--high', '.happening--low'].map(
          (entry) => getComputedStyle(document.querySelector(entry) as Element).borderLeftStyle,
        ),
      ),
    );
    expect([firm, weak]).toEqual(['solid', 'dashed']);
  });
});

describe('the choice of phases', () => {
  it('is made with the keyboard alone, said in words and kept in the address', async () => {
    await visit('timeline.html', {}, async (tab) => {
      await tab.locator('.filter button').first().focus();
      await tab.keyboard.press('Tab');
      await tab.keyboard.press('Tab');
      await tab.keyboard.press('Space');
      expect(await shownPhases(tab)).toEqual(['launch']);
      await tab.keyboard.press('Tab');
      await tab.keyboard.press('Enter');
      expect(await shownPhases(tab)).toEqual(['launch', 'spread']);
      expect(new URL(tab.url()).search).toBe('?phase=launch,spread');
      expect(await tab.locator('.filter [role=status]').textContent()).toBe(
        `${countOf('launch', 'spread')} of ${events.length} events shown.`,
      );
      expect(await tab.locator('.happening:visible').count()).toBe(countOf('launch', 'spread'));
      await tab.keyboard.press('Enter');
      expect(await shownPhases(tab)).toEqual(['launch']);
    });
  });

  it('is made by touch on a phone, and taken back', async () => {
    await visit('timeline.html', { viewport: { width: 360, height: 740 }, hasTouch: true }, async (tab) => {
      const button = tab.getByRole('button', { name: 'The second phase' });
      await button.tap();
      expect(await shownPhases(tab)).toEqual(['phase-two']);
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      const small = await tab
        .locator('.filter button')
        .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 36).length);
      expect(small).toBe(0);
      await tab.getByRole('button', { name: 'All', exact: true }).tap();
      expect((await shownPhases(tab)).length).toBe(phases.length);
      expect(new URL(tab.url()).search).toBe('');
    });
  });

  it('is all again once every phase is chosen', async () => {
    await visit('timeline.html', {}, async (tab) => {
      for (const { title } of phases) await tab.getByRole('button', { name: title }).click();
      expect(await tab.locator('.filter [aria-pressed=true]').allTextContents()).toEqual(['All']);
      expect(await tab.locator('.filter [role=status]').textContent()).toBe(`All ${events.length} events shown.`);
    });
  });

  it('is restored from the address', async () => {
    await visit('timeline.html?phase=launch,spread', {}, async (tab) => {
      expect(await shownPhases(tab)).toEqual(['launch', 'spread']);
      expect(await tab.locator('.filter [aria-pressed=true]').allTextContents()).toEqual([
        'The first days',
        'The fighting spreads',
      ]);
    });
  });

  it('passes over a phase that there is not, and says so', async () => {
    await visit('timeline.html?phase=launch,interlude', {}, async (tab) => {
      expect(await shownPhases(tab)).toEqual(['launch']);
      expect(await tab.locator('.filter [role=status]').textContent()).toBe(
        `There is no phase “interlude”. ${countOf('launch')} of ${events.length} events shown.`,
      );
    });
    await visit('timeline.html?phase=', {}, async (tab) => expect((await shownPhases(tab)).length).toBe(phases.length));
  });

  it('gives way to an address that leads to a hidden event', async () => {
    await visit('timeline.html?phase=launch#event-t069', {}, async (tab) => {
      expect((await shownPhases(tab)).length).toBe(phases.length);
      expect(
        await tab.locator('#event-t069').evaluate((entry) => Math.abs(entry.getBoundingClientRect().top) < innerHeight),
      ).toBe(true);
      expect(new URL(tab.url()).hash).toBe('#event-t069');
    });
  });

  it('gives way to a link of the page, also to the one followed before', async () => {
    await visit('timeline.html#aftermath', {}, async (tab) => {
      await tab.getByRole('button', { name: 'The first days' }).click();
      expect(await shownPhases(tab)).toEqual(['launch']);
      await tab.locator('.phases a[href="#aftermath"]').click();
      await tab.locator('#aftermath').waitFor({ state: 'visible' });
      expect((await shownPhases(tab)).length).toBe(phases.length);
    });
  });

  it('leaves the reader at a shown event, and the choice as it was', async () => {
    await visit('timeline.html?phase=aftermath#event-t074', {}, async (tab) => {
      expect(await shownPhases(tab)).toEqual(['aftermath']);
      expect(
        await tab.locator('#event-t074').evaluate((entry) => Math.abs(entry.getBoundingClientRect().top) < innerHeight),
      ).toBe(true);
    });
  });

  it('has no barrier that axe knows, in light and in dark colours', async () => {
    const options = { colorScheme: 'light', reducedMotion: 'reduce' } as const;
    await visit('timeline.html?phase=phase-two', options, async (tab) => {
      await thinOut(tab);
      expect(await barriersOnPage(tab, { rules: 'all', each: EACH })).toEqual([]);
      await tab.emulateMedia({ colorScheme: 'dark' });
      expect(await barriersOnPage(tab, { rules: 'of colour', each: EACH })).toEqual([]);
    });
  });

  it(`is a script of at most ${SCRIPT_LIMIT} bytes`, () => {
    const programs = [...elementsOf(page)].filter(isProgram).map(textContent);
    expect(Buffer.byteLength(programs.join(''))).toBeLessThanOrEqual(SCRIPT_LIMIT);
  });
});

it('shows all events and no control where scripts do not run', async () => {
  await visit('timeline.html?phase=launch', { javaScriptEnabled: false }, async (tab) => {
    expect(await tab.locator('.happening:visible').count()).toBe(events.length);
    expect(await tab.locator('main button').count()).toBe(0);
  });
});

it('prints all events and no control, whatever was chosen', async () => {
  await visit('timeline.html?phase=launch', {}, async (tab) => {
    await tab.emulateMedia({ media: 'print' });
    expect(await tab.locator('.happening:visible').count()).toBe(events.length);
    expect(await tab.locator('.filter:visible').count()).toBe(0);
  });
});

it('prints firm events as full marks and doubtful ones as rings, without any background', async () => {
  const holes = await visit('timeline.html', {}, async (tab) => {
    await tab.emulateMedia({ media: 'print' });
    return tab.evaluate(() =>
      ['.happening--high', '.happening--medium', '.happening--low'].map((entry) => {
        const { width, borderLeftWidth } = getComputedStyle(document.querySelector(entry) as Element, '::before');
        return Math.round(parseFloat(width) - 2 * parseFloat(borderLeftWidth));
      }),
    );
  });
  expect(holes).toEqual([0, expect.any(Number), expect.any(Number)]);
  expect(Math.min(...holes.slice(1))).toBeGreaterThanOrEqual(2);
});

it('needs no sideways scrolling at 320 pixels, whatever is chosen', async () => {
  await visit('timeline.html?phase=ceasefire,interlude', { viewport: { width: 320, height: 700 } }, async (tab) => {
    await openDetails(tab);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
  });
});

it('shows one picture of all events, drawn for a phone or for a column', async () => {
  await visit('timeline.html', {}, async (tab) => {
    for (const [name, width] of [
      ['phone', 360],
      ['column', 1280],
    ] as const) {
      await tab.setViewportSize({ width, height: 800 });
      const shown = tab.locator('.strip svg:visible');
      expect(await shown.count()).toBe(1);
      expect(await shown.getAttribute('class')).toContain(`chart--${name}`);
    }
  });
});

/** Ids of the phases in view. */
function shownPhases(tab: Page): Promise<(string | null)[]> {
  return tab.locator('.phase:visible h2').evaluateAll((heads) => heads.map((head) => head.id));
}
