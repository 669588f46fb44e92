import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/check-content.ts';
import { fillTokens } from '../../src/data/numbers.ts';
import { proseNotes } from '../../src/data/notes.ts';
import { change, problemsAfter, smallLedger } from './kit/ledger.ts';
import { projectWith, writeProject } from './kit/project.ts';
import { observation } from './kit/rows.ts';
import { problemsIn } from './kit/problems.ts';

describe('the newest row of a series', () => {
  it('is told with its hedge and its day, and a newer row changes both', () => {
    const ledger = smallLedger();
    const words = '{latest:total:nationwide:ocha} at {latest:total|date}, {latest:total|month}; {latest:total|bare}';
    expect(fillTokens(ledger, words)).toBe('2,625,000 at 1 January 2024, January 2024; 2,625,000');
    const newer = observation('B99', { series: 'total', as_of: '2024-06-30', value: 3_000_000, qualifier: 'about' });
    ledger.observations.set('B99', { ...newer, file: 'content/data/displacement.csv', line: 9 });
    expect(fillTokens(ledger, words)).toBe('About 3 million at 30 June 2024, June 2024; 3 million');
  });

  it('is none of low confidence', () => {
    const ledger = smallLedger();
    change(ledger.observations, 'B25', { confidence: 'low' });
    expect(fillTokens(ledger, 'It was {latest:total}.')).toBe('It was 1,976,400.');
  });

  it.each([
    ['{latest:totals}', 'found the series "totals"; expected one of since-1027, total, '],
    ['{latest:total:shan}', 'found the scope "shan"; expected a scope_id of total: nationwide'],
    ['{latest:total:nationwide:isp}', 'found the claimant "isp"; expected a claimant_id of total: '],
    ['{latest:positions}', 'found "latest:positions", of several scopes; expected one of '],
    ['{A21|day}', 'found "{A21|day}"; expected a reference such as {A21} or {A21|bare}'],
    ['{d-idp-rise|date}', 'found "{d-idp-rise|date}", of a computed number; expected a row with a date'],
  ])('named as %s is refused', (reference, fault) => {
    const found = problemsAfter((l) => change(l.keyNumbers, 'displaced', { caveat: `In all ${reference} people.` }));
    expect(found).toEqual([expect.stringContaining(fault)]);
  });

  it('is refused where one day has two numbers', () => {
    const found = problemsAfter((l) => {
      change(l.observations, 'B17', { as_of: '2024-01-01' });
      change(l.keyNumbers, 'displaced', { number: 'latest:total' });
    });
    expect(found).toEqual([
      expect.stringContaining('"number": found "latest:total", of one day B17: 1976400 and B25: 2625000'),
    ]);
  });

  it('stands in titles, subtitles and chat lines of figures', () => {
    const found = problemsAfter((l) =>
      change(l.figures, 'positions-lost', { subtitle: 'Positions lost to {latest:positions:alliance:isp|month}' }),
    );
    expect(found).toEqual([]);
  });

  it('stands in prose, with its note, and is refused there with file and line', () => {
    const body = (series: string) => `In all <Latest series="${series}" /> people. Data to <DataDate form="month" />.`;
    const root = projectWith(body('total'), 'civilians');
    checkContent(root);
    expect(proseNotes(root).find(({ section }) => section === 'civilians')?.notes[0]?.numbers).toEqual([
      'latest:total',
    ]);
    expect(problemsIn(projectWith(body('totals'), 'civilians'))).toEqual([
      expect.stringMatching(
        /06-civilians\.mdx:8 "Latest series": found the series "totals"; expected one of since-1027/,
      ),
    ]);
  });
});

describe('the dates at which the record ends', () => {
  it('are those of the newest source used and of the newest event of high confidence', () => {
    const { site } = checkContent(writeProject()).ledger;
    expect([site.dataDate, site.latestEvent]).toEqual(['2025-04-22', '2023-10']);
  });

  it('are told in words', () => {
    expect(fillTokens(smallLedger(), 'To {dataDate}; {dataDate|month}; {latestEvent}')).toBe(
      'To 22 April 2025; April 2025; October 2023',
    );
  });
});
