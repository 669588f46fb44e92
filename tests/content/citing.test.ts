import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { citablePages } from '../../src/figures/all-works.ts';
import { MAX_CHAT_TEXT } from '../../src/data/share-texts.ts';
import { absoluteAddress, citedTitle, editionOf, citedWhole } from '../../src/site/citations/edition.ts';
import { CITATION_FILES, citedForms } from '../../src/site/citations/formats.ts';
import { capitalise, formatDate } from '../../src/data/format.ts';
import type { CitablePage } from '../../src/site/citable-pages.ts';
import { ledger, ROOT } from './kit.ts';

const all = citablePages(ledger, ROOT);
const editions = ['https://explainer.example/', undefined].map((site) => editionOf(ledger, site));
const cases = all.flatMap((work) =>
  editions.map((edition) => ({
    name: `${work.id}${edition.siteUrl === null ? ', without an address' : ''}`,
    work,
    edition,
  })),
);

/** A figure’s data end on a day, a brief is of one; the rest rests on sources up to one. */
const reach = ({ kind }: CitablePage) =>
  kind === 'figure' ? 'data to' : kind === 'day' ? 'as known on' : 'sources to';

it('every section, figure and brief of a day is a work, and the whole is one', () => {
  expect(all.map(({ kind }) => kind)).toEqual([
    'explainer',
    ...Array<string>(10).fill('section'),
    ...Array<string>(ledger.figures.size).fill('figure'),
    ...Array<string>(ledger.briefs.size).fill('day'),
  ]);
});

describe.each(cases)('$name', ({ work, edition }) => {
  const forms = Object.fromEntries(citedForms(work, edition).map(({ id, text }) => [id, text]));
  const url = absoluteAddress(work, edition);

  it.each(Object.entries(CITATION_FILES))(
    'is read from %s by a program for references as the page that it is',
    (ending, { write }) => {
      const items = new Cite(write(work, edition)).data;
      expect(items).toHaveLength(1);
      const [item] = items;
      expect(item?.['title']).toBe(citedTitle(work));
      expect(item?.['type']).toBe('webpage');
      expect(item?.['URL'] ?? null).toBe(url);
      expect(item?.['issued']).toMatchObject({ 'date-parts': [edition.modified.split('-').map(Number)] });
      const [author] = item?.['author'] as Record<string, string>[];
      expect(Object.values(author ?? {})).toContain('Contributors to Operation 1027: an explainer');
      const told = JSON.stringify(item);
      expect(told).toContain(ledger.site.version);
      expect(told.toLowerCase()).toContain(`${reach(work)} ${formatDate(work.asOf)}`.toLowerCase());
      // RIS has one field for the whole and for a series.
      expect(item?.[ending === 'ris' ? 'collection-title' : 'container-title'] ?? null).toBe(citedWhole(work, edition));
      expect(item?.['publisher'] ?? null).toBe(ledger.site.publisher);
    },
  );

  it('fits into a chat with its finding, its caveat, the day of its data and its address', () => {
    expect(work.chat.length).toBeLessThanOrEqual(MAX_CHAT_TEXT);
    expect(forms['chat']!.length).toBeLessThanOrEqual(280);
    expect(forms['chat']).toBe(
      [work.chat, `${capitalise(reach(work))} ${formatDate(work.asOf)}.`, url].filter(Boolean).join(' '),
    );
  });

  it('is printed as a footnote with version, day of the data and address', () => {
    for (const part of [
      `version ${ledger.site.version}`,
      `${reach(work)} ${formatDate(work.asOf)}`,
      citedTitle(work),
      url ?? '',
    ])
      expect(forms['footnote']).toContain(part);
  });
});
