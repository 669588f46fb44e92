import { utcMonth, utcMonths } from 'd3';
import {
  boxAround,
  byWidth,
  frameOf,
  num,
  outline,
  textLabel,
  tickLabel,
  utc,
  type Axis,
  type Frame,
  type Label,
  type Mark,
  type WidthName,
} from '../../charts/index.ts';
import { formatDateShort } from '../../data/format.ts';
import type { Ledger } from '../../data/ledger.ts';
import { firstDay } from '../../data/schemas/dates.ts';
import type { TimelineEvent } from '../../data/schemas/event.ts';
import type { NamedEvent } from '../../data/schemas/timeline-strip.ts';
import type { ChartModel } from '../shared/model.ts';

/** The strip at one width: a picture of the list under it, which holds everything it shows in words. */
export type Strip = Pick<ChartModel, 'frame' | 'alt' | 'axes' | 'marks' | 'labels' | 'placed'>;

/** Events of one month, or all before the operation; the named ones come last, so that they stand on top. */
interface Pile {
  /** Left edge and width, in pixels. */
  x: number;
  width: number;
  events: TimelineEvent[];
}

/** An event with the middle of its dot. */
interface Dot {
  event: TimelineEvent;
  x: number;
  y: number;
}

/** From one dot to the next, in pixels. */
const PITCH = 8;
/** Room under the piles for the years. */
const FOOT = 22;
/** Gap between the events of before and the first month. */
const GAP = 14;

/** Draws a dot for each event, piled up by month; those before the operation in one pile at the left, since seventy years on the scale would leave no room for two. */
export function timelineStrip(ledger: Ledger, width: WidthName): Strip {
  // Data
  const { named } = ledger.strip;
  const events = [...ledger.events.values()];
  const first = ledger.site.began.slice(0, 'YYYY-MM'.length);
  const monthOf = ({ date }: TimelineEvent) => firstDay(date).slice(0, first.length);
  const isNamed = ({ id }: TimelineEvent) => named.some((one) => one.id === id);
  const last = events.map(monthOf).reduce((a, b) => (a > b ? a : b), first);
  const months = utcMonths(utcMonth.floor(utc(`${first}-01`)), utcMonth.offset(utc(`${last}-01`), 1)).map((month) =>
    month.toISOString().slice(0, first.length),
  );
  const inMonth = (test: (month: string) => boolean) =>
    events.filter((event) => test(monthOf(event))).sort((a, b) => Number(isNamed(a)) - Number(isNamed(b)));

  // Scale
  const draft = { ...frameOf(width, 0, { right: 0 }), mark: 3.2 };
  const before = byWidth(width, { phone: 4 * PITCH, column: 9 * PITCH });
  const step = (draft.width - before - GAP) / months.length;
  const piles: Pile[] = [
    { x: 0, width: before, events: inMonth((month) => month < first) },
    ...months.map((month, index) => ({
      x: before + GAP + index * step,
      width: step,
      events: inMonth((one) => one === month),
    })),
  ];
  const highest = Math.max(...piles.map(rowsOf));
  const labelled = named.flatMap((one) => (ledger.events.has(one.id) ? [one] : []));
  const ground = labelled.length * draft.text * LEADING + 6 + highest * PITCH;
  const height = Math.ceil(ground + FOOT);
  const frame: Frame = { ...draft, height, bottom: ground };

  // Marks and their labels
  const dots = piles.flatMap((pile) => dotsOf(pile, ground));
  const words = labelled.flatMap((one, level) => nameOf(one, level, dots, frame));
  const dates = events.map(({ date }) => date.slice(0, 4)).sort();
  return {
    frame,
    alt: `The ${events.length} events below, from ${dates.at(0)} to ${dates.at(-1)}, as dots piled up by month.`,
    axes: [axisOf(piles, months, dates.at(0) ?? '', ground, frame)],
    marks: [...words.map(({ mark }) => mark), ...dots.map((dot) => dotMark(dot, isNamed(dot.event), frame))],
    labels: words.map(({ label }) => label),
    placed: dots.map(({ event, x, y }) => ({ row: event.id, x, y })),
  };
}

/** Returns how many dots of a pile stand side by side. */
function columnsOf({ width }: Pile): number {
  return Math.max(1, Math.floor(width / PITCH));
}

function rowsOf(pile: Pile): number {
  return Math.ceil(pile.events.length / columnsOf(pile));
}

/** Piles dots up from the ground, row by row. */
function dotsOf(pile: Pile, ground: number): Dot[] {
  const columns = columnsOf(pile);
  const left = pile.x + (pile.width - columns * PITCH) / 2;
  return pile.events.map((event, index) => ({
    event,
    x: left + ((index % columns) + 0.5) * PITCH,
    y: ground - (Math.floor(index / columns) + 0.5) * PITCH,
  }));
}

/** A dot: hollow where the event is less firmly sourced, strong where it is named. */
function dotMark({ event, x, y }: Dot, isNamed: boolean, { mark }: Frame): Mark {
  return {
    kind: event.confidence === 'high' ? 'filled' : 'open',
    tone: isNamed ? 'ink' : 'rest',
    d: outline('dot', x, y, mark),
    row: event.id,
    boxes: [boxAround({ x, y }, mark)],
  };
}

/** Height of a line of names, in heights of its letters. */
const LEADING = 1.35;

/** Names an event on a line of its own, the earlier the higher, so that no line down to a dot runs through a name. */
function nameOf({ id, text }: NamedEvent, level: number, dots: Dot[], frame: Frame): { mark: Mark; label: Label }[] {
  const dot = dots.find(({ event }) => event.id === id);
  if (!dot) return [];
  const words = byWidth(frame, { phone: text, column: `${formatDateShort(dot.event.date)}: ${text}` });
  const y = frame.text * (1 + level * LEADING);
  const label = textLabel(id, [words], 'name', dot.x - frame.mark, y, 'start', frame, 'ink');
  const excess = Math.max(0, label.box.x1 - frame.width);
  const box = { ...label.box, x0: label.box.x0 - excess, x1: label.box.x1 - excess };
  return [
    {
      label: { ...label, x: label.x - excess, box, row: id },
      mark: {
        kind: 'bracket',
        tone: 'neutral',
        row: id,
        d: `M${num(dot.x)} ${num(label.box.y1)}V${num(dot.y - frame.mark)}`,
        boxes: [],
      },
    },
  ];
}

/** Draws the ground, and names the years of the months and the first year of before. */
function axisOf([before, ...piles]: Pile[], months: string[], earliest: string, ground: number, frame: Frame): Axis {
  const years = [...Map.groupBy(piles, (_, index) => months[index]?.slice(0, 4) ?? '')];
  const y = ground + frame.remark * 1.4;
  const edges = { x0: 0, x1: frame.width };
  const from = byWidth(frame, { phone: `${earliest}–`, column: `from ${earliest}` });
  const earlier = before ? [{ name: from, own: [before] }] : [];
  const stretches = [...earlier, ...years.map(([name, own]) => ({ name, own }))].map(({ name, own }) => {
    const [x0, end] = [own[0]?.x ?? 0, own.at(-1)];
    return { name, x0, x1: end ? end.x + end.width : x0 };
  });
  return {
    d: stretches.map(({ x0, x1 }) => `M${num(x0 + 1)} ${num(ground + 2)}H${num(x1 - 1)}`).join(''),
    labels: stretches.map(({ name, x0, x1 }) => tickLabel(name, name, (x0 + x1) / 2, y, frame, edges)),
  };
}
