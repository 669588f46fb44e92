import { describe, expect, it } from 'vitest';
import { explainerRowIds, figureRowIds } from '../../src/data/figure-rows.ts';
import { LESS_FIRM } from '../../src/figures/shared/drawn-places.ts';
import { fillCard } from '../../src/figures/shared/filled-card.ts';
import { dateWords } from '../../src/figures/shared/series.ts';
import { fillTokens } from '../../src/data/numbers.ts';
import { formatDateShort, formatDigits, formatQualifier } from '../../src/data/format.ts';
import { figureAddress } from '../../src/site/addresses.ts';
import { spellOutRows } from '../../src/data/row-references.ts';
import { formatLatestState } from '../../src/data/places.ts';
import type { HtmlElement } from '../../src/build/html-tree.ts';
import { parseBuilt } from './kit/dist.ts';
import { ledger, missing, plain, sourceFaults, startsWith, unequal } from './kit/faults.ts';
import { elementsById, withTag, wordsOf } from './kit/words.ts';

const front = elementsById(parseBuilt('index.html'));
const elementsOn = (page: string) => elementsById(parseBuilt(page));

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
