import type { Ledger } from '../data/ledger.ts';
import { memoize } from '../data/memoize.ts';
import type { ChartModel, Picture, WidthName } from '../charts/types.ts';
import type { FigureCard } from '../data/schemas/figure.ts';
import { inEmbeddedFace } from '../charts/text-width.ts';
import { fillCard, type FilledCard } from '../charts/fill-card.ts';
import { crossings } from './crossings/model.ts';
import { crossingsSmall } from './crossings/small.ts';
import { displacedSince1027 } from './displaced-since-1027/model.ts';
import { displacedTotal } from './displaced-total/model.ts';
import { handovers } from './handovers/model.ts';
import { map } from './map/model.ts';
import { mapSmall } from './map/small.ts';
import { positionsLost } from './positions-lost/model.ts';
import { sourcesDisagree } from './sources-disagree/model.ts';
import { sourcesDisagreeSmall } from './sources-disagree/small.ts';
import { takenAndReturned } from './taken-and-returned/model.ts';

/** How a figure is drawn, and at which designed widths. */
export interface FigureDesign {
  model: (ledger: Ledger, card: FilledCard, width: WidthName) => ChartModel;
  widths: WidthName[];
  /** The same reduced to what can be read and understood on the card of a shared link, where the phone’s picture cannot. */
  small?: (ledger: Ledger, card: FilledCard) => Picture;
  /** Whether it is also drawn for half of a printed page. */
  onPaper?: boolean;
  /** How a reader moves through it with a pointer or arrow keys: along its days, or from row to row. Left out where nothing is placed by time. */
  reading?: 'days' | 'rows';
  /** Whether it can be asked what had been published by a day. */
  knownBy?: boolean;
}

/** Every charted figure by its permanent id. */
export const FIGURES: Record<string, FigureDesign> = {
  map: { model: map, small: mapSmall, widths: ['phone', 'column'], onPaper: true },
  'displaced-since-1027': {
    model: displacedSince1027,
    widths: ['phone', 'column'],
    onPaper: true,
    reading: 'days',
    knownBy: true,
  },
  'displaced-total': { model: displacedTotal, widths: ['phone', 'column'], onPaper: true, reading: 'days' },
  'positions-lost': {
    model: positionsLost,
    widths: ['phone', 'column'],
    onPaper: true,
    reading: 'days',
    knownBy: true,
  },
  crossings: { model: crossings, small: crossingsSmall, widths: ['phone', 'column'], reading: 'rows' },
  'taken-and-returned': { model: takenAndReturned, widths: ['phone', 'column'], reading: 'rows' },
  handovers: { model: handovers, widths: ['phone', 'column'], reading: 'days' },
  'sources-disagree': { model: sourcesDisagree, small: sourcesDisagreeSmall, widths: ['phone', 'column'] },
};

type ChartModels = [ChartModel, ...ChartModel[]];

/**
 * Returns the models of a figure, narrowest first. Their words and tables are the same; only the picture differs.
 * @throws Error if there is no such figure or no card for it.
 */
export function figureModels(ledger: Ledger, id: string): ChartModels {
  const design = FIGURES[id];
  const card = ledger.figures.get(id);
  if (!design || !card) throw new Error(`no figure "${id}": known are ${Object.keys(FIGURES).join(', ')}`);
  return design.widths.map((width) => drawFigure(ledger, card, width)) as ChartModels;
}

/** The pictures drawn so far. The check, a dozen pages and files ask for each, so it is drawn once per ledger and card. */
const drawn = memoize((_ledger: Ledger) => memoize((_card: FigureCard) => new Map<WidthName, ChartModel>()));

/**
 * One picture of a figure, its card's words filled in: the only way to a model.
 * @throws FigureFault if the card or its rows cannot be drawn.
 */
export function drawFigure(ledger: Ledger, card: FigureCard, width: WidthName): ChartModel {
  const known = drawn(ledger)(card);
  const draw = () => (FIGURES[card.id] as FigureDesign).model(ledger, fillCard(ledger, card), width);
  const model = known.get(width) ?? (width === 'paper' ? inEmbeddedFace(draw) : draw());
  known.set(width, model);
  return model;
}

/**
 * The picture of a figure for the card of a shared link, where it has one of its own.
 * @throws FigureFault if the card or its rows cannot be drawn.
 */
export function drawSmall(ledger: Ledger, card: FigureCard): Picture | null {
  return FIGURES[card.id]?.small?.(ledger, fillCard(ledger, card)) ?? null;
}
