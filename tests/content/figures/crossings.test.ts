import { describe, expect, it } from 'vitest';
import { renderSvg, type Mark } from '../../../src/charts/index.ts';
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

    it('marks each loss on its day, and names it', () => {
      for (const { id, captured_on } of gates) {
        expect(model.placed.find(({ row }) => row === id)!.x, id).toBeCloseTo(x(captured_on), 1);
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
        const known = seen ? lastDay(seen) : (to ?? captured_on);
        const fades = boxesOf(id, 'fade');
        expect(fades, id).toHaveLength(1);
        expect(fades[0]!.x1, id).toBeLessThanOrEqual(x(known) + 41);
      }
      expect(boxesOf('BX06', 'bar')).toEqual([]);
      expect(gate('BX06').status_latest).toBe('contested');
      expect(words('BX06')).toBe('claimed only in part by the alliance itself');
      expect(words('name-BX06')).toMatch(/in part$/);
    });

    it('shows where trade came back, by the date of the row, in the middle of the days it can mean, and says so in words', () => {
      const found = model.marks
        .filter(({ kind, tone, row }) => kind === 'filled' && tone === 'china' && row)
        .map(({ row }) => row);
      expect(found).toEqual(['BX01', 'BX01', 'BX02', 'BX03', 'BX03']);
      for (const id of new Set(found)) {
        const day = gate(id!).trade_resumed_on!;
        const [dot] = boxesOf(id!, 'filled', 'china');
        expect((dot!.x0 + dot!.x1) / 2, id).toBeCloseTo((x(firstDay(day)) + x(lastDay(day))) / 2, 1);
        expect(words(id!), id).toContain(formatDateShort(day));
      }
      expect(card.notes.join(' ')).toContain('No day of trade was found for Kyin San Kyawt and Yan Lon Kyaing');
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
      expect(words('BX01')).toMatch(/again in Jan 2026$/);
    });

    it('calls the later date of the gate held jointly that of joint control, not of trade', () => {
      expect(gate('BX04')).toMatchObject({
        status_latest: 'held-or-joint',
        status_changed_on: '2024-11',
        trade_resumed_on: null,
      });
      expect(words('BX04')).toContain('held jointly, Nov 2024');
      expect(words('BX04')).toContain('Jan 2026');
      expect(words('BX04')).not.toMatch(/trade/);
      expect(formatLatestState(gate('BX04'))).toMatch(/joint control reported Nov 2024$/);
      expect(formatLatestState(gate('BX01'))).toMatch(/trade resumed 11 Mar 2024$/);
    });

    it('numbers the four under their heading, and nothing else', () => {
      expect(gates.filter(({ id }) => /^\d /.test(words(`name-${id}`))).map(({ id }) => id)).toEqual([
        'BX01',
        'BX02',
        'BX03',
        'BX04',
      ]);
      expect(words('head-four')).toMatch(/claimed by the MNDAA’s spokesman and the alliance.*our reading/);
    });

    it('says in its subtitle what bars and dots mean, and beside the marks what is known last', () => {
      expect(model.subtitle).toMatch(/Bar: from loss to last dated sighting; dot: trade reported/);
      const last = gates.map(({ id }) => model.labels.find((label) => label.id === id)!);
      expect(new Set(last.map(({ x, anchor }) => `${x} ${anchor}`)).size).toBe(1);
    });

    it('has each bar nearer to its own words than to the next', () => {
      if (model.frame.name !== 'phone') return;
      const names = model.labels.filter(({ id }) => /^(?:name|head)-/.test(id)).map(({ box }) => box);
      for (const { id } of gates) {
        const own = model.labels.find((label) => label.id === `name-${id}`)!.box;
        const bar = boxesOf(id, 'fade')[0]!;
        const next = Math.min(...names.map(({ y0 }) => y0).filter((y0) => y0 > bar.y1));
        expect(bar.y0, id).toBeGreaterThan(own.y1);
        expect(next - bar.y1, id).toBeGreaterThan(bar.y0 - own.y1 + 4);
      }
    });

    it('shades the weeks in which China kept crossings shut, fainter where one source begins later', () => {
      const shades = model.marks
        .filter(({ kind, tone }) => kind === 'area' && tone === 'china')
        .map(({ d }) => /^M([\d.]+) [\d.]+H([\d.]+)V([\d.]+)/.exec(d)!.slice(1).map(Number));
      const pieces = [
        [shut.from, shut.surely!],
        [shut.surely!, shut.to],
      ] as const;
      for (const [index, [from, to]] of pieces.entries()) {
        expect(shades[index]![0]).toBeCloseTo(x(from), 0);
        expect(shades[index]![1]).toBeCloseTo(x(to), 0);
      }
      // Pieces of like paint would be drawn as one.
      expect(renderSvg(model)).toMatch(/chart__area tone-china"><path [^>]*opacity="0.5"\/><path d="[^"]*"\/>/);
      const over = model.labels.find(({ id }) => id === 'shut')!.box;
      const top = Number(
        /^M[\d.]+ ([\d.]+)/.exec(model.marks.find(({ kind, tone }) => kind === 'area' && tone === 'china')!.d)![1],
      );
      expect(top - over.y1).toBeLessThan(8);
      expect(model.labels.filter(({ box }) => box.y1 > over.y1 && box.y0 < top).map(({ id }) => id)).toEqual([]);
      for (const [, , bottom] of shades) {
        expect(bottom).toBeGreaterThan(model.placed.find(({ row }) => row === 'BX05')!.y);
        expect(bottom).toBeLessThan(model.placed.find(({ row }) => row === 'BX06')!.y);
      }
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
