import { describe, expect, it } from 'vitest';
import { sharedTone, sideOf, type DatedPlace, type DrawnPlace } from '../../../src/figures/shared/drawn-places.ts';
import { LEAST, type Mark } from '../../../src/charts/index.ts';
import type { ChartModel } from '../../../src/figures/shared/model.ts';
import { formatDateShort } from '../../../src/data/format.ts';
import { firstDay, lastDay } from '../../../src/data/schemas/dates.ts';
import { cardOf, drawnRows, ledger, modelsOf } from './kit.ts';

const card = cardOf('taken-and-returned');
const towns = drawnRows(card).map((id) => ledger.places.get(id) as DatedPlace);
const end = ledger.site.dataDate;
const drawn = (place: DatedPlace): DrawnPlace => ({ ...place, side: sideOf(ledger, place) });
const toneOf = (place: DatedPlace) => sharedTone(drawn(place));
const isBack = ({ status_latest }: DatedPlace) => ['retaken', 'handed-back'].includes(status_latest);

/** Days in pixels, from the two edges of the shaded year beside which a row stands. */
function scaleOf(model: ChartModel, row: string): (day: string) => number {
  const { x, y } = model.placed.find((one) => one.row === row)!;
  const bands = model.marks
    .filter(({ kind }) => kind === 'area')
    .map(
      ({ d }) =>
        /^M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)/.exec(d)!.slice(1).map(Number) as [number, number, number, number],
    );
  const [x0, , x1] = bands
    .filter(([left, top, , bottom]) => y > top && y < bottom && x > left - 120 && x < left + 120)
    .at(-1)!;
  const at = (day: string) => Date.parse(day);
  return (day) => x0 + ((x1 - x0) * (at(day) - at('2025-01-01'))) / (at('2026-01-01') - at('2025-01-01'));
}

/** Days that a row leaves unsure, from its own fields: at its capture, and at what followed. */
function unsureDays(place: DatedPlace): [string, string][] {
  const { status_latest: status, held_seen_on: seen } = place;
  const capture = [
    firstDay(place.captured_not_before ?? place.captured_on),
    lastDay(place.captured_not_after ?? place.captured_on),
  ] as [string, string];
  const changed = [
    place.changed_not_before ?? place.status_changed_on,
    place.changed_not_after ?? place.status_changed_on,
  ];
  const later: [string, string] | null =
    status === 'contested'
      ? [place.status_changed_on!, end]
      : isBack(place) || status === 'transferred-uwsa'
        ? [firstDay(changed[0]!), lastDay(changed[1]!)]
        : seen
          ? [firstDay(seen) > capture[1] ? firstDay(seen) : capture[1], lastDay(seen)]
          : null;
  return [capture, later].filter((days): days is [string, string] => days !== null && days[0] < days[1]);
}

describe.each(modelsOf('taken-and-returned').map((model) => [model.frame.name, model] as const))(
  'taken-and-returned at %s',
  (_, model) => {
    const marksOf = (row: string, kind?: Mark['kind']) =>
      model.marks.filter((mark) => mark.row === row && (kind === undefined || mark.kind === kind));
    const edges = (marks: Mark[]) => marks.flatMap(({ boxes }) => boxes);
    const regular = towns.filter(({ id, status_latest }) => id !== 'TN45' && status_latest !== 'not-checked');

    it('begins each bar at the first day of its capture, and ends it at what followed, or lets it fade', () => {
      for (const place of regular) {
        const x = scaleOf(model, place.id);
        const bars = edges(marksOf(place.id).filter(({ kind }) => kind.startsWith('bar') || kind === 'fade'));
        const first = firstDay(place.captured_not_before ?? place.captured_on);
        const last =
          isBack(place) || place.status_latest === 'transferred-uwsa'
            ? lastDay(place.changed_not_after ?? place.status_changed_on!)
            : end;
        expect(
          Math.abs(Math.min(...bars.map(({ x0 }) => x0)) - Math.max(x('2023-10-27'), x(first))),
          place.id,
        ).toBeLessThanOrEqual(1.6);
        const past = Math.max(...bars.map(({ x1 }) => x1)) - x(last);
        expect(past, place.id).toBeLessThanOrEqual(LEAST);
        if (marksOf(place.id, 'fade').length === 0) expect(past, place.id).toBeGreaterThanOrEqual(-LEAST);
      }
    });

    it('draws nothing solid after the last sighting', () => {
      for (const place of towns) {
        const { status_latest: status, held_seen_on: seen } = place;
        const sure = lastDay(place.captured_not_after ?? place.captured_on);
        const followed = place.changed_not_before ?? place.status_changed_on;
        const last =
          isBack(place) || ['contested', 'transferred-uwsa'].includes(status)
            ? firstDay(followed!)
            : seen && firstDay(seen) > sure
              ? firstDay(seen)
              : sure;
        for (const { x1 } of edges(marksOf(place.id, 'bar')))
          expect(x1, place.id).toBeLessThanOrEqual(scaleOf(model, place.id)(last) + 1.6);
      }
    });

    it('draws days as unsure exactly where the row gives a range or a coarse date', () => {
      for (const place of regular) {
        const x = scaleOf(model, place.id);
        const found = edges(marksOf(place.id, 'bar-unsure'));
        const wanted = unsureDays(place);
        expect(found, place.id).toHaveLength(wanted.length);
        wanted.forEach(([from, to], index) => {
          const x0 = Math.max(x('2023-10-27'), x(from));
          expect(found[index]!.x0, place.id).toBeCloseTo(x0, 0);
          expect(found[index]!.x1, place.id).toBeCloseTo(Math.max(x(to), x0 + LEAST), 0);
        });
      }
    });

    it('leaves open what nobody reported: after the last sighting, and after the capture where there is none', () => {
      for (const place of regular) {
        const open = edges(marksOf(place.id, 'fade'));
        const isOpen = ['held', 'no-change-seen'].includes(place.status_latest);
        expect(open, place.id).toHaveLength(isOpen ? 1 : 0);
        if (isOpen)
          expect(open[0]!.x0, place.id).toBeCloseTo(
            scaleOf(model, place.id)(lastDay(place.held_seen_on ?? place.captured_not_after ?? place.captured_on)),
            0,
          );
      }
    });

    it('strikes each town that was given back, with its day, and no other; a retaken one twice', () => {
      const struck = model.marks.filter(({ kind, row }) => kind === 'strike' && row);
      expect(struck.map(({ row }) => row).sort()).toEqual(
        towns
          .filter(isBack)
          .map(({ id }) => id)
          .sort(),
      );
      for (const { row, d } of struck) {
        const place = ledger.places.get(row!)!;
        expect(d.match(/l/g)).toHaveLength(place.status_latest === 'retaken' ? 2 : 1);
        expect(model.labels.find(({ id }) => id === row)!.lines.join(' ')).toContain(
          formatDateShort(place.status_changed_on ?? place.changed_not_after!),
        );
      }
    });

    it('says where a town went to the Wa, is contested, or is not established, and shows no bar of what is not known', () => {
      const wordsFor = {
        'transferred-uwsa': /^to the Wa, 10 Jan 2024$/,
        contested: /^contested$/,
        'not-checked': /^later status not established$/,
      };
      for (const [status, words] of Object.entries(wordsFor)) {
        const those = towns.filter(({ status_latest }) => status_latest === status);
        expect(those.length).toBeGreaterThan(0);
        for (const { id } of those)
          expect(model.labels.find((label) => label.id === id)!.lines.join(' '), id).toMatch(words);
      }
      for (const { id } of towns.filter(({ status_latest }) => status_latest === 'not-checked'))
        expect(
          marksOf(id).map(({ kind }) => kind),
          id,
        ).toEqual([ledger.places.get(id)!.confidence === 'high' ? 'bar' : 'open']);
    });

    it('interrupts the bar of the town that was lost and regained, on the days its note gives', () => {
      expect(ledger.places.get('TN45')!.note).toMatch(/re-entered 25–26 January 2024, left again 3–4 February/);
      const x = scaleOf(model, 'TN45');
      const bars = edges(marksOf('TN45').filter(({ kind }) => kind.startsWith('bar')));
      expect(bars.some(({ x1 }) => Math.abs(x1 - x('2024-01-25')) < 0.6)).toBe(true);
      expect(bars.filter(({ x0, x1 }) => x0 < x('2024-02-02') && x1 > x('2024-01-27'))).toEqual([]);
    });

    it('names each town beside its bar, by the place of its row', () => {
      for (const { id, name } of towns) {
        const label = model.labels.find((one) => one.id === `name-${id}`)!;
        expect(name.startsWith(label.lines.join(' '))).toBe(true);
        expect(label.row).toBe(id);
        expect(label.box.y0).toBeLessThan(model.placed.find(({ row }) => row === id)!.y);
        expect(label.box.y1).toBeGreaterThan(model.placed.find(({ row }) => row === id)!.y);
      }
    });

    it('tells the alliance from other forces by thickness as well as by colour', () => {
      for (const place of towns) {
        const heights = new Set(
          marksOf(place.id, 'bar-unsure')
            .flatMap(({ boxes }) => boxes)
            .map(({ y0, y1 }) => y1 - y0),
        );
        for (const height of heights) expect(height).toBe(toneOf(place) === 'alliance' ? 10 : 6);
        for (const { tone } of marksOf(place.id, 'bar')) expect(tone).toBe(toneOf(place));
      }
    });

    it('heads each region and counts the struck towns from its rows', () => {
      const said = model.labels.find(({ id }) => id === 'head-back')!.lines.join(' ');
      const regions = [
        ...new Set(
          towns
            .filter((place) => isBack(place) || place.status_latest === 'contested')
            .map(({ state_region }) => state_region),
        ),
      ];
      const here = towns.filter(({ state_region }) => regions.includes(state_region));
      const since = towns.filter(
        (place) => isBack(place) && (place.status_changed_on ?? place.changed_not_before!) >= '2025',
      );
      const count = (status: DatedPlace['status_latest']) =>
        towns.filter(({ status_latest }) => status_latest === status).length;
      expect(said).toContain(
        `${count('retaken')} retaken and ${count('handed-back')} handed back of ${here.length} towns, ${since.length} of these since the start of 2025; Demoso contested.`,
      );
      expect(towns.filter(({ status_latest }) => status_latest === 'contested').map(({ name }) => name)).toEqual([
        'Demoso',
      ]);
      const unchecked = towns.filter((place) => !here.includes(place) && place.status_latest === 'not-checked');
      expect(model.labels.find(({ id }) => id === 'head-none-found')!.lines.join(' ')).toContain(
        `${towns.length - here.length} towns; of ${unchecked.length} the later status is not established.`,
      );
    });

    it('leaves the tick of a capture hollow where its row is less firmly sourced, and says so in the key', () => {
      const known = towns.filter(({ captured_on }) => captured_on.length === 10);
      const hollow = model.marks.filter(({ kind, row }) => kind === 'open' && row).map(({ row }) => row);
      expect(hollow.sort()).toEqual(
        known
          .filter(({ confidence }) => confidence === 'medium')
          .map(({ id }) => id)
          .sort(),
      );
      expect(hollow.length).toBeGreaterThan(0);
      for (const { id, captured_on } of known.filter(({ id }) => hollow.includes(id))) {
        const [tick] = edges(marksOf(id, 'open'));
        expect((tick!.x0 + tick!.x1) / 2, id).toBeCloseTo(scaleOf(model, id)(captured_on), 0);
      }
      expect(model.labels.filter(({ kind }) => kind === 'key').map(({ lines }) => lines.join(' '))).toContain(
        'less firmly sourced',
      );
    });

    it('calls faint what is drawn so, in words that hold in the dark too', () => {
      const words = [...model.labels.flatMap(({ lines }) => lines), ...model.notes, model.summary, model.alt].join(' ');
      expect(words).not.toMatch(/\b(light|lighter|pale|paler)\b/i);
      expect(words).toMatch(/faint/i);
    });
  },
);
