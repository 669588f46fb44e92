import { describe, expect, it } from 'vitest';
import { formatDateShort, formatDateWithRange } from '../../src/data/format.ts';
import { eventsAtPlace, eventsOfActor, placesTakenBy } from '../../src/site/mentions.ts';
import { formatKindAndTownship, formatLatestState, formatPoint, SOURCING_LABELS } from '../../src/data/places.ts';
import { spellOutRows } from '../../src/data/row-references.ts';
import { useBrowser } from './kit/browser.ts';
import { parseBuilt } from './kit/dist.ts';
import { ledger, missing, sourceFaults } from './kit/faults.ts';
import { elementsById, linksOf, withClass, withTag, wordsOf } from './kit/words.ts';

const page = parseBuilt('places.html');
const entries = elementsById(page);
const places = [...ledger.places.values()];

const visit = useBrowser();

describe('the list of places', () => {
  it('has an entry for each, and no other', () => {
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
        formatKindAndTownship(place),
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
        ...figures.map(({ id }) => `index.html#${id}-${place.id}`),
        ...(front.has(`place-${place.slug}`) ? [`index.html#place-${place.slug}`] : []),
      ];
      return wanted.filter((href) => !hrefs.includes(href)).map((href) => `${place.id}: no link to ${href}`);
    });
    expect(faults).toEqual([]);
  });

  it('leads from each region to all of its places', () => {
    const listed = withClass(page, 'places__names')
      .flatMap(linksOf)
      .map(({ href }) => href);
    expect(listed.sort()).toEqual(places.map(({ slug }) => `#place-${slug}`).sort());
  });

  it('is found again from who is who: each group with its events and the places whose captor names it', () => {
    const actors = elementsById(parseBuilt('actors.html'));
    const faults = [...ledger.actors.values()].flatMap((actor) => {
      const hrefs = linksOf(actors.get(`actor-${actor.id}`)!).map(({ href }) => href);
      const wanted = [
        ...eventsOfActor(ledger, actor).map(({ id }) => `timeline.html#event-${id}`),
        ...placesTakenBy(ledger, actor).flatMap((taken) => taken.places.map(({ slug }) => `places.html#place-${slug}`)),
      ];
      return wanted.filter((href) => !hrefs.includes(href)).map((href) => `${actor.id}: no link to ${href}`);
    });
    expect(faults).toEqual([]);
    expect(linksOf(actors.get('actor-mndaa')!).map(({ href }) => href)).toContain('places.html#place-laukkai');
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
    const cut = await visit('places.html', {}, async (tab) => {
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
    expect(withClass(page, 'place').filter((entry) => withTag(entry, 'h4').length !== 1)).toEqual([]);
  });
});
