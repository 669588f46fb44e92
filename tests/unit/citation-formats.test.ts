import { describe, expect, it } from 'vitest';
import { bibtex, chatMessage, cslJson, ris } from '../../src/site/citations/formats.ts';
import { MAX_CHAT_TEXT } from '../../src/data/share-texts.ts';
import { type Edition, editionOf, footnote } from '../../src/site/citations/edition.ts';
import type { CitablePage } from '../../src/site/citable-pages.ts';
import { smallLedger } from './kit/ledger.ts';

const SITE = 'https://explainer.example/';

const edition: Edition = editionOf(smallLedger(), SITE);
const withoutAddress: Edition = { ...edition, siteUrl: null };
const published: Edition = { ...edition, site: { ...edition.site, publisher: 'A newsroom & friends' } };

const figure: CitablePage = {
  kind: 'figure',
  id: 'positions-lost',
  title: 'Counts reach 600, but what they count changes',
  finding: 'The alliance said that it had taken 125 positions.',
  caveat: 'None was verified.',
  chat: 'The alliance claimed 125 positions; none was verified.',
  shared: 'Myanmar, 2023: counts reach 600, but what they count changes',
  address: 'figures/positions-lost.html',
  card: 'cards/positions-lost.png',
  cardWords: 'Dots for each count (figure 2). Beside it: Counts reach 600.',
  asOf: '2024-01-16',
  number: 2,
};
const section: CitablePage = {
  ...figure,
  kind: 'section',
  id: 'china',
  title: 'China’s part',
  caveat: null,
  address: 's/china.html',
  asOf: '2026-06-10',
  number: 7,
};
const explainer: CitablePage = {
  ...section,
  kind: 'explainer',
  id: 'explainer',
  title: 'Operation 1027: an explainer',
  address: 'index.html',
  number: null,
};

describe('an edition', () => {
  it('runs from the first edition to the newest change', () => {
    const ledger = smallLedger();
    const first = [...ledger.changes.values()][0]!;
    ledger.changes = new Map([
      ['change-later', { ...first, id: 'change-later', date: '2027-01-02', kind: 'update' as const }],
      [first.id, first],
    ]);
    expect(editionOf(ledger, undefined)).toMatchObject({
      published: '2026-11-23',
      modified: '2027-01-02',
      siteUrl: null,
    });
  });
});

describe('a footnote', () => {
  it('names author, title, whole, version, day of the data and address', () => {
    expect(footnote(figure, edition)).toBe(
      'Contributors to Operation 1027: an explainer, “Figure 2: Counts reach 600, but what they count changes”, in: “Operation 1027: an explainer”, version 1.0.0 of 23 November 2026, data to 16 January 2024, https://explainer.example/figures/positions-lost.html.',
    );
    expect(footnote(section, published)).toBe(
      'A newsroom & friends, “China’s part”, in: “Operation 1027: an explainer”, version 1.0.0 of 23 November 2026, sources to 10 June 2026, https://explainer.example/s/china.html.',
    );
    expect(footnote(explainer, edition)).toBe(
      'Contributors to Operation 1027: an explainer, “Operation 1027: an explainer”, version 1.0.0 of 23 November 2026, sources to 10 June 2026, https://explainer.example/.',
    );
  });

  it('ends without an address where the site has none', () => {
    expect(footnote(explainer, withoutAddress)).toMatch(
      /version 1\.0\.0 of 23 November 2026, sources to 10 June 2026\.$/,
    );
  });
});

describe('a message for a chat', () => {
  it('has the editor’s words, the day of the data and the address', () => {
    expect(chatMessage(figure, edition)).toBe(
      'The alliance claimed 125 positions; none was verified. Data to 16 January 2024. https://explainer.example/figures/positions-lost.html',
    );
    expect(chatMessage(figure, withoutAddress)).toBe(
      'The alliance claimed 125 positions; none was verified. Data to 16 January 2024.',
    );
  });

  it('holds the longest words, the longest day and an address of eighty letters', () => {
    const siteUrl = `https://${'x'.repeat(80 - 'https:///s/china.html'.length)}/`;
    const message = chatMessage(
      { ...section, chat: 'x'.repeat(MAX_CHAT_TEXT), asOf: '2026-09-30' },
      { ...edition, siteUrl },
    );
    expect(message).toHaveLength(280);
    expect(message).toContain('x Sources to 30 September 2026. https');
  });

  it('states no finding where an address leaves no room for it, and never part of one', () => {
    const far = { ...edition, siteUrl: `https://explainer.example/${'far/'.repeat(35)}` };
    expect(chatMessage({ ...figure, chat: 'x'.repeat(MAX_CHAT_TEXT) }, far)).toBe(
      `Figure 2 in “Operation 1027: an explainer”. Data to 16 January 2024. ${far.siteUrl}figures/positions-lost.html`,
    );
    expect(chatMessage({ ...explainer, chat: 'x'.repeat(MAX_CHAT_TEXT) }, far)).toBe(
      `“Operation 1027: an explainer”. Sources to 10 June 2026. ${far.siteUrl}`,
    );
  });
});

describe('a BibTeX entry', () => {
  it('keeps what TeX would take for a command as plain signs', () => {
    const odd = bibtex({ ...section, title: String.raw`50% of $1 & #2_{x} ~ ^ \end` }, published);
    expect(odd).toContain(
      String.raw`title = {{50\% of \$1 \& \#2\_\{x\} \textasciitilde{} \textasciicircum{} \textbackslash{}end}},`,
    );
    expect(odd).toContain(String.raw`author = {{A newsroom \& friends}},`);
  });

  it('has year, month, whole, version and address in the fields that classic styles print', () => {
    const entry = bibtex(section, { ...edition, siteUrl: 'https://a_b.example/' });
    for (const field of [
      'year = {2026}',
      'month = nov',
      'note = {In: “Operation 1027: an explainer”, version 1.0.0, sources to 10 June 2026}',
      String.raw`howpublished = {https://a\_b.example/s/china.html}`,
    ])
      expect(entry).toContain(`  ${field},\n`);
  });

  it('leaves the address as it is, or out', () => {
    expect(bibtex(section, { ...edition, siteUrl: 'https://a_b.example/' })).toContain(
      'url = {https://a_b.example/s/china.html},',
    );
    expect(bibtex(section, withoutAddress)).not.toMatch(/url/);
  });
});

describe('a RIS record', () => {
  it('has lines of tag and value that end as the format asks', () => {
    const lines = ris(figure, edition).split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines.slice(0, -1).every((line) => /^[A-Z][A-Z0-9] {2}- [^\r\n]*$/.test(line))).toBe(true);
    expect(lines[0]).toBe('TY  - ELEC');
    expect(lines.at(-2)).toBe('ER  - ');
  });
});

describe('a CSL record', () => {
  it('leaves out what is not known', () => {
    const [item] = JSON.parse(cslJson(explainer, withoutAddress)) as Record<string, unknown>[];
    expect(Object.keys(item!)).toEqual(['id', 'type', 'title', 'author', 'issued', 'version', 'note', 'language']);
  });
});
