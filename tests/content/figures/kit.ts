import { drawFigure, FIGURE_IDS, figureModels } from '../../../src/figures/index.ts';
import type { ChartModel, NumberRow, PlaceRow } from '../../../src/figures/shared/model.ts';
import type { Label } from '../../../src/charts/index.ts';
import type { FigureCard } from '../../../src/data/schemas/figure.ts';
import type { Observation } from '../../../src/data/schemas/observation.ts';
import { ledger } from '../../unit/kit/content.ts';

export { ledger };

export { FIGURE_IDS };

/** Figures by what their rows are. */
export const NUMBER_FIGURES = FIGURE_IDS.filter((id) => tableKind(id) === 'numbers');
export const PLACE_FIGURES = FIGURE_IDS.filter((id) => tableKind(id) === 'places');

function tableKind(id: string): string | undefined {
  return figureModels(ledger, id)[0].table.of;
}

/** Returns the rows of a figure of numbers. */
export function numberRows({ table }: ChartModel): NumberRow[] {
  if (table.of !== 'numbers') throw new Error('a figure of places');
  return table.groups.flatMap((group) => group.rows);
}

/** Returns the rows of a figure of places. */
export function placeRows({ table }: ChartModel): PlaceRow[] {
  if (table.of !== 'places') throw new Error('a figure of numbers');
  return table.groups.flatMap((group) => group.rows);
}

/** Returns the card of a figure. @throws Error if it has none. */
export function cardOf(id: string): FigureCard {
  const card = ledger.figures.get(id);
  if (!card) throw new Error(`no card for the figure "${id}"`);
  return card;
}

/** Draws the models of a figure, for each width. */
export function modelsOf(id: string): ChartModel[] {
  return figureModels(ledger, id);
}

/** Draws a figure's model from a card that has been changed for the test. */
export function modelFrom(id: string, change: (card: FigureCard) => void): ChartModel {
  const card = structuredClone(cardOf(id));
  change(card);
  return drawFigure(ledger, card, 'column');
}

/** Lists the labels of a model and of its axes. */
export function allLabels(model: ChartModel): Label[] {
  return [...model.labels, ...model.axes.flatMap((axis) => axis.labels)];
}

/** Lists the ids of the rows that a card shows, in picture or table. */
export function shownRows(card: FigureCard): string[] {
  return [
    ...card.lines,
    ...card.bands,
    ...card.dots,
    ...card.table_only,
    ...card.places,
    ...card.places_listed,
    ...card.judgements,
  ].flatMap((series) => series.rows);
}

/** Lists the ids of the rows that a card draws as marks. */
export function drawnRows(card: FigureCard): string[] {
  return [...card.lines, ...card.dots, ...card.places, ...card.judgements].flatMap((series) => series.rows);
}

/** Finds a row of the ledger for which a condition holds, whatever its number. */
export function rowWhere(holds: (row: Observation) => boolean): Observation {
  const row = [...ledger.observations.values()].find(holds);
  if (!row) throw new Error('the ledger has no such row');
  return row;
}
