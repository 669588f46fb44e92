import { parseAtomFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { permanentId } from '../../src/site/feed.ts';
import { attributeOf, elementsOf, parsePage, textContent, type HtmlElement } from '../../src/build/html-tree.ts';
import { changeLinks } from '../../src/site/change-targets.ts';
import { fillTokens } from '../../src/data/numbers.ts';
import { readSiteUrl } from '../../src/build/settings.ts';
import { useBrowser } from './kit/browser.ts';
import { READING_COPY } from '../../src/site/editions.ts';
import { FILES, parseBuilt, readBuilt, ROOT, WHOLE_PAGES } from './kit/dist.ts';
import { ledger, plain } from './kit/faults.ts';
import { elementsById, linksOf, withTag, wordsOf } from './kit/words.ts';

const SITE = readSiteUrl(process.env);
const changes = [...ledger.changes.values()];
const visit = useBrowser();

describe('the page of changes', () => {
  const page = parseBuilt('changes.html');
  const entries = elementsById(page);

  it('tells each change under the heading of its kind, newest first, with day, version and words', () => {
    const parts = [...elementsOf(page)].filter(({ tagName }) => tagName === 'section');
    const idsUnder = (heading: string) =>
      parts
        .filter((part) => attributeOf(part, 'aria-labelledby') === heading)
        .flatMap((part) => withTag(part, 'li').map((entry) => attributeOf(entry, 'id')));
    expect(idsUnder('corrections')).toEqual(changes.filter(({ kind }) => kind === 'correction').map(({ id }) => id));
    expect(idsUnder('updates')).toEqual(changes.filter(({ kind }) => kind !== 'correction').map(({ id }) => id));
    const faults = changes.filter((change) => {
      const entry = entries.get(change.id) as HtmlElement;
      const [time] = withTag(entry, 'time');
      return (
        time === undefined ||
        attributeOf(time, 'datetime') !== change.date ||
        ![change.version, plain(fillTokens(ledger, change.text))].every((text) => wordsOf(entry).includes(text))
      );
    });
    expect(faults.map(({ id }) => id)).toEqual([]);
  });

  it('leads from each change to what changed, by a name that is no id', () => {
    const faults = changes.flatMap((change) => {
      const links = linksOf(entries.get(change.id) as HtmlElement)
        .slice(1)
        .map(({ href, words }) => ({ href, label: words }));
      expect(links).toEqual(
        changeLinks(ledger, ROOT, change.where).map(({ href, label }) => ({ href, label: plain(label) })),
      );
      return links.filter(({ label }) => change.where.includes(label) || !/^\p{Lu}/u.test(label));
    });
    expect(faults).toEqual([]);
  });

  it('says how to follow, with the address of the feed where there is one', () => {
    const [follow] = [...elementsOf(page)].filter((element) => attributeOf(element, 'aria-labelledby') === 'follow');
    const feeds = linksOf(follow as HtmlElement).filter(({ href }) => href === 'feed.xml');
    expect(feeds.map(({ words }) => words)).toEqual(SITE === undefined ? [] : [`${SITE}feed.xml`]);
  });
});

it('gives robots leave, and the list of pages where there is one', () => {
  expect(readBuilt('robots.txt')).toBe(
    SITE === undefined ? 'User-agent: *\nAllow: /\n' : `User-agent: *\nAllow: /\n\nSitemap: ${SITE}sitemap.xml\n`,
  );
});

if (SITE === undefined) {
  it('has neither feed nor list of pages without an address', () => {
    expect(FILES.filter((file) => file.endsWith('.xml'))).toEqual([]);
  });
} else {
  describe('the list of pages', () => {
    const text = readBuilt('sitemap.xml');

    it('has each page once under the address that the page calls its own, and only these', () => {
      const wanted = WHOLE_PAGES.filter((file) => file !== '404.html' && file !== READING_COPY).map((file) => {
        const canonical = [...elementsOf(parseBuilt(file))].find(
          (element) => attributeOf(element, 'rel') === 'canonical',
        );
        return canonical && attributeOf(canonical, 'href');
      });
      expect([...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]).sort()).toEqual(wanted.sort());
    });

    it('says that each page was changed on the day of the newest change', () => {
      const newest = changes
        .map(({ date }) => date)
        .sort()
        .at(-1);
      expect(new Set([...text.matchAll(/<lastmod>([^<]+)<\/lastmod>/g)].map((match) => match[1]))).toEqual(
        new Set([newest]),
      );
    });

    it('is well-formed XML of its own kind', async () => {
      expect(await rootOf(text)).toEqual({
        name: 'urlset',
        space: 'http://www.sitemaps.org/schemas/sitemap/0.9',
        language: null,
      });
    });
  });

  describe('the feed', () => {
    const text = readBuilt('feed.xml');
    const feed = parseAtomFeed(text);
    const entries = feed.entries ?? [];

    it('is well-formed Atom in English', async () => {
      expect(await rootOf(text)).toEqual({ name: 'feed', space: 'http://www.w3.org/2005/Atom', language: 'en' });
    });

    it('has one id, title and day of its own, an author, and links to itself and to the page', () => {
      expect(feed).toMatchObject({
        title: { value: `${ledger.site.title} – changes` },
        updated: `${changes[0]?.date}T00:00:00Z`,
        authors: [{ name: ledger.site.publisher ?? 'Contributors to Operation 1027: an explainer' }],
      });
      expect(feed.links?.map(({ rel, href, type }) => ({ rel, href, type }))).toEqual([
        { rel: 'self', href: `${SITE}feed.xml`, type: 'application/atom+xml' },
        { rel: 'alternate', href: `${SITE}changes.html`, type: 'text/html' },
      ]);
      const head = text.slice(0, text.indexOf('<entry>'));
      expect(['id', 'title', 'updated'].map((name) => head.split(`<${name}>`).length - 1)).toEqual([1, 1, 1]);
    });

    it('has each change as an entry with all that RFC 4287 demands', () => {
      expect(entries).toHaveLength(changes.length);
      for (const [index, entry] of entries.entries()) {
        const change = changes[index]!;
        expect(entry).toMatchObject({
          id: permanentId(change.id),
          updated: `${change.date}T00:00:00Z`,
          published: `${change.date}T00:00:00Z`,
        });
        expect(entry.title?.value).toMatch(/^(?:Correction|Update|First edition), \S/);
        expect(entry.links?.map(({ rel, href }) => [rel, href])).toEqual([
          ['alternate', `${SITE}changes.html#${change.id}`],
        ]);
        expect(entry.categories?.map(({ term }) => term)).toEqual([
          change.kind === 'correction' ? 'correction' : 'update',
        ]);
        expect(new Date(entry.updated as string).toISOString().slice(0, 10)).toBe(change.date);
      }
      const xml = text.split('<entry>').slice(1);
      expect(
        xml.map((entry) =>
          ['id', 'title', 'updated', 'content type="html"'].map((name) => entry.split(`<${name}>`).length - 1),
        ),
      ).toEqual(xml.map(() => [1, 1, 1, 1]));
      expect(new Set([feed.id, ...entries.map(({ id }) => id)]).size).toBe(changes.length + 1);
      expect(entries.every(({ updated = '' }) => updated <= (feed.updated ?? ''))).toBe(true);
    });

    it('gives each change in full, as HTML whose links work from anywhere', () => {
      for (const [index, entry] of entries.entries()) {
        const change = changes[index]!;
        const page = parsePage(`<!doctype html><body>${entry.content?.value}`);
        const words = plain(textContent(page));
        for (const wanted of [change.text, change.was, change.is, change.why])
          expect(words).toContain(plain(fillTokens(ledger, wanted ?? '')));
        const links = [...elementsOf(page)]
          .filter(({ tagName }) => tagName === 'a')
          .map((link) => attributeOf(link, 'href'));
        expect(links).toEqual(changeLinks(ledger, ROOT, change.where).map(({ href }) => SITE + href));
      }
    });

    it('names entries so that neither another host nor another version changes the name', () => {
      expect(permanentId('change-first-edition')).toBe('urn:uuid:c1272a7b-f9bc-5c7a-bdf5-d342da635bf9');
      expect(permanentId('change-first-edition')).toMatch(
        /^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      );
    });
  });
}

/** The root of a file, as a browser reads it that forgives nothing. */
async function rootOf(xml: string) {
  return visit('about:blank', {}, (page) =>
    page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'application/xml');
      const { localName, namespaceURI } = parsed.documentElement;
      return parsed.querySelector('parsererror')
        ? parsed.documentElement.textContent
        : { name: localName, space: namespaceURI, language: parsed.documentElement.getAttribute('xml:lang') };
    }, xml),
  );
}
