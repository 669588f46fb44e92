import { describe, expect, it } from 'vitest';
import { clippedLabels, labelsOnMarks, overlappingLabels, renderSvg, type Mark } from '../../../src/charts/index.ts';
import { isWide, pile } from '../../../src/figures/timeline-strip/lanes.ts';
import { timelineStrip, type Strip } from '../../../src/figures/timeline-strip/model.ts';
import { stripPanels, stretchesTo, xOf } from '../../../src/figures/timeline-strip/panels.ts';
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

  it('draws the days of a month where they are wider than a mark, and of a known day never', () => {
    const spans = strip.marks.filter(({ kind, row }) => kind === 'whisker' && row).map(({ row }) => row as string);
    expect(spans.length).toBeGreaterThan(0);
    for (const id of spans) expect(ledger.events.get(id)?.precision, id).not.toBe('day');
  });

  it('runs from left to right with time in its densest stretch', () => {
    const days = strip.placed
      .map(({ row, x }) => ({ x, date: ledger.events.get(row)?.date ?? '' }))
      .filter(({ date }) => date > '2023-10-01' && date < '2024-02-01' && date.length === 10);
    expect(days.toSorted((a, b) => a.x - b.x).map(({ date }) => date)).toEqual(days.map(({ date }) => date).sort());
  });

  it('names the main events with the dates of their rows, and each phase', () => {
    const words = strip.labels.flatMap((label) => label.lines);
    for (const { id, text } of ledger.strip.named)
      expect(words).toContain(`${formatDateShort(ledger.events.get(id)?.date ?? '')}: ${text}`);
    for (const { title } of phasesOf(ledger)) expect(words).toContain(title);
  });

  it('says where the scale changes', () => {
    expect(strip.marks.filter(({ kind }) => kind === 'rule').length).toBeGreaterThanOrEqual(4);
    expect(strip.labels.flatMap((label) => label.lines)).toContain('the scale changes');
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

describe('a broken axis', () => {
  const frame = timelineStrip(ledger, 'column').frame;
  const panels = stripPanels(stretchesTo(ledger.strip.stretches, '2026-03-16'), frame);

  it('ends with the month of the last day', () => expect(panels.at(-1)?.to).toBe('2026-04-01'));

  it('begins the next year after December', () =>
    expect(stretchesTo(ledger.strip.stretches, '2026-12-02').at(-1)?.to).toBe('2027-01-01'));

  it('leaves no day out between its stretches', () => {
    for (const [index, panel] of panels.entries()) expect(panel.from).toBe(panels[index - 1]?.to ?? panel.from);
  });

  it('refuses a day before its beginning', () =>
    expect(() => xOf('1947-12-31', panels, frame)).toThrow('the strip has no stretch for 1947-12-31'));

  it('piles up events of one day, the named one on top', () => {
    const sameDay = events.filter(({ date, phase }) => date === '2023-10-27' && phase === 'launch');
    const piled = pile(sameDay, panels, frame, new Set(['t017']));
    expect(piled.map(({ row }) => row).sort()).toEqual([0, 1, 2]);
    expect(piled.find(({ event }) => event.id === 't017')?.row).toBe(2);
    expect(piled.some((place) => isWide(place, frame))).toBe(false);
  });
});

function dotsOf(strip: Strip): Mark[] {
  return strip.marks.filter(({ kind, row }) => (kind === 'filled' || kind === 'open') && row !== undefined);
}
