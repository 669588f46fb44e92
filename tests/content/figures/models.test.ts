import { describe, expect, it } from 'vitest';
import { tableRows } from '../../../src/figures/shared/figure-tables.ts';
import { fillTokens } from '../../../src/data/numbers.ts';
import { STATUS_LABELS } from '../../../src/data/places.ts';
import { formatCount, formatDigits, formatQualifier } from '../../../src/data/format.ts';
import {
  cardOf,
  drawnRows,
  FIGURE_IDS,
  ledger,
  modelFrom,
  modelsOf,
  NUMBER_FIGURES,
  numberRows,
  PLACE_FIGURES,
  placeRows,
  rowWhere,
  shownRows,
} from './kit.ts';

describe.each(FIGURE_IDS)('%s', (id) => {
  const card = cardOf(id);
  const models = modelsOf(id);
  const [model] = models as [(typeof models)[number]];
  const rows = model.table.groups.flatMap((group): { id: string; rowId: string; isDoubtful: boolean }[] => group.rows);

  it('has every row of its card in the table, once', () => {
    expect(rows.map((row) => row.rowId).sort()).toEqual(shownRows(card).sort());
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  });

  it('draws every row of its lines and dots inside the plot, at every width, but for those that it only counts', () => {
    const counted = tableRows(model.table).filter(({ drawn }) => drawn === 'in the count of its region');
    const single = drawnRows(card).filter((row) => !counted.some(({ rowId }) => rowId === row));
    for (const { frame, placed } of models) {
      expect(placed.map((place) => place.row).sort()).toEqual(single.sort());
      for (const { x, y } of placed) {
        expect(x).toBeGreaterThanOrEqual(frame.left);
        expect(x).toBeLessThanOrEqual(frame.right);
        expect(y).toBeGreaterThanOrEqual(frame.top - 0.01);
        expect(y).toBeLessThanOrEqual(frame.bottom);
      }
    }
  });

  it('shows no row of low confidence, and says how many it leaves out', () => {
    for (const row of drawnRows(card))
      expect((ledger.observations.get(row) ?? ledger.places.get(row))?.confidence).not.toBe('low');
    for (const left of card.left_out)
      expect((ledger.observations.get(left) ?? ledger.places.get(left))?.confidence).toBe('low');
    const count = ['', 'One', 'Two', 'Three', 'Four', 'Five'][card.left_out.length];
    if (count) expect(model.notes.join(' ')).toMatch(new RegExp(`${count} low-confidence counts? .*left out`));
  });

  it('says the same words at every width, with all numbers filled in', () => {
    expect(model.title).toBe(fillTokens(ledger, card.title));
    for (const other of models)
      expect({ ...other, frame: 0, axes: 0, marks: 0, labels: 0, placed: 0, underlay: 0 }).toEqual({
        ...model,
        frame: 0,
        axes: 0,
        marks: 0,
        labels: 0,
        placed: 0,
        underlay: 0,
      });
    for (const text of [
      model.title,
      model.summary,
      model.alt,
      ...model.notes,
      ...model.labels.flatMap((label) => label.lines),
    ])
      expect(text).not.toMatch(/[{}]|undefined|NaN/);
  });

  it('fills numbers into title, finding and notes, and leaves the card as it is', () => {
    const raw = cardOf(id);
    const [untouched, row] = [structuredClone(raw), rowWhere(({ confidence }) => confidence === 'high')];
    const changed = modelFrom(id, (one) => {
      one.title += ` {${row.id}|bare}`;
      one.summary += ` {${row.id}|bare}`;
      one.notes.push(`{${row.id}|bare}`);
      one.picture_notes.push(`{${row.id}|bare}`);
    });
    for (const text of [changed.title, changed.summary, changed.notes[raw.notes.length], changed.notes.at(-1)])
      expect(text!.endsWith(formatCount(row.value))).toBe(true);
    expect(raw).toEqual(untouched);
  });
});

describe.each(NUMBER_FIGURES)('%s, a figure of numbers,', (id) => {
  const rows = numberRows(modelsOf(id)[0]!);

  it('gives every number with the hedge, the counter, the date and a source of its row', () => {
    for (const row of rows) {
      const fact = ledger.observations.get(row.rowId);
      expect(row.number).toBe([formatQualifier(fact!.qualifier), formatDigits(fact!.value)].filter(Boolean).join(' '));
      expect(row.claimant).toBe(fact!.claimant);
      expect(row.raw.as_of).toBe(fact!.as_of ?? '');
      expect(row.sources.map((source) => source.id)).toEqual(fact!.source_ids);
      expect(row.date).not.toBe('');
    }
  });

  it('has no row of low confidence in its table either', () => {
    for (const row of rows) expect(row.raw.confidence).not.toBe('low');
  });

  it('refuses a row of low confidence', () => {
    const weak = [...ledger.observations.values()].find((row) => row.confidence === 'low' && row.as_of);
    expect(() =>
      modelFrom(id, (changed) =>
        changed.dots.push({ id: 'weak', label: 'weak', tone: 'neutral', shape: 'dot', rows: [weak!.id] }),
      ),
    ).toThrow(/low confidence/);
  });
});

if (PLACE_FIGURES.length > 0)
  describe.each(PLACE_FIGURES)('%s, a figure of places,', (id) => {
    const rows = placeRows(modelsOf(id)[0]!);

    it('gives every place with its date, its captor, the last thing known and the sources of its row', () => {
      for (const row of rows) {
        const fact = ledger.places.get(row.rowId)!;
        expect([row.name, row.captor, row.raw.captured_on]).toEqual([fact.name, fact.captor, fact.captured_on]);
        expect(row.latest.startsWith(STATUS_LABELS[fact.status_latest])).toBe(true);
        expect(row.sources.map((source) => source.id)).toEqual([
          ...new Set([...fact.source_ids, ...fact.status_source_ids]),
        ]);
        expect(row.date).not.toBe('');
      }
    });

    it('refuses a place of low confidence', () => {
      const weak = [...ledger.places.values()].find((place) => place.confidence === 'low');
      expect(() =>
        modelFrom(id, (changed) => changed.places.push({ id: 'weak', label: 'weak', rows: [weak!.id] })),
      ).toThrow(/low confidence/);
    });

    it('refuses a place without a date of capture', () => {
      const undated = [...ledger.places.values()].find((place) => place.captured_on === null)!;
      expect(() =>
        modelFrom(id, (changed) => changed.places.push({ id: 'undated', label: 'undated', rows: [undated.id] })),
      ).toThrow();
    });
  });

describe('lines', () => {
  it('refuses a line with two scopes', () => {
    expect(() => modelFrom('displaced-since-1027', (card) => card.lines[0]!.rows.push('A09'))).toThrow(
      /scopes northern-shan, nationwide/,
    );
  });

  it('refuses a line with two claimants where one is asked for', () => {
    const mixed = { id: 'mixed', label: 'mixed', tone: 'ink', gaps: [] as [string, string][] } as const;
    expect(() =>
      modelFrom('displaced-since-1027', (card) => card.lines.push({ ...mixed, rows: ['A11', 'A17'] })),
    ).toThrow(/one claimant on one line/);
  });

  it('draws the same line in whatever order its card names the rows', () => {
    const asWritten = modelFrom('displaced-since-1027', () => {});
    expect(modelFrom('displaced-since-1027', (card) => card.lines.forEach(({ rows }) => rows.reverse()))).toEqual(
      asWritten,
    );
  });

  it('refuses an id that no row has', () => {
    expect(() => modelFrom('displaced-total', (card) => card.lines[0]!.rows.push('B99'))).toThrow(/"B99"/);
  });
});
