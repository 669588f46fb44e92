import { describe, expect, it } from 'vitest';
import { SECTION_IDS } from '../unit/kit/content.ts';
import { sectionPages } from '../../src/site/citable-pages.ts';
import { figurePages } from '../../src/figures/all-works.ts';
import { attributeOf, elementsOf, textContent } from '../../src/build/html-tree.ts';
import { readSiteUrl } from '../../src/build/settings.ts';
import { EMBEDS, parseBuilt, readBuilt, ROOT } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';
import { storyWords, withClass } from './kit/words.ts';

const sections = sectionPages(ledger, ROOT);
const figures = figurePages(ledger);

const oneSpace = (text: string) => text.replace(/\s+/g, ' ').trim();
const wordsOf = (file: string) => oneSpace(textContent(parseBuilt(file)));
const hrefs = (file: string, rel?: string) =>
  [...elementsOf(parseBuilt(file))]
    .filter((element) => element.tagName === 'a' && (rel === undefined || attributeOf(element, 'rel') === rel))
    .map((element) => attributeOf(element, 'href'));
const byId = (file: string, id: string) =>
  [...elementsOf(parseBuilt(file))].find((element) => attributeOf(element, 'id') === id);
/** Pages leave out spaces between blocks where they can. */
const story = (file: string, id: string) => storyWords(byId(file, id)).replaceAll(' ', '');
const picture = (file: string, id: string) =>
  withClass(byId(file, id)!, 'figure__picture').map((one) => textContent(one));

describe.each(sections)('the page of the section $id', ({ id, address, title, finding }) => {
  it('holds the whole section, word for word as in the explainer', () => {
    expect(story(address, id)).toBe(story('index.html', id));
  });

  it('has a title and a description of its own', () => {
    const elements = [...elementsOf(parseBuilt(address))];
    expect(textContent(elements.find(({ tagName }) => tagName === 'title')!)).toBe(`${title} – ${ledger.site.subject}`);
    expect(
      attributeOf(
        elements.find((element) => attributeOf(element, 'name') === 'description')!,
        'content',
      ),
    ).toBe(finding);
  });

  it('leads back into the whole, and to the sections before and after', () => {
    const at = SECTION_IDS.findIndex((one) => one === id);
    const around = (step: number) => (SECTION_IDS[at + step] ? [`../s/${SECTION_IDS[at + step]}.html`] : []);
    expect(hrefs(address)).toContain(`../index.html#${id}`);
    expect([hrefs(address, 'prev'), hrefs(address, 'next')]).toEqual([around(-1), around(1)]);
  });
});

describe.each(figures)('the page of the figure $id', ({ id, address, title, number }) => {
  it('says its finding first, and holds the picture as the explainer shows it', () => {
    const first = [...elementsOf(parseBuilt(address))].find(({ tagName }) => tagName === 'h1')!;
    expect(oneSpace(textContent(first))).toBe(`Figure ${number} ${title}`);
    expect(picture(address, id)).toEqual(picture('index.html', id));
  });

  it('leads to where it is told, and to the list of figures', () => {
    expect(hrefs(address)).toEqual(expect.arrayContaining([`../index.html#${id}`, '../exhibits.html']));
  });

  it('stands in the list of figures, with its finding', () => {
    expect(hrefs('exhibits.html')).toContain(address);
    expect(wordsOf('exhibits.html')).toContain(title);
  });
});

it('gives every heading and figure of the explainer a link to its own page', () => {
  expect(hrefs('index.html')).toEqual(expect.arrayContaining([...sections, ...figures].map(({ address }) => address)));
});

describe('a figure in a frame', () => {
  it.each(EMBEDS)('%s holds no script, and leads out of the frame only', (file) => {
    expect(readBuilt(file)).not.toMatch(/<script/);
    const links = [...elementsOf(parseBuilt(file))].filter(({ tagName }) => tagName === 'a');
    expect(links.length).toBeGreaterThan(0);
    expect(links.map((link) => attributeOf(link, 'target'))).toEqual(links.map(() => '_blank'));
  });

  it('has an oEmbed document each, whose code stands on the page of the figure', () => {
    for (const { id, address, shared: title } of figures) {
      const found = JSON.parse(readBuilt(`embed/${id}.json`)) as Record<string, unknown>;
      expect(found).toMatchObject({
        version: '1.0',
        type: 'rich',
        title,
        provider_name: expect.any(String),
        width: expect.any(Number),
        height: expect.any(Number),
      });
      expect(found['html']).toContain(`src="${readSiteUrl(process.env)}embed/${id}.html"`);
      expect(found['html']).toContain(`height="${found['height']}"`);
      expect(wordsOf(address)).toContain(oneSpace(found['html'] as string));
    }
  });
});
