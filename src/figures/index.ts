import type { Ledger } from '../data/ledger.ts';
import { memoize } from '../data/memoize.ts';
import type { ChartModel } from './shared/model.ts';
import { renderSvg, inEmbeddedFace, type Picture, type WidthName } from '../charts/index.ts';
import type { FigureCard } from '../data/schemas/figure.ts';
import type { Place } from '../data/schemas/place.ts';
import { fillCard, type FilledCard } from './shared/filled-card.ts';
import { crossings } from './crossings/model.ts';
import { crossingsSmall } from './crossings/crossings-small.ts';
import { displacedSince1027 } from './displaced-since-1027/model.ts';
import { displacedTotal } from './displaced-total/model.ts';
import { displacedWhere, displacedWhereSmall } from './displaced-where/model.ts';
import { handovers } from './handovers/model.ts';
import { judgements } from './judgements/model.ts';
import { judgementsSmall } from './judgements/small.ts';
import { map } from './map/model.ts';
import { landDef, LANDS, mapDefs, mapUnderlay } from './map/shared-land.ts';
import { mapSmall } from './map/map-small.ts';
import { positionsLost } from './positions-lost/model.ts';
import { sourcesDisagree } from './sources-disagree/model.ts';
import { sourcesDisagreeSmall } from './sources-disagree/small.ts';
import { townsMonthByMonth, townsSmall } from './towns-month-by-month/model.ts';
import { takenAndReturned } from './taken-and-returned/model.ts';
import { returnsSmall } from './taken-and-returned/small.ts';

/** The drawing of a figure, its designed widths, and what readers can do with it. */
export interface FigureDesign {
  model: (ledger: Ledger, card: FilledCard, width: WidthName) => ChartModel;
  widths: WidthName[];
  /** Draws the figure reduced to what can be read on the card of a shared link, where its model at that width is not. */
  small?: (ledger: Ledger, card: FilledCard) => Picture;
  /** Whether it is also drawn for half of a printed page. */
  onPaper?: boolean;
  /** A hidden `<svg>` of symbols that all its pictures on a page share; a page has it once. */
  defs?: (ledger: Ledger, card: FigureCard, isDated: boolean) => string;
  /** The underlay of one of its pictures by reference to those symbols. */
  underlay?: (model: ChartModel) => string;
  /** Whether it shows where places are: a place in a text leads to its row here, if it is drawn. */
  locatesPlaces?: boolean;
  /** Whether the full paper form has its widest picture, although the narrow one would stand beside its words. */
  isWideOnPaper?: boolean;
}

/** Every charted figure by its permanent id: a new one is added here, and nowhere else in code. */
const DESIGNS = {
  'towns-month-by-month': { model: townsMonthByMonth, small: townsSmall, widths: ['phone', 'column'] },
  map: {
    model: map,
    small: mapSmall,
    widths: ['phone', 'column'],
    onPaper: true,
    defs: mapDefs,
    underlay: mapUnderlay,
    locatesPlaces: true,
    isWideOnPaper: true,
  },
  'displaced-since-1027': {
    model: displacedSince1027,
    widths: ['phone', 'column'],
    onPaper: true,
  },
  'displaced-total': {
    model: displacedTotal,
    widths: ['phone', 'column'],
    onPaper: true,
  },
  'displaced-where': { model: displacedWhere, small: displacedWhereSmall, widths: ['phone', 'column'] },
  'positions-lost': {
    model: positionsLost,
    widths: ['phone', 'column'],
    onPaper: true,
  },
  crossings: { model: crossings, small: crossingsSmall, widths: ['phone', 'column'] },
  'taken-and-returned': { model: takenAndReturned, small: returnsSmall, widths: ['phone', 'column'] },
  handovers: { model: handovers, widths: ['phone', 'column'] },
  judgements: { model: judgements, small: judgementsSmall, widths: ['phone', 'column'] },
  'sources-disagree': { model: sourcesDisagree, small: sourcesDisagreeSmall, widths: ['phone', 'column'] },
} satisfies Record<string, FigureDesign>;

/** The permanent id of a charted figure. */
export type FigureId = keyof typeof DESIGNS;

/** Every charted figure by its permanent id. */
export const FIGURES: Record<FigureId, FigureDesign> = DESIGNS;

/** The permanent ids of all charted figures. */
export const FIGURE_IDS = Object.keys(DESIGNS) as FigureId[];

/**
 * Returns the design of a figure.
 * @throws Error if there is none of that id.
 */
export function designOf(id: string): FigureDesign {
  const known: readonly string[] = FIGURE_IDS;
  if (!known.includes(id)) throw new Error(`no figure "${id}": known are ${FIGURE_IDS.join(', ')}`);
  return FIGURES[id as FigureId];
}

/** The models of one figure, at least one. */
type ChartModels = [ChartModel, ...ChartModel[]];

/**
 * Returns the models of a figure, narrowest first. Their words and tables are the same; only the picture differs.
 * @throws Error if there is no such figure or no card for it.
 */
export function figureModels(ledger: Ledger, id: string): ChartModels {
  const card = neededCard(ledger, id);
  return designOf(id).widths.map((width) => drawFigure(ledger, card, width)) as ChartModels;
}

/** The pictures drawn so far. The check, a dozen pages and files ask for each, so it is drawn once per ledger and card. */
const drawn = memoize((_ledger: Ledger) => memoize((_card: FigureCard) => new Map<WidthName, ChartModel>()));

/**
 * Draws one picture of a figure, its card's words filled in: the only way to a model.
 * @throws FigureFault if the card or its rows cannot be drawn.
 */
export function drawFigure(ledger: Ledger, card: FigureCard, width: WidthName): ChartModel {
  const known = drawn(ledger)(card);
  const draw = () => designOf(card.id).model(ledger, fillCard(ledger, card), width);
  const model = known.get(width) ?? (width === 'paper' ? inEmbeddedFace(draw) : draw());
  known.set(width, model);
  return model;
}

/**
 * Draws the picture of a figure for the card of a shared link.
 * @throws FigureFault if the card or its rows cannot be drawn.
 */
export function drawSmall(ledger: Ledger, card: FigureCard): Picture {
  return drawnSmall(ledger)(card);
}

const drawnSmall = memoize((ledger: Ledger) =>
  memoize((card: FigureCard): Picture => {
    const { model, small } = designOf(card.id);
    const filled = fillCard(ledger, card);
    return small?.(ledger, filled) ?? { ...model(ledger, filled, 'card'), alt: card.alt_small ?? card.alt };
  }),
);

/** Renders a picture of a figure for a page that has `figureDefs` once: what several pictures share is only named in it. */
export function sharedSvg(model: ChartModel, marks = model.marks, isDated = false): string {
  return renderSvg({ ...model, marks }, '', designOf(model.id).underlay?.(model), isDated);
}

/** What a page knows of the symbols that it has. */
export interface SharedOnPage {
  /** The drawings of land that something on it has written. */
  lands?: Set<string>;
}

/** Returns the drawings of land, of those asked for, that the page does not have yet, and notes there that it has. */
export function landOnce(ledger: Ledger, page: SharedOnPage, ids: readonly (typeof LANDS)[number][]): string {
  const known = (page.lands ??= new Set());
  const missing = ids.filter((id) => !known.has(id));
  for (const id of missing) known.add(id);
  return missing.map((id) => landDef(ledger, id)).join('');
}

/**
 * Returns the symbols that the pictures of a figure share on a page; empty where they share nothing.
 * @param isDated Whether the page can ask them for a day.
 */
export function figureDefs(ledger: Ledger, id: string, page: SharedOnPage, isDated = false): string {
  const defs = designOf(id).defs?.(ledger, neededCard(ledger, id), isDated);
  return defs === undefined ? '' : landOnce(ledger, page, LANDS) + defs;
}

/** Returns the address of a place in the figure that shows where places are, or `null` if it is not drawn there. */
export function placeOnFigure(ledger: Ledger, place: Pick<Place, 'id'>): string | null {
  const figure = FIGURE_IDS.find(
    (id) => FIGURES[id].locatesPlaces && ledger.figures.get(id)?.places.some(({ rows }) => rows.includes(place.id)),
  );
  return figure === undefined ? null : `index.html#${figure}-${place.id}`;
}

function neededCard(ledger: Ledger, id: string): FigureCard {
  const card = ledger.figures.get(id);
  if (!card) throw new Error(`no card for the figure "${id}" in content/figures`);
  return card;
}
