import { describe, expect, it } from 'vitest';
import { LEAST } from '../../src/charts/bars.ts';
import type { DatedPlace } from '../../src/charts/place-table.ts';
import type { ChartModel, Mark } from '../../src/charts/types.ts';
import { neededPeriod } from '../../src/charts/periods.ts';
import { formatDateShort } from '../../src/ledger/format.ts';
import { latestWords } from '../../src/ledger/status.ts';
import { firstDay, lastDay } from '../../src/schemas/dates.ts';
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

describe.each(modelsOf('crossings').map((model) => [model.frame.name, model] as const))('crossings at %s', (_, model) => {
  const x = scaleOf(model);
  const boxesOf = (row: string, kind: Mark['kind'], tone: Mark['tone'] = 'alliance') => model.marks.filter((mark) => mark.row === row && mark.kind === kind && mark.tone === tone).flatMap(({ boxes }) => boxes);
  const words = (id: string) => model.labels.find((label) => label.id === id)!.lines.join(' ');

  it('marks each loss on its day, and light the days on which sources differ', () => {
    for (const { id, captured_on, captured_not_before: from, captured_not_after: to } of gates) {
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
    for (const { id, held_seen_on: seen, captured_not_after: to, captured_on, status_latest: status, status_changed_on: changed } of gates) {
      const last = status === 'held-or-joint' ? firstDay(changed!) : seen ? firstDay(seen) : (to ?? captured_on);
      for (const { x1 } of boxesOf(id, 'bar')) expect(x1, id).toBeLessThanOrEqual(x(last) + 1.6);
      expect(boxesOf(id, 'bar-open')[0]!.x1, id).toBeCloseTo(x(ledger.site.dataDate), 1);
    }
    expect(boxesOf('BX06', 'bar')).toEqual([]);
    expect(words('BX06')).toMatch(/in part only/);
    expect(words('name-BX06')).toMatch(/reported taken.*in part$/);
  });

  it('shows where trade came back, by the date of the row, over the days it can mean, and says so in words', () => {
    const found = model.marks.filter(({ kind, tone, row }) => kind === 'filled' && tone === 'china' && row).map(({ row }) => row);
    expect(found).toEqual(['BX01', 'BX02', 'BX03']);
    for (const id of found) {
      const day = gate(id!).status_changed_on!;
      const [dot] = boxesOf(id!, 'filled', 'china');
      expect((dot!.x0 + dot!.x1) / 2, id).toBeCloseTo((x(firstDay(day)) + x(lastDay(day))) / 2, 1);
      expect(words(id!), id).toContain(formatDateShort(day));
      expect(boxesOf(id!, 'whisker', 'china'), id).toHaveLength(day.length === 7 ? 1 : 0);
      const [dashes] = boxesOf(id!, 'gap', 'china');
      expect([dashes!.x0, dashes!.x1].map(Math.round), id).toEqual([x(gate(id!).captured_on), x(firstDay(day))].map(Math.round));
    }
  });

  it('calls the later date of the gate held jointly that of joint control, not of trade', () => {
    expect(gate('BX04').status_latest).toBe('held-or-joint');
    expect(words('BX04')).toContain('held jointly, Nov 2024');
    expect(words('BX04')).toContain('Jan 2026');
    expect(words('BX04')).not.toMatch(/trade/);
    expect(latestWords(gate('BX04'))).toMatch(/joint control reported Nov 2024$/);
    expect(latestWords(gate('BX01'))).toMatch(/trade resumed 11 Mar 2024$/);
  });

  it('numbers the four within one bracket, and nothing else', () => {
    expect(gates.filter(({ id }) => /^\d /.test(words(`name-${id}`))).map(({ id }) => id)).toEqual(['BX01', 'BX02', 'BX03', 'BX04']);
    const bracket = model.marks.filter(({ kind }) => kind === 'bracket');
    expect(bracket).toHaveLength(1);
    const [, top, bottom] = /^M5 ([\d.]+)H1V([\d.]+)/.exec(bracket[0]!.d)!.map(Number) as [number, number, number];
    const inside = model.placed.filter(({ y }) => y > top && y < bottom).map(({ row }) => row);
    expect(inside).toEqual(['BX01', 'BX02', 'BX03', 'BX04']);
    expect(words('head-four')).toMatch(/by AP’s and the alliance’s count.*our reading/);
  });

  it('shades the weeks in which China kept crossings shut, lighter where one source begins later', () => {
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
});

describe('what crossings rests on', () => {
  it('is what the ledger says of the weeks that China shut crossings', () => {
    expect(ledger.statements.get('n-pressure-2024')!.statement).toMatch(/from about the end of June 2024 \(one outlet also says July\)/);
    expect(ledger.events.get('t066')!.note).toMatch(/closed crossings to alliance areas since mid-2024/);
    expect(ledger.events.get('t068')!.note).toMatch(/reopened crossings to MNDAA areas on 20 January/);
    expect(shut).toMatchObject({ from: '2024-06-30', surely: '2024-07-31', to: '2025-01-20', told_by: ['n-pressure-2024', 't066', 't068'] });
  });

  it('is every crossing on the Chinese border; the Indian one is in the table only', () => {
    const all = [...ledger.places.values()].filter(({ kind }) => kind === 'border-crossing').map(({ id }) => id);
    expect([...drawnRows(card), 'BX07'].sort()).toEqual(all.sort());
    expect(card.places_listed.flatMap(({ rows }) => rows)).toEqual(['BX07']);
  });

  it('stops without the words or the days of the weeks that China shut crossings', () => {
    expect(() => modelFrom('crossings', (changed) => (changed.annotations = changed.annotations.filter(({ at }) => at !== 'shut')))).toThrow(/none at "shut"/);
    expect(() => modelFrom('crossings', (changed) => (changed.periods = []))).toThrow(/none of the id "shut"/);
  });
});
