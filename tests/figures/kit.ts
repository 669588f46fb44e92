import { readLedger } from '../../src/ledger/load.ts';
import { drawFigure, FIGURES, figureModels } from '../../src/figures/index.ts';
import type { ChartModel, Label } from '../../src/charts/types.ts';
import type { FigureCard } from '../../src/schemas/figure.ts';
import type { Observation } from '../../src/schemas/observation.ts';

/** The project's own content: what is tested is what is published. */
export const { ledger } = readLedger(process.cwd());

export const FIGURE_IDS = Object.keys(FIGURES);

export function cardOf(id: string): FigureCard {
  const card = ledger.figures.get(id);
  if (!card) throw new Error(`no card for the figure "${id}"`);
  return card;
}

export function modelsOf(id: string): ChartModel[] {
  return figureModels(ledger, id);
}

/** A figure's model from a card that has been changed for the test. */
export function modelFrom(id: string, change: (card: FigureCard) => void): ChartModel {
  const card = structuredClone(cardOf(id));
  change(card);
  return drawFigure(ledger, card, 'column');
}

export function allLabels(model: ChartModel): Label[] {
  return [...model.labels, ...model.axes.flatMap((axis) => axis.labels)];
}

/** Ids of the rows that a card shows, in picture or table. */
export function shownRows(card: FigureCard): string[] {
  return [...card.lines, ...card.bands, ...card.dots, ...card.table_only].flatMap((series) => series.rows);
}

/** Ids of the rows that a card draws as marks. */
export function drawnRows(card: FigureCard): string[] {
  return [...card.lines, ...card.dots].flatMap((series) => series.rows);
}

/** Any row of the ledger with which a point can be made, whatever its number. */
export function rowWhere(holds: (row: Observation) => boolean): Observation {
  const row = [...ledger.observations.values()].find(holds);
  if (!row) throw new Error('the ledger has no such row');
  return row;
}
