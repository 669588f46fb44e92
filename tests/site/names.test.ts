import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { attributeOf, elementsOf, type HtmlElement } from '../../src/build/html-tree.ts';
import { formatDateShort, formatDateWithRange } from '../../src/data/format.ts';
import { eventsAtPlace, eventsOfActor, placesTakenBy } from '../../src/site/mentions.ts';
import { formatKindAndTownship, formatLatestState, formatPoint, SOURCING_LABELS } from '../../src/data/places.ts';
import { spellOutRows } from '../../src/data/row-references.ts';
import { actorAddress, figureRowAddress, NAMES_PAGE, placeAddress } from '../../src/site/addresses.ts';
import { lookupNames, type NamedThing } from '../../src/site/names.ts';
import { useBrowser } from './kit/browser.ts';
import { parseBuilt, readBuilt } from './kit/dist.ts';
import { ledger, missing, sourceFaults } from './kit/faults.ts';
import { elementsById, linksOf, withClass, withTag, wordsOf } from './kit/words.ts';

const page = parseBuilt(NAMES_PAGE);
const entries = elementsById(page);
const places = [...ledger.places.values()];
const things = lookupNames(ledger);

/** What a reader on a slow, costly line is asked to load. */
const LIMIT = 40_000;

const visit = useBrowser();

/** The apostrophe that a keyboard has, as it is set on a page. */
const typeset = (text: string) => text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');

/** Spellings that lead to an entry, as they begin their lines, each with the addresses of that line. */
const references = withClass(page, 'names__see')
  .flatMap((list) => withTag(list, 'li'))
  .map((line) => ({ words: wordsOf(line), hrefs: linksOf(line).map(({ href }) => href) }));

/** Returns true if a spelling is the name of an entry, or leads to it; entries of one name stand together. */
function leads(text: string, { name, href }: NamedThing): boolean {
  const isIn = (element: HtmlElement | undefined) => element !== undefined && wordsOf(element).includes(typeset(text));
  const own = entries.get(href.split('#')[1] ?? '');
  if (text === name) return isIn(own);
  const ofName = things.filter((other) => other.name === name).map((other) => other.href);
  return (
    things.some((other) => other.name === text) ||
    references.some(
      ({ words, hrefs }) => words.startsWith(typeset(text)) && ofName.some((address) => hrefs.includes(address)),
    )
  );
}

describe('Names and words', () => {
  it('has every group, place and term under each of its spellings and scripts, people among them', () => {
    expect(things.length).toBe(ledger.places.size + ledger.actors.size + ledger.terms.size);
    const faults = things.flatMap((thing) =>
      thing.spellings.filter(({ text }) => !leads(text, thing)).map(({ text }) => `${thing.name}: ${text}`),
    );
    expect(faults).toEqual([]);
    for (const text of ['Peng Daxun', 'Peng Daren', 'Peng Deren', '彭家声'])
      expect(
        references.some(({ words, hrefs }) => words.startsWith(text) && hrefs.includes('names.html#actor-mndaa')),
        text,
      ).toBe(true);
  });

  it('says no spelling twice, and leads only to entries that exist', () => {
    const heads = references.map(({ words }) => words.split(/: see | \(/)[0]);
    expect(heads.length).toBeGreaterThan(200);
    expect(heads.filter((text, index) => heads.indexOf(text) !== index)).toEqual([]);
    const hrefs = references.flatMap((line) => line.hrefs);
    expect(hrefs.filter((href) => !entries.has(href.split('#')[1]!))).toEqual([]);
  });

  it('leads from its letters to all of its parts, the scripts last', () => {
    const parts = withClass(page, 'names').map((part) => attributeOf(part, 'aria-labelledby'));
    const nav = [...elementsOf(page)].find((element) => attributeOf(element, 'aria-label') === 'Letters and scripts')!;
    expect(linksOf(nav).map(({ href }) => href.slice(1))).toEqual(parts);
    expect(parts.slice(-2)).toEqual(['script-burmese', 'script-chinese']);
  });

  it('says of each term what it means, its other forms and its sources', () => {
    const faults = [...ledger.terms.values()].flatMap(({ id, definition, note, forms, source_ids }) => [
      ...missing(entries.get(`term-${id}`), [definition, note, ...forms]),
      ...source_ids.flatMap((source) => sourceFaults(source, entries.get(`term-${id}`))),
    ]);
    expect(faults).toEqual([]);
  });

  it(`weighs at most ${LIMIT} bytes with brotli`, () => {
    expect(brotliCompressSync(readBuilt(NAMES_PAGE)).length).toBeLessThanOrEqual(LIMIT);
  });
});

describe('the places', () => {
  it('have an entry each, and no other', () => {
    expect(
      withClass(page, 'place')
        .map((entry) => entry.attrs.find(({ name }) => name === 'id')?.value)
        .sort(),
    ).toEqual(places.map(({ slug }) => `place-${slug}`).sort());
  });

  it('says of each what it is, when it was taken and by whom, the last thing known, its point, and every caveat', () => {
    const faults = places.flatMap((place) => {
      const entry = entries.get(`place-${place.slug}`);
      const taken = place.captured_on
        ? formatDateWithRange(place.captured_on, place.captured_not_before, place.captured_not_after)
        : 'on a day not found';
      return missing(entry, [
        place.name,
        place.name_my,
        `${formatKindAndTownship(place)}, ${place.state_region}`,
        `Taken ${taken} by ${place.captor}.`,
        `Latest known: ${formatLatestState(place)}.`,
        place.note && spellOutRows(ledger, place.note),
        ...place.name_alt,
        formatPoint(place),
        place.pcode,
        SOURCING_LABELS[place.confidence],
      ]).map((fault) => `${place.id}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  it('links each to every source of its capture and of its later state', () => {
    expect(
      places.flatMap((place) =>
        [...place.source_ids, ...place.status_source_ids].flatMap((id) =>
          sourceFaults(id, entries.get(`place-${place.slug}`)).map((fault) => `${place.id}: ${fault}`),
        ),
      ),
    ).toEqual([]);
  });

  it('says of a point that is not sourced that it is approximate, and gives no digits that look measured', () => {
    const rough = places.filter(({ coord_precision }) => coord_precision === 'approximate');
    expect(rough.length).toBeGreaterThan(0);
    for (const { slug } of rough)
      expect(wordsOf(entries.get(`place-${slug}`))).toMatch(/approximate: about \d+\.\d\d° N, \d+\.\d\d° E/);
  });

  it('names MIMU wherever the point is MIMU’s', () => {
    const faults = places
      .filter(({ lat, coord_precision }) => lat !== null && coord_precision !== 'approximate')
      .filter(({ slug }) => !wordsOf(entries.get(`place-${slug}`)).includes('MIMU Place Codes release 9.6'));
    expect(faults.map(({ id }) => id)).toEqual([]);
  });

  it('leads to the events, figures and sections that show a place', () => {
    const front = elementsById(parseBuilt('index.html'));
    const faults = places.flatMap((place) => {
      const hrefs = linksOf(entries.get(`place-${place.slug}`)!).map(({ href }) => href);
      const figures = [...ledger.figures.values()].filter((figure) =>
        [...figure.places, ...figure.places_listed].some(({ rows }) => rows.includes(place.id)),
      );
      const wanted = [
        ...eventsAtPlace(ledger, place).map(({ id }) => `timeline.html#event-${id}`),
        ...figures.map((figure) => figureRowAddress(figure, place.id)),
        ...(front.has(`place-${place.slug}`) ? [`index.html#place-${place.slug}`] : []),
      ];
      return wanted.filter((href) => !hrefs.includes(href)).map((href) => `${place.id}: no link to ${href}`);
    });
    expect(faults).toEqual([]);
  });

  it('leads from each region and side to all of its places and groups', () => {
    const listed = withClass(page, 'names__list')
      .flatMap(linksOf)
      .map(({ href }) => href);
    const wanted = [...places.map(placeAddress), ...[...ledger.actors.values()].map(actorAddress)];
    expect(listed.sort()).toEqual(wanted.sort());
  });

  it('is found again from who is who: each group with its events and the places whose captor names it', () => {
    const faults = [...ledger.actors.values()].flatMap((actor) => {
      const hrefs = linksOf(entries.get(`actor-${actor.id}`)!).map(({ href }) => href);
      const wanted = [
        ...eventsOfActor(ledger, actor).map(({ id }) => `timeline.html#event-${id}`),
        ...placesTakenBy(ledger, actor).flatMap((taken) => taken.places.map(({ slug }) => `names.html#place-${slug}`)),
      ];
      return wanted.filter((href) => !hrefs.includes(href)).map((href) => `${actor.id}: no link to ${href}`);
    });
    expect(faults).toEqual([]);
    expect(linksOf(entries.get('actor-mndaa')!).map(({ href }) => href)).toContain('names.html#place-laukkai');
  });

  it('dates each event link by its day', () => {
    for (const place of places) {
      const links = linksOf(entries.get(`place-${place.slug}`)!).filter(({ href }) =>
        href.startsWith('timeline.html#'),
      );
      expect(links.map(({ words }) => words)).toEqual(
        eventsAtPlace(ledger, place).map(({ date }) => formatDateShort(date)),
      );
    }
  });
});

describe('the list of places on paper', () => {
  it('keeps each entry on one sheet, and its heading with it', async () => {
    const cut = await visit(NAMES_PAGE, {}, async (tab) => {
      await tab.emulateMedia({ media: 'print' });
      return tab.evaluate(
        () =>
          [...document.querySelectorAll('.place')].filter((entry) => getComputedStyle(entry).breakInside !== 'avoid')
            .length,
      );
    });
    expect(cut).toBe(0);
  });

  it('has one heading for each entry', () => {
    expect(withClass(page, 'place').filter((entry) => withTag(entry, 'h3').length !== 1)).toEqual([]);
  });
});
