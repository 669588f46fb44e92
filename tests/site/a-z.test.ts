import { describe, expect, it } from 'vitest';
import { attributeOf, elementsOf } from '../../src/build/html-tree.ts';
import { sectionNames } from '../../src/site/mentions.ts';
import { namedThings } from '../../src/site/names.ts';
import { parseBuilt, ROOT } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';
import { elementsById, linksOf, withClass, withTag, wordsOf } from './kit/words.ts';

const page = parseBuilt('a-z.html');
const lines = withClass(page, 'names')
  .flatMap((group) => withTag(group, 'li'))
  .map((line) => ({ words: wordsOf(line), hrefs: linksOf(line).map(({ href }) => href), line }));

/** The apostrophe that a keyboard has, as it is set on a page. */
const typeset = (text: string) => text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');

/** Whether a line of the index begins with a spelling and leads to an address. */
function leads(text: string, href: string): boolean {
  return lines.some(({ words, hrefs }) => words.startsWith(typeset(text)) && hrefs.includes(href));
}

describe('the A–Z', () => {
  it('has every spelling and script of every place', () => {
    const faults = [...ledger.places.values()].flatMap(({ slug, name, name_alt, name_my }) => {
      const burmese = (name_my ?? '')
        .split(/[()]/)
        .map((text) => text.trim())
        .filter(Boolean);
      const others = name_alt.map((text) => text.replace(/^opposite /, ''));
      return [name, ...burmese, ...others].filter((text) => !leads(text, `places.html#place-${slug}`));
    });
    expect(faults).toEqual([]);
  });

  it('has every name of every group, short, long and in other scripts', () => {
    const faults = [...ledger.actors.values()].flatMap(({ id, name, abbreviation = '', scripts }) =>
      [name, ...abbreviation.split(/, |\//).filter(Boolean), ...scripts.map(({ text }) => text)].filter(
        (text) => !leads(text, `actors.html#actor-${id}`),
      ),
    );
    expect(faults).toEqual([]);
  });

  it('has people under each spelling of their names', () => {
    for (const text of ['Peng Daxun', 'Peng Daren', 'Peng Deren', '彭家声'])
      expect(leads(text, 'actors.html#actor-mndaa'), text).toBe(true);
  });

  it('has every term, written out and in each of its forms', () => {
    const faults = [...ledger.terms.values()].flatMap(({ id, term, expansion, forms }) =>
      [term, expansion ?? '', ...forms].filter((text) => text !== '' && !leads(text, `glossary.html#term-${id}`)),
    );
    expect(faults).toEqual([]);
  });

  it('has every section and figure', () => {
    const things = namedThings(ledger, sectionNames(ROOT)).filter(
      ({ kind }) => kind === 'section' || kind === 'figure',
    );
    expect(things.length).toBeGreaterThan(10);
    expect(things.filter(({ name, href }) => !leads(name, href)).map(({ name }) => name)).toEqual([]);
  });

  it('leads only to entries that exist', () => {
    const pages = new Map<string, Set<string>>();
    const idsOf = (file: string) =>
      pages.get(file) ?? pages.set(file, new Set(elementsById(parseBuilt(file)).keys())).get(file)!;
    const hrefs = lines.flatMap((line) => line.hrefs);
    expect(hrefs.filter((href) => !idsOf(href.split('#')[0]!).has(href.split('#')[1]!))).toEqual([]);
    expect(lines.filter((line) => line.hrefs.length === 0)).toEqual([]);
  });

  it('says no spelling twice', () => {
    const heads = lines.map(({ line }) => wordsOf(line).split(/, see | \(|, glossary/)[0]);
    const seen = lines
      .filter(({ line }) => attributeOf(line, 'class') === undefined)
      .map(({ words }) => words.split(', see ')[0]);
    expect(heads.length).toBeGreaterThan(300);
    expect(seen.filter((text, index) => seen.indexOf(text) !== index)).toEqual([]);
  });

  it('leads from its letters to all of its groups, the scripts last', () => {
    const groups = withClass(page, 'names').map((group) => attributeOf(group, 'aria-labelledby'));
    const nav = [...elementsOf(page)].find((element) => attributeOf(element, 'aria-label') === 'Letters and scripts')!;
    expect(linksOf(nav).map(({ href }) => href.slice(1))).toEqual(groups);
    expect(groups.slice(-2)).toEqual(['script-burmese', 'script-chinese']);
  });
});
