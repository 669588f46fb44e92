import { fillTokens } from '../ledger/numbers.ts';
import type { Ledger } from '../ledger/load.ts';
import type { FigureCard } from '../schemas/figure.ts';
import type { LabelWish, Side } from './labels.ts';
import type { Placed } from './marks.ts';
import type { Series } from './points.ts';
import { sourcesOf, lastDate, tableOf } from './table.ts';
import type { ChartModel, Frame } from './types.ts';

/** The parts of a model that are words: the same at every width. */
export function wordsOf(ledger: Ledger, card: FigureCard, series: Series[]): Omit<ChartModel, 'frame' | 'axes' | 'marks' | 'labels' | 'placed'> {
  const fill = (text: string) => fillTokens(ledger, text);
  const table = tableOf(ledger, card, series);
  return {
    id: card.id,
    number: card.number,
    title: fill(card.title),
    subtitle: fill(card.subtitle),
    alt: fill(card.alt),
    summary: fill(card.summary),
    notes: card.notes.map(fill),
    table,
    sources: sourcesOf(table),
    asOf: lastDate(table),
  };
}

/** The words an annotation has at this width, or `null` where it is left out. */
export function annotationText(ledger: Ledger, card: FigureCard, at: string, frame: Frame): string | null {
  const annotation = card.annotations.find((one) => one.at === at);
  if (!annotation) throw new Error(`content/figures/${card.id}.yaml: no annotation at "${at}"`);
  const text = frame.name === 'phone' ? (annotation.short ?? annotation.text) : annotation.text;
  // Inside a picture a number's hedge stays small, also where it begins the label.
  return text === 'none' ? null : fillTokens(ledger, ` ${text}`).trim();
}

/** How one figure likes a label placed. */
export type Taste = Partial<Pick<LabelWish, 'sides' | 'room' | 'away' | 'leader'>> & { x?: number; y?: number; afterWhisker?: boolean; dx?: number };

/** Wishes for the labels of rows; those of days and series are placed by the figure itself. */
export function rowWishes(ledger: Ledger, card: FigureCard, series: Series[], placed: Placed[], frame: Frame, room: number, tastes: Record<string, Taste>): LabelWish[] {
  return card.annotations.flatMap(({ at, kind }) => {
    const place = placed.find((one) => one.point.id === at);
    const text = place && annotationText(ledger, card, at, frame);
    if (!place || !text) return [];
    const owner = series.find((one) => one.points.includes(place.point)) as Series;
    const sides: Side[] = [];
    const { afterWhisker, dx = 0, ...taste } = tastes[at] ?? {};
    return [{ id: at, text, kind, tone: kind === 'value' ? owner.tone : 'neutral', x: (afterWhisker ? place.x1 : place.x) + dx, y: place.y, room, sides, ...taste }];
  });
}
