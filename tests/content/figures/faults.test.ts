import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/data/ledger.ts';
import type { FigureCard } from '../../../src/data/schemas/figure.ts';
import { checkFigures, figureProblems } from '../../../src/figures/check-figures.ts';
import { cardOf, FIGURE_IDS, ledger, rowWhere } from './kit.ts';

/** What is found wrong with the project's own ledger after a change to one card, and to one row of it. */
function problemsAfter(id: string, change: (card: FigureCard) => void, rows: Record<string, object> = {}): string[] {
  const card = structuredClone(ledger.figures.get(id) as FigureCard);
  change(card);
  return figureProblems(withRows({ ...ledger, figures: new Map([...ledger.figures, [id, card]]) }, rows), id).map(
    ({ file, field, found, expected }) => `${file} ${field}: ${found}; ${expected}`,
  );
}

function withRows(base: Ledger, rows: Record<string, object>): Ledger {
  const changed = Object.entries(rows).map(
    ([id, fields]) => [id, { ...(base.observations.get(id) as object), ...fields }] as const,
  );
  return { ...base, observations: new Map([...base.observations, ...(changed as [])]) };
}

const nothing = () => {};

describe('a figure as it is published', () => {
  it.each(FIGURE_IDS)('%s has nothing wrong with it', (id) => expect(figureProblems(ledger, id)).toEqual([]));
});

describe('a figure is refused, and its card named,', () => {
  it('if a row is missing', () => {
    expect(problemsAfter('displaced-total', (card) => card.lines[0]!.rows.push('B99'))).toEqual([
      expect.stringMatching(
        /^content\/figures\/displaced-total\.yaml lines\.0\.rows\.\d+: "B99"; the id of a published number/,
      ),
    ]);
  });

  it.each(['dots', 'table_only'] as const)('if a row of low confidence stands under %s', (list) => {
    const weak = rowWhere((row) => row.confidence === 'low');
    expect(problemsAfter('displaced-since-1027', (card) => card[list][0]!.rows.push(weak.id))).toEqual([
      expect.stringMatching(new RegExp(`${list}\\.0\\.rows\\.\\d+: "${weak.id}" of low confidence`)),
    ]);
  });

  it.each([
    ['displaced-since-1027', 'narrow'],
    ['displaced-since-1027', 'wide'],
    ['displaced-total', 'rise'],
    ['displaced-total', 'began'],
    ['positions-lost', 'warning'],
  ])('if %s has no annotation as %s', (id, name) => {
    expect(problemsAfter(id, (card) => (card.annotations = card.annotations.filter(({ as }) => as !== name)))).toEqual([
      expect.stringContaining(`annotations: none as "${name}"; one as "${name}"`),
    ]);
  });

  it.each([
    ['lines', 'total'],
    ['bands', 'since-coup'],
  ] as const)('if the series of its %s is renamed', (list, id) => {
    expect(
      problemsAfter('displaced-total', (card) => (card[list].find((one) => one.id === id)!.id = 'renamed'))[0],
    ).toContain(`${list}: no series "${id}"`);
  });

  it.each([
    ['displaced-since-1027', 'A09', 'no row "A09"'],
    ['displaced-total', 'B17', 'no row "B17"'],
    ['sources-disagree', 'B025', 'no row "B025"'],
  ])('if %s does not draw %s', (id, row, found) => {
    const problems = problemsAfter(id, (card) => {
      card.lines.forEach((one) => (one.gaps = one.gaps.filter((gap) => !gap.includes(row))));
      for (const one of [...card.lines, ...card.dots]) one.rows = one.rows.filter((other) => other !== row);
    });
    expect(problems).toEqual([expect.stringContaining(found)]);
  });

  it('if rows of a line can be of the same days', () => {
    expect(problemsAfter('displaced-total', nothing, { B25: { as_of: '2023-10' } })).toEqual([
      expect.stringMatching(
        /lines\.0\.rows: "B25" \(Oct 2023\) beside "B17" \(2 Oct 2023\); rows of days that cannot be the same/,
      ),
    ]);
  });

  it('if a row has no date', () => {
    expect(
      problemsAfter('displaced-total', nothing, { B26: { as_of: null, not_before: null, not_after: null } }),
    ).toEqual([expect.stringContaining('"B26" without a date')]);
  });

  it('if its words name a number that is not there', () => {
    expect(problemsAfter('displaced-total', (card) => (card.notes[0] = 'About {B99} people.'))).toEqual([
      expect.stringContaining('notes.0: "{B99}"'),
    ]);
  });

  it('if a day lies beyond its axis', () => {
    expect(problemsAfter('positions-lost', nothing, { B045: { as_of: '2023-10-20' } })).toEqual([
      expect.stringContaining('"B045" outside the picture'),
    ]);
  });

  it('if an annotation points at what the picture does not show', () => {
    const elsewhere = cardOf('positions-lost').dots[0]!.rows[0]!;
    expect(
      problemsAfter('displaced-total', (card) =>
        card.annotations.push({ at: elsewhere, text: 'some words', kind: 'remark' }),
      ),
    ).toEqual([
      expect.stringMatching(new RegExp(`annotations\\.\\d+\\.at: "${elsewhere}", which the picture has no place for`)),
    ]);
  });

  it('if labels meet', () => {
    expect(
      problemsAfter(
        'displaced-total',
        (card) =>
          (card.annotations.find(({ at }) => at === 'B02')!.text = 'Displaced before the coup, counted twice. '.repeat(
            9,
          )),
      ).join(),
    ).toMatch(/ over .* in the column picture/);
  });

  it('if a label is cut off', () => {
    const long = 'counts of other groups alone, and of nothing else at all, whoever made them and wherever that was';
    const change = (card: FigureCard) =>
      Object.assign(
        card.annotations.find(({ at }) => at === 'B038')!,
        { text: long, label: { room: 900 } },
      );
    expect(problemsAfter('positions-lost', change).join()).toMatch(
      /annotations\.\d+: .* cut off at the edge of the phone picture; fewer words there \(an annotation can have "short"/,
    );
  });

  it('if it has no model, or its model no card', () => {
    const card = { ...structuredClone(ledger.figures.get('displaced-total') as FigureCard), id: 'new-figure' };
    const figures = new Map([['new-figure', card]]);
    expect(checkFigures({ ...ledger, figures }).map(({ file, found }) => [file, found])).toEqual([
      ['content/figures/new-figure.yaml', '"new-figure"'],
      ...FIGURE_IDS.map((id) => [`content/figures/${id}.yaml`, 'no such file']),
    ]);
  });
});

describe('a value ten times too big', () => {
  it.each([
    ['displaced-since-1027', 'A21'],
    ['displaced-total', 'B35'],
    ['positions-lost', 'B044'],
    ['sources-disagree', 'B025'],
  ])('is drawn inside %s', (id, row) => {
    const value = ledger.observations.get(row)!.value * 10;
    expect(problemsAfter(id, nothing, { [row]: { value } }).filter((problem) => problem.includes('outside'))).toEqual(
      [],
    );
  });
});
