import { describe, expect, it } from 'vitest';
import { LEAST, type Mark } from '../../../src/charts/index.ts';
import type { DatedPlace } from '../../../src/figures/shared/drawn-places.ts';
import type { ChartModel } from '../../../src/figures/shared/model.ts';
import { neededPeriod } from '../../../src/figures/shared/filled-card.ts';
import { formatDateShort } from '../../../src/data/format.ts';
import { formatLatestState } from '../../../src/data/places.ts';
import { firstDay, lastDay } from '../../../src/data/schemas/dates.ts';
import { cardOf, drawnRows, ledger, modelFrom, modelsOf } from './kit.ts';

const card = cardOf('crossings');
const shut = neededPeriod(card, 'shut');
const gates = drawnRows(card).map((id) => ledger.places.get(id) as DatedPlace);
const gate = (id: string) => gates.find((one) => one.id === id)!;

/** Days in pixels, from two ticks of the time axis. */
function scaleOf({ axes }: ChartModel): (day: string) => number {
  const at = (year: number) => axes[0]!.labels.find(({ id }) => id === `x-${year}`)!.x;
  const perDay = (at(2026) - at(2025)) / 365;
  return (day) => at(2025) + perDay * ((Date.parse(day) - Date.parse('2025-01-01')) / 86_400_000);
}

describe.each(modelsOf('crossings').map((model) => [model.frame.name, model] as const))(
  'crossings at %s',
  (_, model) => {
    const x = scaleOf(model);
    const boxesOf = (row: string, kind: Mark['kind'], tone: Mark['tone'] = 'alliance') =>
      model.marks
        .filter((mark) => mark.row === row && mark.kind === kind && mark.tone === tone)
        .flatMap(({ boxes }) => boxes);
    const words = (id: string) => model.labels.find((label) => label.id === id)!.lines.join(' ');

    it('marks each loss on its day, and faint the days on which sources differ', () => {
      for (const { id, captured_on, captured_not_before: from, captured_not_after: to } of gates.filter(
        ({ status_latest }) => status_latest !== 'contested',
      )) {
        expect(model.placed.find(({ row }) => row === id)!.x, id).toBeCloseTo(x(captured_on), 1);
        const unsure = boxesOf(id, 'bar-unsure').filter(({ x0 }) => x0 < x('2024-01-01'));
        expect(unsure, id).toHaveLength(from ? 1 : 0);
        if (from && to) {
          expect(unsure[0]!.x0, id).toBeCloseTo(x(from), 0);
          expect(unsure[0]!.x1, id).toBeCloseTo(Math.max(x(to), x(from) + LEAST), 0);
        }
        expect(words(`name-${id}`), id).toContain(formatDateShort(captured_on));
      }
    });

    it('draws nothing solid after the last sighting, and nothing solid of what was never wholly taken', () => {
      for (const {
        id,
        held_seen_on: seen,
        captured_not_after: to,
        captured_on,
        status_latest: status,
        status_changed_on: changed,
      } of gates) {
        const last = status === 'held-or-joint' ? firstDay(changed!) : seen ? firstDay(seen) : (to ?? captured_on);
        for (const { x1 } of boxesOf(id, 'bar')) expect(x1, id).toBeLessThanOrEqual(x(last) + 1.6);
        const end = x(ledger.site.dataDate);
        if (status === 'contested') expect(boxesOf(id, 'bar-unsure')[0]!.x1, id).toBeCloseTo(end, 1);
        else expect(boxesOf(id, 'fade')[0]!.x1, id).toBeLessThanOrEqual(end + 0.1);
      }
      expect(boxesOf('BX06', 'bar')).toEqual([]);
      expect(boxesOf('BX06', 'fade')).toEqual([]);
      expect(gate('BX06').status_latest).toBe('contested');
      expect(words('BX06')).toMatch(/^contested: control in part only/);
      expect(words('name-BX06')).toContain(formatDateShort(gate('BX06').captured_on));
      expect(words('name-BX06')).toMatch(/reported taken.*in part$/);
    });

    it('shows where trade came back, by the date of the row, over the days it can mean, and says so in words', () => {
      const found = model.marks
        .filter(({ kind, tone, row }) => kind === 'filled' && tone === 'china' && row)
        .map(({ row }) => row);
      expect(found).toEqual(['BX01', 'BX01', 'BX02', 'BX03', 'BX03']);
      for (const id of new Set(found)) {
        const day = gate(id!).trade_resumed_on!;
        const [dot] = boxesOf(id!, 'filled', 'china');
        expect((dot!.x0 + dot!.x1) / 2, id).toBeCloseTo((x(firstDay(day)) + x(lastDay(day))) / 2, 1);
        expect(words(id!), id).toContain(formatDateShort(day));
        const [dashes, ...others] = boxesOf(id!, 'gap', 'china');
        expect(others).toEqual([]);
        const until = firstDay(day) < shut.from ? firstDay(day) : shut.from;
        expect([dashes!.x0, dashes!.x1].map(Math.round), id).toEqual(
          [x(gate(id!).captured_on), x(until)].map(Math.round),
        );
      }
      for (const id of ['BX04', 'BX05']) expect(words(id)).toContain('no day of trade found');
    });

    it('marks a second report of trade only where the note of the row tells of one', () => {
      for (const [id, note] of [
        ['BX01', /claimed in January 2026/],
        ['BX03', /partly reopened again by China November 2024/],
      ] as const) {
        expect(gate(id).note).toMatch(note);
        const days = neededPeriod(card, `${id}-again`);
        const dot = boxesOf(id, 'filled', 'china')[1]!;
        expect((dot.x0 + dot.x1) / 2, id).toBeCloseTo((x(days.from) + x(days.to)) / 2, 1);
      }
      expect(words('BX01-again')).toMatch(/again, Jan 2026$/);
    });

    it('draws trade as a line from its return to the closure, and after the reopening only up to a report', () => {
      const lines = (id: string) => boxesOf(id, 'line', 'china').map(({ x0, x1 }) => [x0, x1].map(Math.round));
      const resumed = Math.round(x('2024-03-11'));
      expect(lines('BX01')).toEqual([
        [resumed, Math.round(x(shut.from))],
        [Math.round(x(shut.to)), Math.round(x('2026-01-01'))],
      ]);
      expect(lines('BX03')).toEqual([[resumed, Math.round(x(shut.from))]]);
      for (const id of ['BX02', 'BX04', 'BX05', 'BX06']) expect(lines(id), id).toEqual([]);
      const through = ['line', 'gap']
        .flatMap((kind) => gates.flatMap(({ id }) => boxesOf(id, kind as Mark['kind'], 'china')))
        .filter(({ x0, x1 }) => x1 > x(shut.from) + 1 && x0 < x(shut.to) - 1);
      expect(through).toEqual([]);
    });

    it('says on which days the town beside Pang Hseng gate was admitted lost, as its row does', () => {
      expect(gate('BX03').note).toMatch(/admitted losing the town on 1–2 November/);
      expect(words('name-BX03')).toContain('19 Nov 2023 (town 1–2 Nov)');
    });

    it('calls the later date of the gate held jointly that of joint control, not of trade', () => {
      expect(gate('BX04')).toMatchObject({
        status_latest: 'held-or-joint',
        status_changed_on: '2024-11',
        trade_resumed_on: null,
      });
      expect(words('BX04')).toContain('held jointly, Nov 2024');
      expect(words('BX04')).toContain('Jan 2026');
      expect(words('BX04').replace('no day of trade found', '')).not.toMatch(/trade/);
      expect(formatLatestState(gate('BX04'))).toMatch(/joint control reported Nov 2024$/);
      expect(formatLatestState(gate('BX01'))).toMatch(/trade resumed 11 Mar 2024$/);
    });

    it('numbers the four within one bracket, and nothing else', () => {
      expect(gates.filter(({ id }) => /^\d /.test(words(`name-${id}`))).map(({ id }) => id)).toEqual([
        'BX01',
        'BX02',
        'BX03',
        'BX04',
      ]);
      const bracket = model.marks.filter(({ kind }) => kind === 'bracket');
      expect(bracket).toHaveLength(1);
      const [, top, bottom] = /^M5 ([\d.]+)H1V([\d.]+)/.exec(bracket[0]!.d)!.map(Number) as [number, number, number];
      const inside = model.placed.filter(({ y }) => y > top && y < bottom).map(({ row }) => row);
      expect(inside).toEqual(['BX01', 'BX02', 'BX03', 'BX04']);
      expect(words('head-four')).toMatch(/by the MNDAA’s spokesman and the alliance.*our reading/);
    });

    it('shades the weeks in which China kept crossings shut, fainter where one source begins later', () => {
      const strip = model.marks.filter(({ kind, tone, row }) => kind.startsWith('bar') && tone === 'china' && !row);
      expect(strip.map(({ kind, boxes }) => [kind, ...[boxes[0]!.x0, boxes[0]!.x1].map(Math.round)])).toEqual([
        ['bar-unsure', Math.round(x(shut.from)), Math.round(x(shut.surely!))],
        ['bar', Math.round(x(shut.surely!)), Math.round(x(shut.to))],
      ]);
      const shade = model.marks.find(({ kind }) => kind === 'area')!;
      const bottom = Number(/V([\d.]+)/.exec(shade.d)![1]);
      expect(bottom).toBeGreaterThan(model.placed.find(({ row }) => row === 'BX05')!.y);
      expect(bottom).toBeLessThan(model.placed.find(({ row }) => row === 'BX06')!.y);
    });
  },
);

describe('what crossings rests on', () => {
  it('is what the ledger says of the weeks that China shut crossings', () => {
    expect(ledger.statements.get('n-pressure-2024')!.statement).toMatch(
      /from about the end of June 2024 \(one outlet also says July\)/,
    );
    expect(ledger.events.get('t066')!.note).toMatch(
      /closed crossings to alliance areas since about the end of June, or July, 2024/,
    );
    expect(ledger.events.get('t068')!.note).toMatch(/reopened crossings to MNDAA areas on 20 January/);
    expect(shut).toMatchObject({
      from: '2024-06-30',
      surely: '2024-07-31',
      to: '2025-01-20',
      told_by: ['n-pressure-2024', 't066', 't068'],
    });
  });

  it('is every crossing on the Chinese border; the Indian one is in the table only', () => {
    const all = [...ledger.places.values()].filter(({ kind }) => kind === 'border-crossing').map(({ id }) => id);
    expect([...drawnRows(card), 'BX07'].sort()).toEqual(all.sort());
    expect(card.places_listed.flatMap(({ rows }) => rows)).toEqual(['BX07', 'TN08', 'TN57']);
    expect(card.notes.join(' ')).toMatch(
      /Namhkam, to the TNLA by 19 December 2023 .* Lwegel, to the KIA and allies by 9 May 2024/,
    );
    expect(ledger.places.get('TN08')).toMatchObject({ kind: 'town', captor: 'TNLA', captured_on: '2023-12-19' });
    expect(ledger.places.get('TN57')).toMatchObject({
      kind: 'town',
      captor: 'KIA and allies',
      captured_not_after: '2024-05-09',
    });
  });

  it('stops without the words or the days of the weeks that China shut crossings', () => {
    expect(() =>
      modelFrom(
        'crossings',
        (changed) => (changed.annotations = changed.annotations.filter(({ at }) => at !== 'shut')),
      ),
    ).toThrow(/none at "shut"/);
    expect(() => modelFrom('crossings', (changed) => (changed.periods = []))).toThrow(/none of the id "shut"/);
  });
});
