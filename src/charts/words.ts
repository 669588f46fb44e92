import type { Ledger } from '../data/ledger.ts';
import { FigureFault } from './fault.ts';
import type { FilledCard } from './fill-card.ts';
import type { LabelWish, Side } from './labels.ts';
import type { Placed } from './marks.ts';
import type { Series } from './points.ts';
import { sourcesOf, lastDate, numberTable } from './table.ts';
import type { ChartModel, Frame, Table } from './types.ts';

/** The parts of a model that are words: the same at every width. */
export function wordsOf(ledger: Ledger, card: FilledCard, series: Series[]): FigureWords {
  return wordsWith(card, numberTable(ledger, card, series));
}

/** What a model has besides its picture. */
export type FigureWords = Omit<ChartModel, 'frame' | 'axes' | 'marks' | 'labels' | 'placed' | 'underlay'>;

/** The same, from a table that is made already. */
export function wordsWith(card: FilledCard, table: Table): FigureWords {
  return {
    id: card.id,
    number: card.number,
    title: card.title,
    subtitle: card.subtitle,
    alt: card.alt,
    summary: card.summary,
    notes: [...card.notes, ...card.picture_notes],
    table,
    sources: sourcesOf(table),
    asOf: lastDate(table),
  };
}

/**
 * The words an annotation has at this width, or `null` where it is left out.
 * @throws FigureFault if the card has none there.
 */
export function annotationText(card: FilledCard, at: string, frame: Frame): string | null {
  const annotation = card.annotations.find((one) => one.at === at);
  if (!annotation)
    throw new FigureFault('annotations', `none at "${at}"`, `one at "${at}", whose place the picture keeps`);
  const text = frame.name === 'column' ? annotation.text : (annotation.short ?? annotation.text);
  return text === 'none' ? null : text;
}

/** How one figure likes a label placed. */
export type Taste = Partial<Pick<LabelWish, 'sides' | 'room' | 'away' | 'leader'>> & {
  x?: number;
  y?: number;
  afterWhisker?: boolean;
  dx?: number;
};

/** Wishes for the labels of rows; those of days and series are placed by the figure itself. */
export function rowWishes(
  card: FilledCard,
  series: Series[],
  placed: Placed[],
  frame: Frame,
  room: number,
  tastes: Record<string, Taste>,
): LabelWish[] {
  return card.annotations.flatMap(({ at, kind }) => {
    const place = placed.find((one) => one.point.id === at);
    const text = place && annotationText(card, at, frame);
    if (!place || !text) return [];
    const owner = series.find((one) => one.points.includes(place.point)) as Series;
    const sides: Side[] = [];
    const { afterWhisker, dx = 0, ...taste } = tastes[at] ?? {};
    return [
      {
        id: at,
        row: at,
        text,
        kind,
        tone: kind === 'value' ? owner.tone : 'neutral',
        x: (afterWhisker ? place.x1 : place.x) + dx,
        y: place.y,
        room,
        sides,
        ...taste,
      },
    ];
  });
}
