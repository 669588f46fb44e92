import { datasetJson } from '../../ledger/dataset-files.ts';
import { CARD_IDS, type CardId } from '../../ledger/dataset-ids.ts';
import { ledger } from '../../ledger/load.ts';

/** A dataset's card and rows as JSON, from the checked ledger. */
export function getStaticPaths() {
  return CARD_IDS.map((id) => ({ params: { id } }));
}

export function GET({ params, site }: { params: { id: CardId }; site: URL | undefined }): Response {
  return new Response(datasetJson(ledger(), params.id, site?.href), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
