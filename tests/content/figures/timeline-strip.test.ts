import { describe, expect, it } from 'vitest';
import { clippedLabels, labelsOnMarks, overlappingLabels, renderSvg, type Mark } from '../../../src/charts/index.ts';
import { timelineStrip, type Strip } from '../../../src/figures/timeline-strip/model.ts';
import { phasesOf } from '../../../src/figures/timeline-strip/phases.ts';
import { formatDateShort } from '../../../src/data/format.ts';
import { firstDay, lastDay } from '../../../src/data/schemas/dates.ts';
import { ledger } from './kit.ts';

const WIDTHS = ['phone', 'column'] as const;
const events = [...ledger.events.values()];
const years = events.map(({ date }) => date.slice(0, 4)).sort();

describe.each(WIDTHS)('the strip of the timeline at %s', (width) => {
  const strip = timelineStrip(ledger, width);
  const labels = [...strip.labels, ...strip.axes.flatMap((axis) => axis.labels)];

  it('has one mark for each event', () => {
    expect(strip.placed.map(({ row }) => row).sort()).toEqual(events.map(({ id }) => id).sort());
    expect(
      dotsOf(strip)
        .map(({ row }) => row)
        .sort(),
    ).toEqual(events.map(({ id }) => id).sort());
  });

  it('hides no mark behind another', () => {
    const hidden = strip.placed.flatMap((a, index) =>
      strip.placed
        .slice(index + 1)
        .filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < 2 * strip.frame.mark)
        .map((b) => `${a.row} ${b.row}`),
    );
    expect(hidden).toEqual([]);
  });

  it('fills a mark only where the event is firmly sourced', () => {
    for (const dot of dotsOf(strip))
      expect(dot.kind, dot.row).toBe(ledger.events.get(dot.row as string)?.confidence === 'high' ? 'filled' : 'open');
  });

  it('runs from left to right with time, month by month, the events before the offensive at the left', () => {
    const months = strip.placed.map(({ row, x }) => ({ x, month: firstDay(ledger.events.get(row)!.date).slice(0, 7) }));
    const since = months.filter(({ month }) => month >= ledger.site.began.slice(0, 7));
    expect(since.toSorted((a, b) => a.x - b.x).map(({ month }) => month)).toEqual(
      since.map(({ month }) => month).sort(),
    );
    const before = months.filter((one) => !since.includes(one)).map(({ x }) => x);
    expect(before.length).toBeGreaterThan(0);
    expect(Math.max(...before)).toBeLessThan(Math.min(...since.map(({ x }) => x)));
  });

  it('names the main events, in the wide picture with the dates of their rows, and makes their dots strong', () => {
    const words = strip.labels.flatMap((label) => label.lines);
    for (const { id, text } of ledger.strip.named)
      expect(words).toContain(
        width === 'phone' ? text : `${formatDateShort(ledger.events.get(id)?.date ?? '')}: ${text}`,
      );
    const strong = dotsOf(strip).filter(({ tone }) => tone === 'ink');
    expect(strong.map(({ row }) => row).sort()).toEqual(ledger.strip.named.map(({ id }) => id).sort());
  });

  it('has labels that do not meet, stay inside and hide no mark', () => {
    expect(overlappingLabels(labels)).toEqual([]);
    expect(clippedLabels(labels, strip.frame)).toEqual([]);
    expect(labelsOnMarks(strip.labels, strip.marks)).toEqual([]);
    expect(strip.frame.text).toBeGreaterThanOrEqual(11);
  });

  it('carries no link, no style and no word beyond its name', () => {
    const svg = renderSvg(strip);
    expect(svg).not.toMatch(/<a |style=|NaN|undefined/);
    expect(svg).toContain(`aria-label="The ${events.length} events below, from ${years.at(0)} to ${years.at(-1)},`);
  });
});

describe('the phases of the timeline', () => {
  const phases = phasesOf(ledger);

  it('hold every event once, in their sequence', () => {
    expect(phases.map(({ id }) => id)).toEqual(ledger.strip.phases.map(({ id }) => id));
    expect(phases.flatMap((phase) => phase.events.map(({ id }) => id)).sort()).toEqual(
      events.map(({ id }) => id).sort(),
    );
  });

  it('say their earliest and latest date as finely as it is known', () => {
    for (const phase of phases) {
      const dates = phase.events.map(({ date }) => date);
      expect(dates).toEqual(expect.arrayContaining([phase.first, phase.last]));
      expect(dates.filter((date) => lastDay(date) > lastDay(phase.last))).toEqual([]);
      expect(dates.filter((date) => firstDay(date) < firstDay(phase.first))).toEqual([]);
    }
  });
});

function dotsOf(strip: Strip): Mark[] {
  return strip.marks.filter(({ kind, row }) => (kind === 'filled' || kind === 'open') && row !== undefined);
}
