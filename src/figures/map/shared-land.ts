import type { ChartModel } from '../shared/model.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { FigureCard } from '../../data/schemas/figure.ts';
import { cornerSvg, cornerTowns } from './corner.ts';
import { COUNTRY, countrySvg, DETAIL, detailSvg, SHARED } from './ground.ts';

/** Returns the land of the map, once for all pictures of a page: two symbols that `<use>` shows at any size. */
export function mapDefs(ledger: Ledger, card: FigureCard): string {
  return `<svg class="map__shared" width="0" height="0" aria-hidden="true"><symbol id="${SHARED.detail}" viewBox="0 0 ${DETAIL.width} ${DETAIL.height}">${detailSvg(ledger.boundaries)}</symbol><symbol id="${SHARED.country}" viewBox="0 0 ${COUNTRY.width} ${COUNTRY.height}">${countrySvg(ledger.boundaries)}${cornerSvg(cornerTowns(ledger, card))}</symbol></svg>`;
}

/** Returns a picture's underlay by reference: what is drawn whole in a single picture is only named here. */
export function mapUnderlay({ underlay = '' }: ChartModel): string {
  const ids = [SHARED.detail, SHARED.country];
  return underlay.replace(
    /<svg( x="[^"]*" y="[^"]*" width="[^"]*" height="[^"]*")[^>]*>.*?<\/svg>/g,
    (_, box: string) => `<use href="#${ids.shift()}"${box}/>`,
  );
}
