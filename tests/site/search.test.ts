import type { Page } from 'playwright';
import { describe, expect, inject, it } from 'vitest';
import { sectionNames } from '../../src/site/mentions.ts';
import { useBrowser } from './kit/browser.ts';
import { FILES, parseBuilt, ROOT } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';
import { elementsById } from './kit/words.ts';
import { answered, hrefs, search, searchEach } from './kit/search.ts';

const visit = useBrowser();

/** What stands first in the list for a query. */
async function ask(query: string, look: (page: Page) => Promise<unknown> = hrefs): Promise<unknown> {
  return visit(`search.html?q=${encodeURIComponent(query)}`, {}, async (page) => {
    await answered(page);
    return look(page);
  });
}

describe('search', () => {
  it('finds the right entry first, in every script and spelling', async () => {
    const wanted = new Map([
      ['Chinshwehaw', 'names.html#place-chinshwehaw'],
      ['chinshwehaw', 'names.html#place-chinshwehaw'],
      ['Chin Shwe Haw', 'names.html#place-chinshwehaw'],
      ['清水河', 'names.html#place-chinshwehaw'],
      ['ချင်းရွှေဟော်', 'names.html#place-chinshwehaw'],
      ['Laogai', 'names.html#place-laukkai'],
      ['老街', 'names.html#place-laukkai'],
      ['Theinni', 'names.html#place-hsenwi'],
      ['လားရှိုး', 'names.html#place-lashio'],
      ['Lashio', 'names.html#place-lashio'],
      ['Arakan Army', 'names.html#actor-arakan-army'],
      ['ရက္ခိုင့်တပ်တော်', 'names.html#actor-arakan-army'],
      ['MNDAA', 'names.html#actor-mndaa'],
      ['Peng Deren', 'names.html#actor-mndaa'],
      ['cluster munitions', 'names.html#term-cluster-munition'],
      ['turning point', 'index.html#turning-point'],
    ]);
    const texts = [...wanted.keys()];
    const found = await visit('search.html', {}, (page) => searchEach(page, texts));
    expect(new Map(texts.map((text, index) => [text, found[index]![0]]))).toEqual(wanted);
  });

  it('finds each place under each of its spellings among the first results', async () => {
    const queries = [...ledger.places.values()].flatMap(({ slug, name, name_alt, name_my }) =>
      [name, ...(name_my ?? '').split(/[()]/), ...name_alt]
        .map((text) => text.replace(/^opposite /, '').trim())
        .filter(Boolean)
        .map((text) => ({ text, href: `names.html#place-${slug}` })),
    );
    const texts = [...new Set(queries.map(({ text }) => text))];
    const found = await visit('search.html', {}, (page) => searchEach(page, texts));
    const faults = queries.flatMap(({ text, href }) => {
      const first = found[texts.indexOf(text)]!.slice(0, 4);
      return first.includes(href) ? [] : [`${text}: ${first.join(' ')}, not ${href}`];
    });
    expect(faults).toEqual([]);
  });

  it('has one entry for each thing that can be found, and each leads to an element that exists', async () => {
    const ids = new Map(
      ['index', 'timeline', 'names', 'sources', 'datasets'].map((name) => [
        `${name}.html`,
        new Set(elementsById(parseBuilt(`${name}.html`)).keys()),
      ]),
    );
    const { places, actors, terms, events, claims, sources, figures, cards } = ledger;
    const kinds = [places, actors, terms, events, claims, sources, figures, cards];
    expect(FILES.filter((file) => file.endsWith('.pf_fragment')).length).toBe(
      kinds.reduce((sum, { size }) => sum + size, sectionNames(ROOT).length),
    );
    const led = await visit('search.html', {}, async (page) => {
      const found: string[] = [];
      for (const query of ['the', 'military', 'Irrawaddy']) found.push(...(await search(page, query)));
      return found;
    });
    expect(led.length).toBeGreaterThan(12);
    for (const href of led) {
      const [file = '', id = ''] = href.split('#');
      expect(ids.get(file)?.has(id), href).toBe(true);
    }
  });

  it('shows with each result what it is and where the words stand, and says how many there are', async () => {
    await ask('Laogai', async (page) => {
      expect(await page.locator('#search-status').innerText()).toBe('2 results for “Laogai”.');
      expect(await page.locator('#search-status').getAttribute('role')).toBe('status');
      const first = page.locator('#search-results li').first();
      expect(await first.innerText()).toContain('Place: town, Shan (North)');
      expect(await first.locator('mark').allInnerTexts()).toContain('Laogai');
      expect(await first.locator('[lang="my"]').innerText()).toBe('လောက်ကိုင်');
      expect(await first.locator('[lang="zh-Hans"]').innerText()).toBe('老街');
      // A press leads to the entry.
      await first.locator('a').click();
      await page.waitForURL('**/names.html#place-laukkai');
    });
  });

  it('says so where nothing is found, and shows markup as the words it is', async () => {
    await ask('<img src="x">zzzz', async (page) => {
      expect(await page.locator('#search-status').innerText()).toBe('Nothing found for “<img src="x">zzzz”.');
      expect(await page.locator('#search-results li').count()).toBe(0);
      expect(await page.locator('main img').count()).toBe(0);
    });
  });

  it('does not pass off similar words as those that were asked for', async () => {
    await visit('search.html', {}, async (page) => {
      const said = async (text: string) => {
        await search(page, text);
        return page.locator('#search-status').innerText();
      };
      expect(await said('onerror')).toMatch(
        /^Nothing has all the words of “onerror”; \d+ results with words like them\.$/,
      );
      expect(await said('Lashio zzzz')).toMatch(
        /^Nothing has all the words of “Lashio zzzz”; \d+ results with words like them\.$/,
      );
      expect(await said('scam centres')).toMatch(/^\d+ results for “scam centres”\.$/);
    });
  });

  it('answers while one types, keeps the words out of the address and of every request, and gives more by the keyboard', async () => {
    await visit('search.html', {}, async (page) => {
      const requests: string[] = [];
      page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`));
      await page.locator('#search-words').focus();
      await page.keyboard.type('MNDAA');
      await answered(page);
      expect(page.url()).toBe(`${inject('origin')}/search.html`);
      expect(requests.length).toBeGreaterThan(0);
      expect(requests.filter((request) => /mndaa/i.test(request))).toEqual([]);
      const before = await page.locator('#search-results li').count();
      await page.locator('#search-more').focus();
      await page.keyboard.press('Enter');
      await page.locator('#search-results li').nth(before).waitFor();
      const focused = await page.evaluate(() =>
        [...document.querySelectorAll('#search-results a')].indexOf(document.activeElement as Element),
      );
      expect(focused).toBe(before);
      await page.locator('#search-words').fill('');
      await page.locator('#search-results li').first().waitFor({ state: 'detached' });
      expect(await page.locator('#search-more').isVisible()).toBe(false);
    });
  });

  it('searches for an example without asking for another page, and never sends its form', async () => {
    await visit('search.html', {}, async (page) => {
      await page.getByRole('link', { name: 'conscription' }).click();
      await answered(page);
      expect(page.url()).toBe(`${inject('origin')}/search.html`);
      expect(await page.locator('#search-status').innerText()).toContain('“conscription”');
      await search(page, 'Lashio');
      expect(page.url()).toBe(`${inject('origin')}/search.html`);
      expect(await page.locator('#search-words').inputValue()).toBe('Lashio');
    });
  });

  it('needs no sideways scrolling with results, 320 and 1280 pixels wide', async () => {
    const tooWide = await ask('crphsupportgroup', async (page) => {
      const found: number[] = [];
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 700 });
        found.push(
          await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        );
      }
      return found;
    });
    expect(tooWide).toEqual([0, 0]);
  });
});
