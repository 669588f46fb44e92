import {
  frameOf,
  byWidth,
  glyphKey,
  glyphKeyHeight,
  textLabel,
  boxAround,
  whisker,
  boxPath,
  num,
  outline,
  textWidth,
  wrapText,
  type Box,
  type Frame,
  type Label,
  type Mark,
  type WidthName,
} from '../../charts/index.ts';
import type { ChartModel } from '../shared/model.ts';
import { formatDateShort } from '../../data/format.ts';
import type { Ledger } from '../../data/ledger.ts';
import { lastDay } from '../../data/schemas/dates.ts';
import type { TimelineEvent } from '../../data/schemas/event.ts';
import type { NamedEvent } from '../../data/schemas/timeline-strip.ts';
import { stripGlyphs } from './strip-key.ts';
import { isWide, pile, rowHeight, type Piled } from './lanes.ts';
import { scaleBreaks, panelAxis, stripPanels, stretchesTo, type Panel, type Stretch } from './panels.ts';
import { phasesOf, type Phase } from './phases.ts';

/** The strip at one width: a picture of the list under it, which holds everything it shows in words. */
export type Strip = Pick<ChartModel, 'frame' | 'alt' | 'axes' | 'marks' | 'labels' | 'placed'>;

/** Room above each lane. */
const LANE_GAP = 5;

/** The part that one lane, or one block of lanes, adds to the picture. */
type Part = Pick<Strip, 'axes' | 'marks' | 'labels' | 'placed'> & { bottom: number };

/** Draws all events on one broken time axis, each phase in a lane of its own. On a phone the stretches stand under each other. */
export function timelineStrip(ledger: Ledger, width: WidthName): Strip {
  const phases = phasesOf(ledger);
  const events = phases.flatMap((phase) => phase.events);
  const stretches = stretchesTo(
    ledger.strip.stretches,
    events
      .map(({ date }) => lastDay(date))
      .sort()
      .at(-1) ?? '',
  );
  const draft = { ...frameOf(width, 0, { right: 0 }), mark: 3.2 };
  const glyphs = stripGlyphs(draft);
  const key = glyphKey(glyphs, draft);
  const top = glyphKeyHeight(glyphs, draft);
  const blocks = byWidth<Stretch[][]>(width, {
    phone: [stretches.slice(0, 2), stretches.slice(2, 3), stretches.slice(3)],
    column: [stretches],
  });
  const parts = blocks.reduce<Part[]>((done, block, index) => {
    const above = (done.at(-1)?.bottom ?? top) + (index === 0 ? 8 : 22);
    return [...done, drawBlock(phases, ledger.strip.named, stripPanels(block, draft), above, draft)];
  }, []);
  const breaks = parts.slice(0, -1).map((part): Mark => ({
    kind: 'rule',
    tone: 'neutral',
    d: `M0 ${num(part.bottom + 11)}H${draft.width}`,
    boxes: [],
  }));
  const height = Math.ceil(parts.at(-1)?.bottom ?? 0) + 1;
  const years = [events[0], events.at(-1)].map((event) => event?.date.slice(0, 4));
  return {
    frame: { ...draft, top, height, bottom: height },
    alt: `The ${events.length} events below, from ${years.join(' to ')}, as marks on one line of time, a row for each phase.`,
    axes: parts.flatMap((part) => part.axes),
    marks: [...breaks, ...parts.flatMap((part) => part.marks), ...key.marks],
    labels: [...parts.flatMap((part) => part.labels), ...key.labels],
    placed: parts.flatMap((part) => part.placed),
  };
}

/** Stretches side by side, with a lane for each phase that has events in them. */
function drawBlock(phases: Phase[], names: NamedEvent[], panels: Panel[], top: number, frame: Frame): Part {
  const [first, last] = [panels[0] as Panel, panels.at(-1) as Panel];
  const inside = ({ date }: TimelineEvent) => lastDay(date) >= first.from && lastDay(date) < last.to;
  const lanes = phases
    .map((phase) => ({ phase, events: phase.events.filter(inside) }))
    .filter((lane) => lane.events.length > 0);
  const parts = lanes.reduce<Part[]>(
    (done, lane) => [
      ...done,
      drawLane(lane.phase, lane.events, names, panels, (done.at(-1)?.bottom ?? top) + LANE_GAP, frame),
    ],
    [],
  );
  const foot = (parts.at(-1)?.bottom ?? top) + 6;
  const labels = parts.flatMap((part) => part.labels);
  const breaks = scaleBreaks(panels).map((x) => brokenRule(x, top, foot + 6, labels));
  return {
    axes: [panelAxis(panels, foot, frame)],
    marks: [...breaks, ...parts.flatMap((part) => part.marks)],
    labels,
    placed: parts.flatMap((part) => part.placed),
    bottom: foot + frame.text + 9,
  };
}

/** A rule from top to bottom that leaves room for the texts it would cross. */
function brokenRule(x: number, top: number, bottom: number, labels: Label[]): Mark {
  const crossed = labels
    .map(({ box }) => box)
    .filter(({ x0, x1 }) => x0 - 4 < x && x < x1 + 4)
    .sort((a, b) => a.y0 - b.y0);
  const starts = [top, ...crossed.map(({ y1 }) => y1 + 1)];
  const ends = [...crossed.map(({ y0 }) => y0 - 1), bottom];
  const d = starts
    .map((start, index) => [start, ends[index] as number])
    .filter(([start = 0, end = 0]) => end > start)
    .map(([start = 0, end = 0]) => `M${num(x)} ${num(start)}V${num(end)}`);
  return { kind: 'rule', tone: 'neutral', d: d.join(''), boxes: [] };
}

/** One phase: its band from first to last event, its marks, its name and the events that are named. */
function drawLane(
  phase: Phase,
  events: TimelineEvent[],
  names: NamedEvent[],
  panels: Panel[],
  top: number,
  frame: Frame,
): Part {
  const named = names.filter(({ id }) => events.some((event) => event.id === id));
  const piled = pile(events, panels, frame, new Set(named.map(({ id }) => id)));
  const span = {
    from: Math.min(...piled.map(({ x, x0 }) => Math.min(x - frame.mark, x0))) - 3,
    to: Math.max(...piled.map(({ x, x1 }) => Math.max(x + frame.mark, x1))) + 3,
  };
  const line = frame.text * 1.35;
  const name = placePhaseName(phase, span, frame);
  const labelRoom = (named.length > 0 ? line : 0) + (name.above ? line : 0);
  const height = Math.max(frame.text + 4, (Math.max(...piled.map(({ row }) => row)) + 1) * rowHeight(frame) + 5);
  const band: Box = {
    x0: Math.max(span.from, frame.left),
    x1: Math.min(span.to, frame.right),
    y0: top + labelRoom,
    y1: top + labelRoom + height,
  };
  const yOf = ({ row }: Piled) => band.y1 - 3.2 - frame.mark - row * rowHeight(frame);
  const title = textLabel(
    `phase-${phase.id}-${panels[0]?.from}`,
    name.lines,
    'heading',
    name.x,
    name.above ? top + frame.text : (band.y0 + band.y1) / 2 + frame.text * (0.36 - 0.6 * (name.lines.length - 1)),
    name.anchor,
    frame.text,
    'ink',
  );
  const labels = named.map((one) => eventLabel(one, piled, band.y0 - 5, frame));
  return {
    axes: [],
    marks: [
      { kind: 'area', tone: 'neutral', d: boxPath(band), boxes: [] },
      ...piled.flatMap((place) => eventMarks(place, yOf(place), frame, named)),
      ...leaders(named, piled, yOf, band.y0, frame),
    ],
    labels: [title, ...labels],
    placed: piled.map((place) => ({ row: place.event.id, x: place.x, y: yOf(place) })),
    bottom: band.y1,
  };
}

/** Places a phase's name beside its band: left of it, else right of it, else above. */
function placePhaseName(
  phase: Phase,
  span: { from: number; to: number },
  frame: Frame,
): { lines: string[]; x: number; anchor: Label['anchor']; above: boolean } {
  const room = textWidth(phase.title, frame.text, true);
  if (span.from - 7 >= room) return { lines: [phase.title], x: span.from - 7, anchor: 'end', above: false };
  if (frame.width - span.to - 7 >= room) return { lines: [phase.title], x: span.to + 7, anchor: 'start', above: false };
  const x = Math.max(0, Math.min(span.from, frame.width - room));
  return { lines: wrapText(phase.title, frame.width, frame.text, true), x, anchor: 'start', above: true };
}

/** Draws an event, filled only where it is firmly sourced; the days it can mean where they are wider than the mark. */
function eventMarks(place: Piled, y: number, frame: Frame, named: NamedEvent[]): Mark[] {
  const { event, x } = place;
  const tone = named.some(({ id }) => id === event.id) ? 'ink' : 'neutral';
  const dot: Mark = {
    kind: event.confidence === 'high' ? 'filled' : 'open',
    tone,
    d: outline('dot', x, y, frame.mark),
    row: event.id,
    boxes: [boxAround({ x, y }, frame.mark + 1)],
  };
  return isWide(place, frame) ? [whisker({ ...place, y }, tone, event.id), dot] : [dot];
}

/** Returns the words of a named event, from its mark to the right, or further left where the picture ends. */
function eventLabel({ id, text }: NamedEvent, piled: Piled[], y: number, frame: Frame): Label {
  const { event, x } = piled.find((one) => one.event.id === id) as Piled;
  const label = textLabel(
    id,
    [`${formatDateShort(event.date)}: ${text}`],
    'remark',
    x - frame.mark,
    y,
    'start',
    frame.text,
    'ink',
  );
  const over = Math.max(0, label.box.x1 - frame.width);
  return over > 0 ? textLabel(id, label.lines, 'remark', frame.width, y, 'end', frame.text, 'ink') : label;
}

/** Draws hairlines from a name down to its mark, where the mark is not just under it. */
function leaders(
  named: NamedEvent[],
  piled: Piled[],
  yOf: (place: Piled) => number,
  top: number,
  frame: Frame,
): Mark[] {
  return named.flatMap(({ id }) => {
    const place = piled.find((one) => one.event.id === id) as Piled;
    const y = yOf(place) - frame.mark;
    return y - top < 3
      ? []
      : [
          {
            kind: 'bracket',
            tone: 'neutral',
            d: `M${num(place.x)} ${num(top - 1)}V${num(y)}`,
            boxes: [],
          } satisfies Mark,
        ];
  });
}
