import { describe, expect, it } from 'vitest';
import { INDEX_FILE, type SearchEntry } from '../../src/client/search-entry.ts';
import { excerptOf, marked } from '../../src/client/search-excerpt.ts';
import { searchIn } from '../../src/client/search-index.ts';
import { sectionAddress } from '../../src/site/addresses.ts';
import { PAGES, parseBuilt, readBuilt } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';
import { elementsById } from './kit/words.ts';

const entries = JSON.parse(readBuilt(INDEX_FILE)) as SearchEntry[];
const search = await searchIn(entries);
const hrefs = (query: string) => search(query).hits.map(({ entry }) => entry.href);

/** Queries as readers type them, each with what should come first. */
const QUERIES: [kind: string, query: string, first: string][] = [
  ['a spelling', 'Chin Shwe Haw', 'names.html#place-chinshwehaw'],
  ['a spelling', 'Theinni', 'names.html#place-hsenwi'],
  ['a spelling', 'Laogai', 'names.html#place-laukkai'],
  ['a spelling', 'naungcho', 'names.html#place-nawnghkio'],
  ['a spelling', 'Momeik', 'names.html#place-mongmit'],
  ['a spelling', 'Mrauk U', 'names.html#place-mrauk-u'],
  ['a spelling', 'Nam kham', 'names.html#place-namhkam'],
  ['a spelling', 'Palaung army', 'names.html#actor-tnla'],
  ['Burmese', 'လားရှိုး', 'names.html#place-lashio'],
  ['part of a Burmese name', 'ချင်းရွှေ', 'names.html#place-chinshwehaw'],
  ['part of a Burmese name', 'ရက္ခိုင့်', 'names.html#actor-arakan-army'],
  ['part of a Burmese name', 'ညီနောင်မဟာမိတ်', 'names.html#actor-alliance'],
  ['Chinese', '清水河', 'names.html#place-chinshwehaw'],
  ['Chinese', '老街', 'names.html#place-laukkai'],
  ['Chinese', '木姐', 'names.html#term-muse'],
  ['part of a Chinese name', '兄弟联盟', 'names.html#actor-alliance'],
  ['part of a Chinese name', '卧虎', 'names.html#term-crouching-tiger-villa'],
  ['a person in Chinese', '彭家声', 'names.html#actor-mndaa'],
  ['a person', 'Peng Deren', 'names.html#actor-mndaa'],
  ['a person', 'Ming Xuechang', 'names.html#actor-kokang-bgf'],
  ['a short name', 'MNDAA', 'names.html#actor-mndaa'],
  ['a group', 'Arakan Army', 'names.html#actor-arakan-army'],
  ['a town before its bases', 'Lashio', 'names.html#place-lashio'],
  ['a base', 'LIB 129', 'names.html#place-lib-129'],
  ['a phrase', '"taken by surprise"', 'claims.html#claim-10'],
  ['a phrase', '“tacit approval”', 's/china.html#china-how-observers-read-china-s-part'],
  ['a phrase', 'turning point', 's/turning-point.html#turning-point'],
  ['a word', 'conscription', 'names.html#term-conscription-law'],
  ['a plural', 'cluster munitions', 'names.html#term-cluster-munition'],
  ['a word for two', 'casualties', 's/civilians.html#civilians-record-all-counts-of-the-dead-and-the-injured'],
  ['American spelling', 'scam centers', 'names.html#term-scam-centre'],
  ['words of the record', 'British India Kokang', 's/what.html#what-record-kokang-before-2009'],
  ['a heading of the record', 'drugs', 's/china.html#china-record-drugs'],
  ['a number', '335,000', 'claims.html#claim-15'],
  ['a number with an entry', '2,389', 'numbers.html#number-S009'],
  ['words of a figure', 'where displaced by region', 'figures/displaced-where.html#displaced-where'],
  ['a publisher', 'Reuters', 'sources.html#source-reuters-2021-05-05'],
  ['a beginning', 'buthi', 'names.html#place-buthidaung'],
  ['a beginning', 'conscr', 'names.html#term-conscription-law'],
  ['a letter too few', 'Laukai', 'names.html#place-laukkai'],
  ['a letter too few', 'Haigen agreement', 'names.html#term-haigeng-agreement'],
  ['a wrong letter', 'Chinshwehow', 'names.html#place-chinshwehaw'],
  ['two letters that changed places', 'Lahsio', 'names.html#place-lashio'],
];

describe('search', () => {
  it.each(QUERIES)('finds first by %s, %s', (_, query, first) => {
    expect(hrefs(query)[0]).toBe(first);
  });

  it('finds each place under each of its spellings among the first results', () => {
    const faults = [...ledger.places.values()].flatMap(({ slug, name, name_alt, name_my }) =>
      [name, ...(name_my ?? '').split(/[()]/), ...name_alt]
        .map((text) => text.replace(/^opposite /, '').trim())
        .filter((text) => text !== '' && !hrefs(text).slice(0, 4).includes(`names.html#place-${slug}`))
        .map((text) => `${text}: ${hrefs(text).slice(0, 4).join(' ')}, not ${slug}`),
    );
    expect(faults).toEqual([]);
  });

  it('has an entry for each thing and each section, and each leads to an element that exists', () => {
    const { places, actors, terms, events, claims, sources, figures, cards, sectionIds } = ledger;
    const things = [places, actors, terms, events, claims, sources, figures, cards].reduce(
      (n, { size }) => n + size,
      0,
    );
    const addresses = new Set(entries.map(({ href }) => href));
    const numbers = [...ledger.safeLines.values()].filter(({ words }) => words === undefined);
    expect([...addresses].filter((href) => !/^s\//.test(href))).toHaveLength(things + numbers.length);
    expect(sectionIds.filter((id) => !addresses.has(`${sectionAddress({ id })}#${id}`))).toEqual([]);
    const ids = new Map(PAGES.map((file) => [file, elementsById(parseBuilt(file))]));
    const lost = [...addresses].filter((href) => {
      const [file = '', id = ''] = href.split('#');
      return !ids.get(file)?.has(id);
    });
    expect(lost).toEqual([]);
    expect(entries.filter(({ title, kind, text }) => !title || !kind || !text || /[{}]/.test(text))).toEqual([]);
  });

  it('does not pass off some of the words, or words like them, as those that were asked for', () => {
    expect(search('scam centres').holdsAll).toBe(true);
    for (const query of ['Lashio zzzz', 'Laukai', 'Lahsio']) {
      expect(search(query).hits.length, query).toBeGreaterThan(0);
      expect(search(query).holdsAll, query).toBe(false);
    }
    for (const query of ['zzzz', 'constructor']) expect(search(query).hits, query).toEqual([]);
    expect(search('"surprise by taken"').hits).toEqual([]);
  });

  it.each(['မူဆယ်', 'ကိုးကန့်', '邓锡军'])('finds no names that have only single signs of %s', (query) => {
    expect(hrefs(query)).toEqual([]);
  });

  it.each([
    ['air strikes', 'airstrike'],
    ['cease-fire', 'ceasefire'],
    ['Laukai', 'Laukkai'],
  ])('finds by %s as much as by %s', (query, other) => {
    expect(hrefs(query).toSorted()).toEqual(hrefs(other).toSorted());
  });

  it.each([
    ['civilian casualties', 's/civilians.html#civilians-the-dead-and-the-injured', 'numbers.html#number-D13'],
    ['IDPs', 's/civilians.html#civilians-all-displaced-people', 'numbers.html#number-B22'],
  ])('finds by %s the passage and a count in the words of this site', (query, ...expected) => {
    expect(hrefs(query).slice(0, 12)).toEqual(expect.arrayContaining(expected));
  });

  it('shows of an entry where the words stand, and marks them', () => {
    const shown = (query: string) =>
      excerptOf(search(query).hits[0]!)
        .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
        .join('');
    expect(shown('Laogai')).toMatch(/^… .*Also written Laukkaing, \[Laogai\], Lauk Kai, 老街\./);
    expect(shown('လားရှိုး')).toMatch(/^Lashio, \[လားရှိုး\], /);
    expect(shown('兄弟联盟')).toContain('[三兄弟联盟]');
    expect(shown('air strike Sakhan Thit')).toContain('[air] [strikes]');
    expect(shown('strikes Sakhan Thit')).toContain('[strikes]');
    expect(shown('British India Kokang')).toMatch(/^China ceded \[Kokang\] to \[British\] \[India\] in 1897\./);
    const [hit] = search('taken by surprise').hits;
    expect(marked(hit!.entry.title, hit!).filter(({ isMarked }) => isMarked)).toHaveLength(3);
  });
});
