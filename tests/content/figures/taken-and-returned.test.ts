import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../src/charts/index.ts';
import { formatDateShort } from '../../../src/data/format.ts';
import { lastDay } from '../../../src/data/schemas/dates.ts';
import { bareName, captureDay, captureDays, changeDay, isBackWithMilitary } from '../../../src/data/places.ts';
import { sharedTone, sideOf, type DatedPlace } from '../../../src/figures/shared/drawn-places.ts';
import type { ChartModel } from '../../../src/figures/shared/model.ts';
import { cardOf, drawnRows, ledger, modelsOf } from './kit.ts';

const card = cardOf('taken-and-returned');
const towns = drawnRows(card).map((id) => ledger.places.get(id) as DatedPlace);
const returned = towns.filter(isBackWithMilitary);
const toneOf = (place: DatedPlace) => sharedTone({ side: sideOf(ledger, place) });

const daysOf = ({ from, to }: { from: string; to: string }) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Days in pixels, from two ticks of the rows. */
function scaleOf({ axes }: ChartModel): (day: string) => number {
  const at = (year: number) => axes[0]!.labels.find(({ id }) => id === `x-${year}`)!.x;
  // The name of 2026 stands at the edge, off its day.
  const perDay = (at(2025) - at(2024)) / 366;
  return (day) => at(2025) + (perDay * (Date.parse(day) - Date.parse('2025-01-01'))) / 86_400_000;
}

describe.each(modelsOf('taken-and-returned').map((model) => [model.frame.name, model] as const))(
  'taken-and-returned at %s',
  (_, model) => {
    const x = scaleOf(model);
    const marksOf = (row: string, kind: Mark['kind'], tone: string) =>
      model.marks.filter((mark) => mark.row === row && mark.kind === kind && mark.tone === tone);
    const words = (id: string) => model.labels.find((label) => label.id === id)!.lines.join(' ');

    it('has a row for each town that the military has back, in the order of return, and for no other', () => {
      expect([...new Set(model.marks.flatMap(({ row }) => row ?? []))].sort()).toEqual(
        returned.map(({ id }) => id).sort(),
      );
      const days = model.placed.map(({ row }) => changeDay(ledger.places.get(row)!)!);
      expect(days).toEqual([...days].sort());
      const heights = model.placed.map(({ y }) => y);
      expect(heights).toEqual([...heights].sort((a, b) => a - b));
    });

    it('strikes each bar on the day of the return, leads it on to the last month of the data, and no further, in the faint colour of the military, and says how it came back', () => {
      for (const place of returned) {
        const { id, status_latest: status, status_changed_on: day, changed_not_after: until } = place;
        expect(model.placed.find(({ row }) => row === id)!.x, id).toBeCloseTo(x(changeDay(place)!), 0);
        expect(marksOf(id, 'strike', 'military'), id).toHaveLength(1);
        const [since, ...more] = marksOf(id, 'bar-unsure', 'military');
        expect(more, id).toEqual([]);
        expect(since!.boxes[0]!.x0, id).toBeCloseTo(x(changeDay(place)!), 0);
        // Two pixels at least, so that it can be seen.
        const end = Math.max(x(lastDay(model.asOf)), x(changeDay(place)!) + 2);
        expect(since!.boxes[0]!.x1, id).toBeCloseTo(end, 0);
        const how = status === 'retaken' ? 'retaken' : 'handed back';
        expect(`${words(id)} `, id).toContain(
          `${how} ${day ? formatDateShort(day) : `by ${formatDateShort(until!)}`} `,
        );
        expect(
          model.labels.some(({ lines }) => lines[0]?.startsWith(`${bareName(place)}, `)),
          id,
        ).toBe(true);
      }
    });

    it('draws nothing solid before the capture or after the return, in the colour of those who took the town', () => {
      for (const place of returned) {
        const bars = marksOf(place.id, 'bar', toneOf(place)).flatMap(({ boxes }) => boxes);
        expect(bars.length, place.id).toBeGreaterThan(0);
        for (const { x0, x1 } of bars) {
          expect(x0, place.id).toBeGreaterThan(x(captureDay(place)) - 2);
          expect(x1, place.id).toBeLessThan(x(changeDay(place)!) + 1);
        }
      }
    });

    it('leaves the tick of a capture hollow where its row is less firmly sourced, or sources put it weeks apart', () => {
      const hollow = model.marks.filter(({ kind, row }) => kind === 'open' && row).map(({ row }) => row);
      const doubtful = returned.filter(
        (place) =>
          place.captured_on.length === 10 && (place.confidence === 'medium' || daysOf(captureDays(place)) > 21),
      );
      expect(hollow.sort()).toEqual(doubtful.map(({ id }) => id).sort());
      expect(hollow.length).toBeGreaterThan(0);
    });

    it('heads each region with its towns and those that came back, as its rows say', () => {
      for (const { id, label, rows } of card.places) {
        const back = returned.filter((place) => rows.includes(place.id)).length;
        const said = words(`region-${id}`);
        expect(said.startsWith(`${label} ${rows.length} taken, `)).toBe(true);
        const contested = rows.some((row) => ledger.places.get(row)!.status_latest === 'contested');
        expect(said).toContain(back > 0 ? `, ${back} back` : contested ? ', 1 contested' : ', none reported back');
      }
    });

    it('draws an area for the regions of many towns alone, with a line along its top that falls only where towns came back', () => {
      const isDrawn = (id: string) =>
        model.axes.some(({ labels }) => labels.some((one) => one.id.startsWith(`x-${id}-`)));
      for (const { id, rows } of card.places) expect(isDrawn(id), id).toBe(rows.length > 4);
      const areas = model.marks.filter(({ kind, row }) => kind === 'bar-unsure' && row === undefined);
      // That of the key, and those of northern Shan: only there did towns come back.
      expect(areas.filter(({ tone }) => tone === 'military')).toHaveLength(2);
      // No spike: nothing is counted that was over within days.
      for (const { kind, tone, d } of model.marks) {
        if (kind !== 'line' || tone === 'military') continue;
        const heights = [...d.matchAll(/V([\d.]+)/g)].map(([, y]) => Number(y));
        const firstFall = heights.findIndex((y, index) => index > 0 && y > heights[index - 1]!);
        if (firstFall > 0) expect(heights.slice(firstFall)).toEqual(heights.slice(firstFall).sort((a, b) => a - b));
      }
    });

    it('calls faint what is drawn so, in words that hold in the dark too', () => {
      const said = [...model.labels.flatMap(({ lines }) => lines), ...model.notes, model.summary, model.alt].join(' ');
      expect(said).not.toMatch(/\b(light|lighter|pale|paler)\b/i);
      expect(said).toMatch(/faint/i);
    });
  },
);
