import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { attributeOf, elementsOf, textContent } from '../../src/build/html-tree.ts';
import { citablePages, sharedPages } from '../../src/figures/all-works.ts';
import { absoluteAddress, citedTitle, editionOf } from '../../src/site/citations/edition.ts';
import { MAX_CARD_DESCRIPTION, findCardFigure } from '../../src/site/preview-cards.ts';
import { findSharedTitleFault } from '../../src/data/share-texts.ts';
import { CARD_IDS } from '../../src/data/ledger.ts';
import { readSiteUrl } from '../../src/build/settings.ts';
import { READING_COPY } from '../../src/site/editions.ts';
import { PAGES, parseBuilt, ROOT, WHOLE_PAGES } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';

const edition = editionOf(ledger, readSiteUrl(process.env));
const all = citablePages(ledger, ROOT);
/** Pages that bear a work; every page of one section, figure or day must be one of them, and one of a number too. */
const cited = PAGES.filter((file) => file === 'index.html' || /^(?:s|figures|then)\//.test(file));
const ofNumbers = PAGES.filter((file) => file.startsWith('n/'));
/** Frames for other sites and pages in words alone name the page to share. */
/** The reading copy is a file, and is not shared by its address. */
const shared = WHOLE_PAGES.filter((file) => file !== READING_COPY);

/** The contents of the `<meta>` elements of a page, by name or property. */
function metaOf(file: string): Map<string, string> {
  const metas = [...elementsOf(parseBuilt(file))].filter(({ tagName }) => tagName === 'meta');
  return new Map(
    metas.map((element) => [
      attributeOf(element, 'property') ?? attributeOf(element, 'name') ?? '',
      attributeOf(element, 'content') ?? '',
    ]),
  );
}

describe.each(shared)('the head of %s', (file) => {
  it('gives a preview its title, its words and its picture with words for it', () => {
    const meta = metaOf(file);
    expect(meta.get('og:title')).toMatch(/\S/);
    expect(meta.get('og:description')!.length).toBeGreaterThan(20);
    expect(meta.get('og:site_name')).toBe(ledger.site.title);
    expect(meta.get('og:locale')).toBe('en_GB');
    expect(meta.get('twitter:card')).toBe('summary_large_image');
    if (edition.siteUrl === null)
      return expect([meta.get('og:url'), meta.get('og:image')]).toEqual([undefined, undefined]);
    expect(meta.get('og:url')).toBe(absoluteAddress({ address: file }, edition));
    expect(meta.get('og:image')).toMatch(/^https?:.*\/cards\/[a-z0-9-]+\.png$/);
    expect(meta.get('og:image:width')).toBe('1200');
    expect(meta.get('og:image:height')).toBe('630');
    expect(meta.get('og:image:alt')).toMatch(/\S{2,}\s/);
    // What describes a picture follows it: a preview ascribes it to the picture before it.
    expect([...meta.keys()].filter((name) => name.startsWith('og:image'))[0]).toBe('og:image');
  });

  it('says to a preview what a reader would pass on', () => {
    const meta = metaOf(file);
    const work = all.find(({ address }) => address === file);
    expect(meta.get('og:description')).toBe(work?.chat ?? meta.get('description'));
    // Longer, and a preview may cut off the caveat.
    if (work) expect(meta.get('og:description')!.length).toBeLessThanOrEqual(200);
  });
});

describe.each(cited.filter(() => edition.siteUrl !== null))('the picture of %s in a preview', (file) => {
  const work = all.find(({ address }) => address === file)!;
  const words = metaOf(file).get('og:image:alt')!;

  it('is described: what is drawn, in the words of its figure, then the finding in full', () => {
    const figure = findCardFigure(ledger, work);
    if (figure)
      expect(words.toLowerCase()).toContain(
        `${figure.alt_small ?? figure.alt} (figure ${figure.number})`.toLowerCase(),
      );
    else expect(words).toMatch(/^A card of words, without a picture: /);
    expect(words).toContain(work.kind === 'figure' ? work.title : work.finding);
    expect(metaOf(file).get('twitter:image:alt')).toBe(words);
  });

  it('is described in at most as many letters as previews take', () => {
    expect(words.length).toBeLessThanOrEqual(MAX_CARD_DESCRIPTION);
    expect(words.length).toBeGreaterThan(80);
  });
});

// Nobody shares the page that says what is missing.
describe.each(shared.filter((file) => file !== '404.html'))('the title of %s in a preview', (file) => {
  const meta = metaOf(file);

  it('names country and year, points at nothing outside itself, and is not cut', () => {
    expect(findSharedTitleFault(meta.get('og:title')!, ledger.site)).toBeNull();
  });

  it('has under it no word that only the page explains', () => {
    if (all.some(({ address }) => address === file))
      expect(meta.get('og:description')).not.toMatch(
        /\bthis (?:map|page|chart|figure|section|list)\b|\b(?:above|below)\b/i,
      );
  });
});

describe.each([...cited, ...ofNumbers])('the work of %s', (file) => {
  const work = sharedPages(ledger, ROOT).find(({ address }) => address === file)!;
  const url = absoluteAddress({ address: file }, edition);

  it('is named for reference managers with its day and address', () => {
    const meta = metaOf(file);
    expect(meta.get('og:type')).toBe('article');
    expect(meta.get('og:title')).toBe(work.shared);
    expect(meta.get('citation_title')).toBe(citedTitle(work));
    expect(meta.get('citation_publication_date')).toBe(edition.modified.replaceAll('-', '/'));
    expect(meta.get('citation_public_url') ?? null).toBe(url);
    // Nobody who is not named stands as a person.
    expect(meta.get('citation_author') ?? null).toBe(ledger.site.publisher);
    expect(meta.get('DC.creator')).toBe(ledger.site.publisher ?? 'Contributors to Operation 1027: an explainer');
    expect(meta.get('DC.date')).toBe(edition.modified);
    expect(meta.get('article:published_time')).toBe(edition.published);
    expect(meta.get('article:modified_time')).toBe(edition.modified);
  });

  it('leads programs to its frame, if it is a figure', () => {
    const links = [...elementsOf(parseBuilt(file))].filter(
      (element) => attributeOf(element, 'type') === 'application/json+oembed',
    );
    expect(links.map((link) => attributeOf(link, 'href'))).toEqual(
      work.kind === 'figure' && edition.siteUrl ? [`${edition.siteUrl}embed/${work.id}.json`] : [],
    );
  });

  it('is structured data with names, days, terms and its place in the whole', async () => {
    const nodes = await expanded(file);
    const [main] = nodes;
    expect(main?.['@type']).toEqual([term(work.kind === 'figure' ? 'ImageObject' : 'Article')]);
    if (work.kind === 'figure')
      expect(nodes.map((node) => node['@type'])).toEqual([[term('ImageObject')], [term('Dataset')]]);
    for (const node of nodes) {
      for (const name of [
        'name',
        'description',
        'datePublished',
        'dateModified',
        'license',
        'author',
        'version',
        'inLanguage',
      ])
        expect(node, name).toHaveProperty([term(name)]);
      expect(values(node, 'url')).toEqual(url === null ? [] : [url]);
    }
    expect(main?.[term('hasPart')] ?? []).toHaveLength(work.kind === 'explainer' ? 10 : 0);
    if (work.kind !== 'explainer')
      for (const node of nodes) expect(JSON.stringify(node[term('isPartOf')])).toContain(ledger.site.title);
    if (work.kind === 'figure' && url)
      for (const kind of ['csv', 'json']) expect(JSON.stringify(nodes[1])).toContain(`/figures/${work.id}.${kind}"`);
  });
});

it('every dataset is structured data with its terms, its caveats and its files', async () => {
  const nodes = await expanded('datasets.html');
  expect(nodes.map((node) => node['@type'])).toEqual(CARD_IDS.map(() => [term('Dataset')]));
  CARD_IDS.forEach((id, index) => {
    const card = ledger.cards.get(id)!;
    const text = JSON.stringify(nodes[index]);
    for (const words of [card.title, card.licence, ...card.caveats])
      expect(text).toContain(JSON.stringify(words).slice(1, -1));
    for (const name of ['creator', 'variableMeasured', 'datePublished'])
      expect(nodes[index], name).toHaveProperty([term(name)]);
    if (edition.siteUrl)
      for (const kind of ['csv', 'json']) expect(text).toContain(`"${edition.siteUrl}data/${id}.${kind}"`);
  });
  const coverage = values(nodes[CARD_IDS.indexOf('displacement')]!, 'temporalCoverage');
  expect(coverage).toEqual([expect.stringMatching(/^20\d\d(-\d\d){0,2}\/20\d\d(-\d\d){0,2}$/)]);
  expect(values(nodes[CARD_IDS.indexOf('glossary')]!, 'temporalCoverage')).toEqual([]);
});

/** A page's structured data as a program understands it, without asking anybody for the vocabulary. */
async function expanded(file: string): Promise<Record<string, unknown>[]> {
  const scripts = [...elementsOf(parseBuilt(file))].filter(
    (element) => attributeOf(element, 'type') === 'application/ld+json',
  );
  expect(scripts).toHaveLength(1);
  const documentLoader = async (url: string) => ({
    contextUrl: null,
    documentUrl: url,
    document: { '@context': { '@vocab': 'https://schema.org/' } },
  });
  const document = JSON.parse(textContent(scripts[0]!)) as { '@context': string; '@graph'?: object[] };
  const { '@graph': graph = [document] } = document;
  const nodes = await Promise.all(
    graph.map((node) => jsonld.expand({ '@context': document['@context'], ...node }, { documentLoader })),
  );
  return nodes.flat();
}

function term(name: string): string {
  return `https://schema.org/${name}`;
}

function values(node: Record<string, unknown>, name: string): unknown[] {
  return ((node[term(name)] ?? []) as { '@value': unknown }[]).map((value) => value['@value']);
}
