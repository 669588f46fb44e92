import { describe, expect, it } from 'vitest';
import { numberSources } from '../../src/components/web/number-sources.ts';
import { smallLedger } from './kit/ledger.ts';
import { source } from './kit/rows.ts';

const ledger = smallLedger();
const rows = [
  source('b-2', { publisher: 'Beta', published: '2023-11-02' }),
  source('b-1', { publisher: 'Beta', published: '2023-11-01' }),
  source('b-none', { publisher: 'Beta', published: null }),
  source('c-1', { publisher: 'Gamma', published: '2023-11-05' }),
  source('c-2', { publisher: 'Gamma', published: '2023-11-05' }),
  source('a', { publisher: 'Alpha', published: null }),
];
for (const row of rows) ledger.sources.set(row.id, { ...row, line: 1 } as never);

const link = (id: string, words: string) => `<a href="sources.html#source-${id}">${words}</a>`;
const number = (html: string) => numberSources(html, ledger).html;

describe('the sources that a part of a page links to', () => {
  it('are listed once each, by publisher and date', () => {
    const html = [
      link('c-1', 'Gamma'),
      link('b-2', 'Beta'),
      link('a', 'Alpha'),
      link('b-1', 'Beta'),
      link('b-2', 'Beta'),
    ].join(' ');
    expect(numberSources(html, ledger).sources.map(({ id }) => id)).toEqual(['a', 'b-1', 'b-2', 'c-1']);
  });

  it('are numbered in the order of the list', () => {
    const html = `<p>${link('b-2', 'Beta')}, ${link('b-none', 'Beta')}</p>`;
    expect(number(html)).toBe(
      '<p><a href="sources.html#source-b-2" data-no=2>Beta</a>, <a href="sources.html#source-b-none" data-no=1>Beta</a></p>',
    );
  });

  it('have no number where the words of the link lead to them', () => {
    const both = link('b-1', 'Beta');
    expect(number(link('a', 'Alpha') + both)).toBe(link('a', 'Alpha') + both);
    const dated = link('b-2', '<span class="visually-hidden">Beta</span> 2 Nov 2023');
    expect(number(link('b-1', 'Beta, 1 Nov 2023') + dated)).toBe(link('b-1', 'Beta, 1 Nov 2023') + dated);
  });

  it('have a number where another has the same publisher and day', () => {
    expect(number(link('c-1', 'Gamma, 5 Nov 2023') + link('c-2', 'Gamma, 5 Nov 2023')).match(/data-no=\d/g)).toEqual([
      'data-no=1',
      'data-no=2',
    ]);
  });

  it('have a number where the words name another day that ends alike', () => {
    expect(number(link('b-1', 'Beta, 11 Nov 2023') + link('b-2', 'Beta')).match(/data-no=\d/g)).toEqual([
      'data-no=1',
      'data-no=2',
    ]);
  });

  it('are found whatever else their links bear', () => {
    const linked = '<a class="x" href="sources.html#source-b-2" rel="a">Beta</a>';
    expect(numberSources(linked + link('b-1', 'Beta'), ledger).sources.map(({ id }) => id)).toEqual(['b-1', 'b-2']);
    expect(number(linked + link('b-1', 'Beta'))).toContain('href="sources.html#source-b-2" rel="a" data-no=2>Beta');
  });

  it('leave a part without any as it is', () => {
    expect(numberSources('<p>No <a href="places.html">source</a>.</p>', ledger)).toEqual({
      html: '<p>No <a href="places.html">source</a>.</p>',
      sources: [],
    });
  });
});

it('a link to a source that is not there stops the build', () => {
  expect(() => number(link('nowhere', 'Nobody'))).toThrow('source "nowhere", which is not in content/sources.csv');
});
