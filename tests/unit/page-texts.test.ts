import { expect, it } from 'vitest';
import { readPage } from '../../src/build/page.ts';
import { pageTexts } from '../../src/build/texts/page-texts.ts';
import { smallLedger } from './kit/ledger.ts';

const SITE = 'https://explainer.example/of/';

/** Writes the text of a page with this in its main part. */
function textWith(body: string, { file = 'index.html', hasSite = true } = {}): string {
  const html = `<!doctype html><html><body><main><h1>Title</h1>${body}</main></body></html>`;
  const texts = pageTexts(new Map([[file, readPage(file, html)]]), {
    ledger: smallLedger(),
    sections: [{ id: 'china', title: 'China’s part' }],
    siteUrl: hasSite ? SITE : undefined,
  });
  return [...texts.values()][0] ?? '';
}

it('says under its title where it comes from and how old it is, and at its end what is to be had besides', () => {
  const whole = textWith('<p>Words.</p>');
  expect(whole).toMatch(
    /^# Title\n\nText of https:\/\/explainer\.example\/of\/\. Data to [^\n]+; version [^\n]+\.\n\nWords\.\n\n---\n/,
  );
  expect(whole).toContain('- China’s part: https://explainer.example/of/s/china.txt\n');
  const section = textWith('', { file: 's/china.html' });
  expect(section).toContain('Text of https://explainer.example/of/s/china.html.');
  expect(section).toContain('The whole explainer: https://explainer.example/of/explainer.txt\n');
});

it('leaves out what leads around the site, is hidden, is for programs or waits for other files', () => {
  const left = [
    '<nav>Contents</nav>',
    '<p hidden>https://typed.example</p>',
    '<p data-mdast="ignore">Copy as</p>',
    '<p data-late="if:briefings">PDF</p>',
    '<script>run()</script>',
    '<svg aria-hidden="true"><text>27</text></svg>',
    '<button>Show</button>',
    '<h2>A heading</h2><a href="#a">#</a>',
  ];
  expect(textWith(left.join(''))).toMatch(/\.\n\n## A heading\n\n---\n/);
});

it('has the notes as footnotes, each named by its number in the sentence', () => {
  const text = textWith(
    '<p>More than 300.<sup><a id="r-china-1" href="#n-china-1" role="doc-noteref">1</a></sup></p>' +
      '<ol><li id="n-china-1" value="1"><p><b>more than 300</b> <a href="sources.html#source-a">OCHA, 15 Dec 2023</a></p></li></ol>',
  );
  expect(text).toContain('More than 300.[^1]\n');
  expect(text).toContain(
    '\n[^1]: **more than 300** [OCHA, 15 Dec 2023](https://explainer.example/of/sources.html#source-a)\n',
  );
});

it('says in the whole how many sources a note has besides, and in a section which', () => {
  const notes =
    '<p>It fell.<sup><a href="#n-china-1" role="doc-noteref">1</a></sup></p>' +
    '<ol><li id="n-china-1"><p>AFP</p><details><summary>and 2 more</summary><p>dpa; BBC</p></details></li></ol>';
  expect(textWith(notes)).toContain('\n[^1]: AFP and 2 more\n');
  expect(textWith(notes, { file: 's/china.html' })).toContain('\n[^1]: AFP\n\n    dpa; BBC\n');
});

it('has the text alternative of a picture once, with the address of the picture as a file where there is one', () => {
  const drawing = '<svg role="img" aria-label="Two maps"><g aria-hidden="true"><text>No words</text></g></svg>';
  const [figure] = smallLedger().figures.keys();
  const text = textWith(
    `<figure id="${figure}">${drawing}${drawing}</figure><div role="img" aria-label="Two maps"><svg></svg></div>`,
  );
  expect(text.match(/Two maps/g)).toHaveLength(2);
  expect(text).toContain(`![Two maps](https://explainer.example/of/figures/${figure}.png)`);
  expect(text).toContain('_Picture: Two maps_');
  expect(text).not.toContain('No words');
});

it('opens what is folded, with the caption of a table in the place of the words to tap on', () => {
  const table =
    '<table><caption>Counts</caption><tr><th>As of</th><th>Number</th></tr><tr><td>1 Nov</td><td>nearly 70</td></tr></table>';
  expect(textWith(`<details><summary>Show it</summary>${table}</details>`, { file: 's/china.html' })).toContain(
    '\n\n**Counts**\n\n| As of | Number |\n| - | - |\n| 1 Nov | nearly 70 |\n',
  );
  expect(textWith('<details><summary>And 8 more</summary><p>AFP</p></details>')).toContain('\n\nAnd 8 more\n\nAFP\n');
});

it('parts what styles set on lines of their own in a cell', () => {
  const cells = '<tr><th>Claim<span>Who said it</span></th><td><b>confirmed</b><span>since</span></td></tr>';
  expect(textWith(`<table><thead><tr><th>A</th><th>B</th></tr></thead>${cells}</table>`)).toContain(
    '\n| Claim Who said it | **confirmed** since |\n',
  );
});

it('has the folded tables of the whole at its end, out of the way of whoever hears it', () => {
  const table = '<table><caption>Counts</caption><tr><th>Number</th></tr><tr><td>nearly 70</td></tr></table>';
  const fold = `<details><summary>Show it</summary><p>It rose.</p>${table}<p>A claim.</p></details>`;
  expect(textWith(`${fold}<p>Then it fell.</p>`)).toMatch(
    /It rose\.\n\n_In the tables at the end: Counts_\n\nThen it fell\.\n\n## Tables of the figures\n\n### Counts\n\n\| Number \|\n[^A-Z]+\n\nA claim\.\n/,
  );
});

it('gives whole addresses where the site has one, and else addresses beside the text; a term needs none', () => {
  const links =
    '<p>See <a href="#china">China</a>, <a href="places.html#a">a place</a>, <a href="glossary.html#term-a">a term</a>.</p>';
  expect(textWith(links)).toContain(
    'See [China](https://explainer.example/of/#china), [a place](https://explainer.example/of/places.html#a), a term.',
  );
  expect(textWith(links, { file: 's/china.html', hasSite: false })).toContain(
    'See [China](../index.html#china), [a place](../places.html#a), a term.',
  );
});

it('writes addresses, hedges and dashes as they stand, with no sign of escape', () => {
  const words = 'about 3.6 million – www.irrawaddy.com/a-b.html, https://dvb.no/?p=1 (5 per cent)';
  expect(textWith(`<p>${words}</p>`)).toContain(words);
});
