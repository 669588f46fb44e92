import { describe, expect, it } from 'vitest';
import { figureRows } from '../../../src/figures/shared/exports.ts';
import type { DatedPlace } from '../../../src/figures/shared/drawn-places.ts';
import type { ChartModel } from '../../../src/figures/shared/model.ts';
import { drawFigure } from '../../../src/figures/index.ts';
import { cardOf, drawnRows, ledger, modelsOf } from './kit.ts';

const card = cardOf('crossings');
const gates = drawnRows(card).map((id) => ledger.places.get(id) as DatedPlace);
const gate = (id: string) => gates.find((one) => one.id === id)!;

describe('the day trade resumed', () => {
  /** The figure from a ledger in which one gate is told otherwise. */
  const drawnWith = (id: string, changes: Partial<DatedPlace>) =>
    drawFigure(
      { ...ledger, places: new Map(ledger.places).set(id, { ...ledger.places.get(id)!, ...changes }) },
      card,
      'column',
    );
  const trade = ({ marks }: ChartModel, id: string) =>
    marks.filter(({ row, tone }) => row === id && tone === 'china').map(({ kind }) => kind);

  it('stands in a column of its own, and no gate but the one held jointly has a day of another change', () => {
    const columns = gates
      .filter(({ status_changed_on, trade_resumed_on }) => status_changed_on ?? trade_resumed_on)
      .map(({ id, status_changed_on, trade_resumed_on }) => [id, status_changed_on, trade_resumed_on]);
    expect(columns).toEqual([
      ['BX01', null, '2024-03-11'],
      ['BX02', null, '2024-11'],
      ['BX03', null, '2024-03-11'],
      ['BX04', '2024-11', null],
    ]);
    const rows = figureRows(modelsOf('crossings')[0]!);
    expect(
      rows
        .filter((row) => row['status_changed_on'] ?? row['trade_resumed_on'])
        .map((row) => [row['id'], row['status_changed_on'], row['trade_resumed_on']]),
    ).toEqual(columns);
  });

  it('is told with whose word it is, and with what passed, in the note of its row', () => {
    expect(gate('BX01').note).toMatch(
      /reopened by the MNDAA on 11 March 2024 \(BNI\) though the road to Lashio was blocked/,
    );
    expect(gate('BX02').note).toMatch(/China let sugarcane and corn exports through from November 2024/);
    expect(gate('BX03').note).toMatch(/reopened 11 March 2024 with Chinshwehaw according to MNDAA spokesman/);
    for (const id of ['BX01', 'BX03']) expect(gate(id).status_source_ids).toContain('bni-chinshwehaw-reopens');
    expect(gate('BX02').status_source_ids).toEqual(['bni-china-ban']);
  });

  it('alone draws trade: a day on which a gate changed hands draws none', () => {
    expect(trade(drawnWith('BX05', { status_changed_on: '2024-03-11' }), 'BX05')).toEqual([]);
    expect(trade(drawnWith('BX05', { trade_resumed_on: '2024-03-11' }), 'BX05')).toEqual(['filled']);
    expect(trade(drawnWith('BX04', { trade_resumed_on: '2024-11' }), 'BX04')).toEqual(['filled']);
  });

  it('counts towards the last day that the figure describes', () => {
    expect(drawnWith('BX02', { trade_resumed_on: '2026-03' }).asOf).toBe('2026-03');
  });
});
