import { datasetJson } from '../../site/datasets/tables.ts';
import { CARD_IDS, type CardId } from '../../data/ledger.ts';
import { ledger } from '../../data/load.ts';

/** Lists the files, one for each of the datasets. */
export function getStaticPaths() {
  return CARD_IDS.map((id) => ({ params: { id } }));
}

/** Writes a dataset's card and rows as JSON, from the checked ledger. */
export function GET({ params, site }: { params: { id: CardId }; site: URL | undefined }): Response {
  return new Response(datasetJson(ledger(), params.id, site?.href), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
