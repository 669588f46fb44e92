import { num } from '../../charts/index.ts';
import type { ChartModel } from '../shared/model.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { FigureCard } from '../../data/schemas/figure.ts';
import { cornerSvg, cornerTowns } from './corner.ts';
import { COUNTRY, countrySvg, DETAIL, detailSvg, SHARED, type Ground } from './ground.ts';
import { drawUnderlay, layOutMap } from './layout.ts';

/** Id of the land of the small map without its towns: those of a dated map are its own. */
export const COUNTRY_LAND = 'map-country-land';

/** Ids of the drawings of land that maps share. */
export const LANDS = [SHARED.detail, COUNTRY_LAND] as const;

/** Returns one drawing of land that maps share, as a symbol that `<use>` shows at any size; a page has it once. */
export function landDef({ boundaries }: Ledger, id: (typeof LANDS)[number]): string {
  return hidden(
    id === COUNTRY_LAND ? symbol(id, COUNTRY, countrySvg(boundaries)) : symbol(id, DETAIL, detailSvg(boundaries)),
  );
}

/** Returns the small map of the country with its towns, once for all pictures of the map on a page that has its land. */
export function mapDefs(ledger: Ledger, card: FigureCard, isDated: boolean): string {
  const land = `<use href="#${COUNTRY_LAND}" width="${COUNTRY.width}" height="${COUNTRY.height}"/>`;
  return hidden(symbol(SHARED.country, COUNTRY, land + cornerSvg(cornerTowns(ledger, card), isDated)));
}

function hidden(symbols: string): string {
  return `<svg class="map__shared" width="0" height="0" aria-hidden="true">${symbols}</svg>`;
}

function symbol(id: string, { width, height }: Ground, content: string): string {
  return `<symbol id="${id}" viewBox="0 0 ${width} ${height}">${content}</symbol>`;
}

/** Returns a picture's underlay by reference: what is drawn whole in a single picture is only named here. */
export function mapUnderlay({ frame, labels }: ChartModel): string {
  return drawUnderlay(
    layOutMap(frame.name),
    labels,
    (part, { x0, y0, x1, y1 }) =>
      `<use href="#${SHARED[part]}" x="${num(x0)}" y="${num(y0)}" width="${num(x1 - x0)}" height="${num(y1 - y0)}"/>`,
  );
}
