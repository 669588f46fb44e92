import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/data/ledger.ts';
import { change, problemsAfter } from './kit/ledger.ts';

const figure = (ledger: Ledger) => ledger.figures.get('positions-lost')!;

describe('cards of figures', () => {
  const cases: [string, (ledger: Ledger) => void, string][] = [
    [
      'a section that does not exist',
      (l) => (figure(l).section = 'weather'),
      '"section": found "weather"; expected one of glance, what, who, campaign, losses, civilians, china, turning-point, after, method, the sections in content/sections',
    ],
    [
      'a row that does not exist',
      (l) => (figure(l).lines[0]!.rows = ['B005', 'B999']),
      '"lines.0.rows.1": found "B999"; expected the id of a row in content/data/positions.csv',
    ],
    [
      'a row of another dataset on a line',
      (l) => (figure(l).lines[0]!.rows = ['B005', 'A21']),
      '"lines.0.rows.1": found "A21", which is in another dataset; expected the id of a row in content/data/positions.csv',
    ],
    [
      'a weak row on a line',
      (l) => change(l.observations, 'B007', { confidence: 'low' }),
      '"lines.0.rows.1": found "B007" of low confidence; expected a row of high or medium confidence',
    ],
    [
      'two scopes on a line',
      (l) => change(l.observations, 'B007', { scope_id: 'rakhine' }),
      '"lines.0.rows": found rows of scope_id "northern-shan" and "rakhine"; expected one scope_id on one line',
    ],
    [
      'two claimants on a line of one',
      (l) => change(l.observations, 'B007', { claimant_id: 'irrawaddy' }),
      '"lines.0.rows": found rows of claimant_id "alliance" and "irrawaddy"; expected one claimant_id on one line',
    ],
    [
      'two series on a line',
      (l) => change(l.observations, 'B007', { series: 'bases' }),
      '"lines.0.rows": found rows of series "positions" and "bases"; expected one series on one line',
    ],
    [
      'a period that ends before the last day drawn',
      (l) => (figure(l).subtitle = 'Positions, October 2023 – 3 November 2023'),
      '"subtitle": found "3 November 2023"; expected 21 November 2023, the last day that is drawn, a reference to it such as {latest:…|month}, or the newer row under rows',
    ],
    [
      'a row without a date on a line',
      (l) => change(l.observations, 'B007', { as_of: null }),
      '"lines.0.rows.1": found "B007" without a date; expected a row with a date',
    ],
    [
      'a gap between strangers',
      (l) => (figure(l).lines[0]!.gaps = [['B007', 'B005']]),
      '"lines.0.gaps.0": found "B007" and "B005"; expected two neighbouring rows of the line',
    ],
    [
      'a dot that does not exist',
      (l) => (figure(l).dots[0]!.rows = ['B999']),
      '"dots.0.rows.0": found "B999"; expected the id of a row in content/data/positions.csv or content/data/facts.csv',
    ],
    [
      'a weak dot',
      (l) => (figure(l).dots[0]!.rows = ['B023']),
      '"dots.0.rows.0": found "B023" of low confidence; expected a row of high or medium confidence',
    ],
    [
      'a note at nothing',
      (l) => (figure(l).annotations[0]!.at = '2023-02-30'),
      '"annotations.0.at": found "2023-02-30"; expected a row, series or period that the figure draws, a computed number, or an ISO date',
    ],
    [
      'a note at a row that is not drawn',
      (l) => (figure(l).annotations[0]!.at = 'B023'),
      '"annotations.0.at": found "B023"; expected a row, series or period that the figure draws, a computed number, or an ISO date',
    ],
    [
      'a period that ends before it begins',
      (l) => (figure(l).periods = [{ id: 'shut', from: '2024-06-30', to: '2024-06-29', told_by: ['B007'] }]),
      '"periods.0.to": found 2024-06-29; expected a day after 2024-06-30',
    ],
    [
      'a period that is sure before it begins',
      (l) =>
        (figure(l).periods = [
          { id: 'shut', from: '2024-06-30', surely: '2024-06-01', to: '2025-01-20', told_by: ['B007'] },
        ]),
      '"periods.0.surely": found 2024-06-01; expected a day after 2024-06-30',
    ],
    [
      'a period of which nothing tells',
      (l) => (figure(l).periods = [{ id: 'shut', from: '2024-06-30', to: '2025-01-20', told_by: ['t999'] }]),
      '"periods.0.told_by.0": found "t999"; expected the id of a row, an event or a statement',
    ],
    [
      'a dot of another dataset',
      (l) => (figure(l).dots[0]!.rows = ['A21']),
      '"dots.0.rows.0": found "A21", which is in another dataset; expected the id of a row in content/data/positions.csv or content/data/facts.csv',
    ],
    [
      'a place in the table',
      (l) => (figure(l).table_only[0]!.rows = ['TN14']),
      '"table_only.0.rows.0": found "TN14"; expected the id of a row in content/data/positions.csv or content/data/facts.csv',
    ],
    [
      'a place left out',
      (l) => (figure(l).left_out = ['TN14']),
      '"left_out.0": found "TN14"; expected the id of a row in content/data',
    ],
    [
      'a picture of the first screen that draws no places',
      (l) => (figure(l).lead = true),
      '"lead": found true; expected a figure that draws places',
    ],
    [
      'places beside numbers',
      (l) => (figure(l).places = [{ id: 'towns', label: 'Towns', rows: ['TN14'] }]),
      '"places": found places beside lines, bands, dots or table_only; expected one kind of row, each with a figure of its own',
    ],
    [
      'a place nobody knows',
      (l) => (figure(l).places_listed = [{ label: 'Towns', rows: ['TN99'] }]),
      '"places_listed.0.rows.0": found "TN99"; expected the id of a row in content/data/places.csv',
    ],
    [
      'a row drawn twice',
      (l) => (figure(l).dots[0]!.rows = ['B017', 'B007']),
      '"dots.0.rows.1": found "B007" again; expected each row once (first at lines.0.rows.1)',
    ],
    [
      'a row both drawn and left out',
      (l) => (figure(l).left_out = ['B017']),
      '"left_out.0": found "B017" again; expected each row once (first at dots.0.rows.0)',
    ],
    [
      'a reference in a label',
      (l) => (figure(l).lines[0]!.label = 'The alliance, {B007}'),
      '"lines.0.label": found "The alliance, {B007}"; expected words without references',
    ],
    [
      'a reference in the key',
      (l) =>
        (figure(l).key = [{ shape: 'dot', open: false, whisker: false, half: false, tone: 'ink', text: '{B007}' }]),
      '"key.0.text": found "{B007}"; expected words without references',
    ],
    [
      'a title that names no number',
      (l) => (figure(l).title = 'Claims of lost positions climb past {B999}'),
      '"title": found "{B999}"; expected the id of a number in content/data or content/derived.yaml',
    ],
    [
      'a title that rests on a weak number',
      (l) => (figure(l).title = 'Claims of lost positions climb past {A14}'),
      '"title": found "{A14}" of low confidence; expected a number of high or medium confidence',
    ],
    [
      'a dataset that does not exist',
      (l) => (figure(l).dataset = 'weather'),
      '"dataset": found "weather"; expected the name of a dataset in content/data',
    ],
  ];
  it.each(cases)('refuse %s', (_, breakIt, expected) => {
    expect(problemsAfter(breakIt)[0]).toBe(`content/figures/positions-lost.yaml ${expected}`);
  });

  describe('with a band', () => {
    const withBand = (rows: string[], breakIt: (ledger: Ledger) => void = () => {}) =>
      problemsAfter((l) => {
        Object.assign(l.figures.get('positions-lost')!, {
          dots: [],
          annotations: [],
          bands: [{ id: 'part', label: 'A part of each', tone: 'alliance', rows }],
        });
        breakIt(l);
      });

    it('may divide the total of a day', () => {
      expect(withBand(['B017'], (l) => change(l.observations, 'B017', { as_of: '2023-11-05', value: 125 }))).toEqual(
        [],
      );
    });

    it('are refused if a part is larger than the total of its day', () => {
      expect(withBand(['B017'], (l) => change(l.observations, 'B017', { as_of: '2023-11-05', value: 126 }))).toEqual([
        'content/figures/positions-lost.yaml "bands.0.rows.0": found "B017" (126); expected 125 at most, the total of 2023-11-05 ("B007")',
      ]);
    });

    it('are refused if its rows are of two kinds', () => {
      const problems = withBand(
        ['B017', 'B023'],
        (l) => (change(l.observations, 'B023', { confidence: 'high' }), (figure(l).table_only = [])),
      );
      expect(problems).toEqual([
        'content/figures/positions-lost.yaml "bands.0.rows": found rows of scope_id "alliance" and "northern-shan"; expected one scope_id on one band',
        'content/figures/positions-lost.yaml "bands.0.rows": found rows of claimant_id "isp" and "alliance"; expected one claimant_id on one band',
      ]);
    });

    it('are refused if a row is weak', () => {
      expect(withBand(['B023'])[0]).toBe(
        'content/figures/positions-lost.yaml "bands.0.rows.0": found "B023" of low confidence; expected a row of high or medium confidence',
      );
    });
  });

  it('refuse a line of two claimants', () => {
    expect(problemsAfter((l) => change(l.observations, 'B007', { claimant_id: 'irrawaddy' }))).toEqual([
      'content/figures/positions-lost.yaml "lines.0.rows": found rows of claimant_id "alliance" and "irrawaddy"; expected one claimant_id on one line',
    ]);
  });

  it('have numbers of their own', () => {
    expect(problemsAfter((l) => l.figures.set('copy', { ...figure(l), id: 'copy' }))).toEqual([
      'content/figures/copy.yaml "number": found 1 again; expected a number of its own (positions-lost has it)',
    ]);
  });

  it('have one picture of the first screen', () => {
    const lead = (l: Ledger, id: string) => ({ ...figure(l), id, number: id.length, lead: true });
    expect(
      problemsAfter((l) => {
        l.figures.set('one', lead(l, 'one'));
        l.figures.set('third', lead(l, 'third'));
      }),
    ).toContain('content/figures/third.yaml "lead": found true; expected one figure alone (one is it)');
  });
});
