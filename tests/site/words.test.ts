import { observationOf } from '../../src/data/latest.ts';
import { describe, expect, it } from 'vitest';
import { explainerRowIds, figureRowIds } from '../../src/data/figure-rows.ts';
import { LESS_FIRM } from '../../src/figures/shared/drawn-places.ts';
import { fillCard } from '../../src/figures/shared/filled-card.ts';
import { dateWords } from '../../src/figures/shared/series.ts';
import { findCited } from '../../src/data/citations.ts';
import { derive, fillTokens, resolveNumber } from '../../src/data/numbers.ts';
import {
  formatCount,
  formatDate,
  formatDateShort,
  formatDigits,
  formatQualified,
  formatQualifier,
} from '../../src/data/format.ts';
import { type Note, proseNotes } from '../../src/data/notes.ts';
import type { Problem } from '../../src/data/errors.ts';
import { allElements as elementsOfProse, attributeIds } from '../../src/data/mdx.ts';
import { readProse } from '../../src/data/record.ts';
import { readSections } from '../../src/data/sections.ts';
import { CLAIMS_PAGE, figureAddress, prosePage, sectionAddress } from '../../src/site/addresses.ts';
import { spellOutRows } from '../../src/data/row-references.ts';
import { formatLatestState, STATUS_LABELS } from '../../src/data/places.ts';
import { isRealDate } from '../../src/data/schemas/dates.ts';
import type { HtmlElement } from '../../src/build/html-tree.ts';
import { parseBuilt, ROOT } from './kit/dist.ts';
import { ledger, missing, plain, sourceFaults, startsWith, unequal } from './kit/faults.ts';
import { elementsById, withClass, withTag, wordsOf } from './kit/words.ts';

const problems: Problem[] = [];
const sections = readSections(ROOT, problems);
const prose = readProse(ROOT, problems);

const pages = { index: parseBuilt('index.html'), timeline: parseBuilt('timeline.html') };
const front = elementsById(pages.index);
const elementsOn = (page: string) => elementsById(parseBuilt(page));

describe.each(proseNotes(ROOT))('the notes of $series', ({ section, series, notes }) => {
  const shown = elementsOn(prosePage({ section, series }));
  const bodies = notes.map((note) => ({
    note,
    name: `n-${series}-${note.n}`,
    body: shown.get(`n-${series}-${note.n}`),
  }));

  it('are all there, and no others', () => {
    const home = shown.get(series);
    expect(
      home && withClass(home, 'note').map((element) => element.attrs.find(({ name }) => name === 'id')?.value),
    ).toEqual(bodies.map(({ name }) => name));
  });

  it('say of each number its hedge, who counted and when, or how it was computed', () => {
    expect(
      bodies.flatMap(({ note, name, body }) =>
        note.numbers.flatMap((id) => numberFaults(id, body).map((fault) => `${name}: ${id}: ${fault}`)),
      ),
    ).toEqual([]);
  });

  it('name each publisher in a link to its source, and say which sources are weak', () => {
    expect(
      bodies.flatMap(({ note, name, body }) =>
        sourcesOf(note).flatMap((id) => sourceFaults(id, body).map((fault) => `${name}: ${fault}`)),
      ),
    ).toEqual([]);
  });
});

it('the notes explain each term once a page, where it is first used', () => {
  const series = proseNotes(ROOT);
  const stories = series.filter((one) => one.series === one.section);
  const pagesOfNotes = [
    { page: front, series: stories },
    ...stories.map(({ section }) => ({
      page: elementsOn(`s/${section}.html`),
      series: series.filter((one) => one.section === section),
    })),
  ];
  const faults = pagesOfNotes.flatMap(({ page, series: all }) => {
    const met = new Set<string>();
    return all.flatMap(({ series: name, notes }) =>
      notes.flatMap(({ n, terms, numbers, cites }) =>
        terms.flatMap((id) => {
          const isFirst = !met.has(id) || numbers.length + cites.length === 0;
          met.add(id);
          const note = wordsOf(page.get(`n-${name}-${n}`));
          const isExplained = note.includes(plain(ledger.terms.get(id)?.definition));
          return isExplained === isFirst ? [] : [`${name} ${n}: ${id}`];
        }),
      ),
    );
  });
  expect(faults).toEqual([]);
});

describe.each([...ledger.figures.values()])('figure $number', (card) => {
  const figure = front.get(card.id);
  const shown = elementsOn(figureAddress(card));
  const rows = [...card.lines, ...card.bands, ...card.dots, ...card.table_only].flatMap((series) => series.rows);
  const places = [...card.places, ...card.places_listed].flatMap((group) => group.rows);

  it('says its summary and all its caveats', () => {
    const wanted = [card.title, card.summary, ...card.notes].map((text) => plain(fillTokens(ledger, text)));
    expect(wanted.filter((text) => !wordsOf(figure).includes(text))).toEqual([]);
  });

  it('has each row of its card once in its table, in the order of the card or of time, and no other', () => {
    const ids = (element: HtmlElement | undefined) =>
      (element ? withTag(element, 'tr') : []).flatMap(
        (row) => row.attrs.find(({ name }) => name === 'id')?.value ?? [],
      );
    const ordered = fillCard(ledger, card);
    expect(ids(shown.get(card.id))).toEqual(figureRowIds(ordered));
    expect(ids(figure)).toEqual(explainerRowIds(ordered));
  });

  it('has the same words in each cell of the explainer as on its own page, as far as they go there', () => {
    const cells = (row: HtmlElement | undefined) =>
      row ? [...withTag(row, 'th'), ...withTag(row, 'td')].map(wordsOf) : [];
    for (const id of explainerRowIds(card)) {
      const whole = cells(shown.get(id));
      expect(
        cells(front.get(id)).filter((words, at) => words === '' || !whole[at]?.startsWith(words)),
        id,
      ).toEqual([]);
    }
  });

  it('gives with each row its value, date, claimant, area and sources', () => {
    expect(
      rows.flatMap((id) => rowFaults(id, shown.get(`${card.id}-${id}`)).map((fault) => `${id}: ${fault}`)),
    ).toEqual([]);
  });

  it('gives with each place its day, name, captor, the last thing known, its note and its sources', () => {
    expect(
      places.flatMap((id) => placeFaults(id, shown.get(`${card.id}-${id}`)).map((fault) => `${id}: ${fault}`)),
    ).toEqual([]);
  });
});

it('each key number has its hedge, value, claimant, date, sources and caveat', () => {
  const glance = elementsOn('s/glance.html');
  const faults = [...ledger.keyNumbers.values()].flatMap((item) => {
    const row = observationOf(ledger, item.number)!;
    const box = glance.get(`key-${item.id}`);
    const number = box && withClass(box, 'key__number')[0];
    return [
      ...unequal(
        'number',
        wordsOf(number),
        [formatQualifier(row.qualifier), formatCount(row.value)].filter(Boolean).join(' '),
      ),
      ...missing(box, [
        fillTokens(ledger, item.label),
        row.claimant,
        row.as_of ? formatDate(row.as_of) : '',
        fillTokens(ledger, item.caveat),
      ]),
      ...row.source_ids.flatMap((id) => sourceFaults(id, box)),
    ].map((fault) => `${item.id}: ${fault}`);
  });
  expect(faults).toEqual([]);
});

describe.each(sections)('section $id', ({ id, card }) => {
  it('says its finding', () => {
    const home = front.get(id);
    expect(home && wordsOf(withClass(home, 'section__finding')[0])).toBe(
      plain(fillTokens(ledger, card?.finding ?? '')),
    );
  });

  it('asks each open question, with who would know and since when', () => {
    const home = elementsOn(sectionAddress({ id })).get(id);
    const box = home && withClass(home, 'unknowns')[0];
    const asked = box ? withTag(box, 'li').map(wordsOf) : [];
    const wanted = (card?.unknowns ?? []).map(({ question, note, who_would_know, since }) =>
      plain(
        fillTokens(
          ledger,
          `${question} ${note ?? ''} Who would know: ${who_would_know}. Open since ${isRealDate(since) ? formatDate(since) : since}.`,
        ),
      ),
    );
    expect(asked).toEqual(wanted);
  });

  it('asks on the explainer the few questions that tell most', () => {
    const asked = withClass(elementsOn('index.html').get(id)!, 'unknowns').flatMap((box) => withTag(box, 'li'));
    const telling = (card?.unknowns ?? []).filter((unknown) => unknown.telling);
    expect(asked.map(wordsOf)).toEqual(telling.map(({ question }) => plain(fillTokens(ledger, question))));
  });
});

it('each claim has its verdict, its reason and its sources', () => {
  const entries = elementsOn(CLAIMS_PAGE);
  const faults = [...ledger.claims.values()].flatMap((claim) => {
    const row = entries.get(claim.id);
    const judgement = row && withTag(row, 'td')[0];
    return [
      ...unequal('verdict', wordsOf(judgement && withTag(judgement, 'b')[0]), claim.verdict),
      ...missing(judgement, [claim.verdict_reason]),
      ...missing(row, [claim.claim, claim.attributed_to, claim.evidence_since]),
      ...claim.source_ids.flatMap((id) => sourceFaults(id, row)),
    ].map((fault) => `${claim.id}: ${fault}`);
  });
  expect(faults).toEqual([]);
});

it('each event stands on the timeline with date and sources, and says if it is weakly sourced', () => {
  const entries = elementsById(pages.timeline);
  const faults = [...ledger.events.values()].flatMap((event) => {
    const entry = entries.get(`event-${event.id}`);
    const saysWeak = wordsOf(entry).includes('Weakly sourced');
    return [
      ...missing(entry, [event.event, formatDate(event.date)]),
      ...(saysWeak === (event.confidence === 'low')
        ? []
        : [saysWeak ? 'says it is weakly sourced, and is not' : 'does not say it is weakly sourced']),
      ...event.source_ids.flatMap((id) => sourceFaults(id, entry)),
    ].map((fault) => `${event.id}: ${fault}`);
  });
  expect(faults).toEqual([]);
});

it('each place shown has its date, its captor, the last thing known of it, and its sources', () => {
  const shown = prose.flatMap((file) =>
    elementsOfProse(file.mdx.body)
      .filter(({ name }) => name === 'Places')
      .flatMap((element) => attributeIds(element, 'ids'))
      .map((id) => ({ id, page: prosePage(file) })),
  );
  expect(shown.length).toBeGreaterThan(0);
  const faults = shown.flatMap(({ id, page }) => {
    const place = ledger.places.get(id)!;
    const row = elementsOn(page).get(`place-${place.slug}`);
    const latest = wordsOf(row && withTag(row, 'td')[2]);
    return [
      ...(startsWith(latest, STATUS_LABELS[place.status_latest], /^(?:$|; |, (?:[\dA-Z]|between \d))/)
        ? []
        : [`"${latest}" does not say "${STATUS_LABELS[place.status_latest]}"`]),
      ...(place.status_changed_on && !latest.includes(formatDateShort(place.status_changed_on))
        ? [`"${latest}" lacks ${place.status_changed_on}`]
        : []),
      ...(place.trade_resumed_on && !latest.endsWith(`; trade resumed ${formatDateShort(place.trade_resumed_on)}`)
        ? [`"${latest}" lacks trade of ${place.trade_resumed_on}`]
        : []),
      ...missing(row, [place.name, place.captor, place.captured_on ? formatDateShort(place.captured_on) : 'not found']),
      ...[...place.source_ids, ...place.status_source_ids].flatMap((source) => sourceFaults(source, row)),
    ].map((fault) => `${id}: ${fault}`);
  });
  expect(faults).toEqual([]);
});

/** What a note lacks of one of its numbers. */
function numberFaults(id: string, note: HtmlElement | undefined): string[] {
  const row = ledger.observations.get(id);
  const derivation = ledger.derivations.get(id);
  const number = row
    ? formatQualified(row.value, row.qualifier)
    : derivation
      ? formatQualified(derive(ledger, derivation).value, derivation.qualifier)
      : 'no such number';
  const unit = resolveNumber(ledger, id).unit.split(' of ')[0] ?? '';
  const about = row
    ? [row.claimant, row.as_of ? formatDateShort(row.as_of) : '']
    : [`our calculation: ${derivation && derive(ledger, derivation).formula}`];
  // One number may stand in a note twice, counted by two; the line wanted is the one that fits in all respects.
  const lines = note
    ? withTag(note, 'p').filter((line) =>
        withTag(line, 'b').some((bold) =>
          wordsOf(bold)
            .split(' · ')
            .includes(plain(`${number} ${unit}`)),
        ),
      )
    : [];
  if (lines.length === 0) return [`no line says "${number} ${unit}"`];
  const own = lines.filter((line) => missing(line, about).length === 0);
  if (own.length === 0) return missing(lines[0], about);
  return [
    ...(row?.source_ids ?? []).filter((source) => own.every((line) => sourceFaults(source, line).length > 0)),
    ...(row?.confidence === 'low' && !own.every((line) => wordsOf(line).includes('(weak'))
      ? ['does not say that it is weak']
      : []),
  ];
}

/** Every source the ledger ties to what a note holds. The sources of a term stand with it in the glossary. */
function sourcesOf(note: Note): string[] {
  return [
    ...new Set([...note.numbers, ...note.cites].flatMap((id) => findCited(ledger, id)?.sourceIds ?? [`no row ${id}`])),
  ];
}

/** What is wrong with a row of a figure's table. */
function rowFaults(id: string, element: HtmlElement | undefined): string[] {
  const row = ledger.observations.get(id);
  if (!row || !element) return ['is not there'];
  const [value, about] = withTag(element, 'td');
  return [
    ...unequal('date', wordsOf(withTag(element, 'th')[0]), dateWords(row)),
    ...unequal(
      'value',
      wordsOf(value),
      [formatQualifier(row.qualifier), formatDigits(row.value)].filter(Boolean).join(' '),
    ),
    ...(startsWith(wordsOf(about), plain(`${row.claimant}; ${row.scope}`), /^[.;]/)
      ? []
      : [`"${wordsOf(about)}" does not begin with who counted and where`]),
    ...row.source_ids.flatMap((source) => sourceFaults(source, about)),
  ];
}

/** What is wrong with a row of a figure's table of places. */
function placeFaults(id: string, element: HtmlElement | undefined): string[] {
  const place = ledger.places.get(id);
  if (!place || !element) return ['is not there'];
  const [name] = withTag(element, 'th');
  const about = withTag(element, 'td')[1];
  return [
    ...missing(element, [
      place.captured_on ? formatDateShort(place.captured_on) : 'day not found',
      place.note === null ? '' : spellOutRows(ledger, place.note),
    ]),
    ...unequal('name', wordsOf(name), plain(place.name)),
    ...(startsWith(
      wordsOf(about),
      plain(`${place.captor}${place.confidence === 'medium' ? ` (${LESS_FIRM})` : ''}; ${formatLatestState(place)}`),
      /^[.;]/,
    )
      ? []
      : [`"${wordsOf(about)}" does not begin with who took it and what followed`]),
    ...[...place.source_ids, ...place.status_source_ids].flatMap((source) => sourceFaults(source, about)),
  ];
}
