import { datasetCsv } from '../../ledger/dataset-files.ts';
import { CARD_IDS, type CardId } from '../../ledger/dataset-ids.ts';
import { ledger } from '../../ledger/load.ts';

/** A dataset's rows as CSV, from the checked ledger. */
export function getStaticPaths() {
  return CARD_IDS.map((id) => ({ params: { id } }));
}

export function GET({ params }: { params: { id: CardId } }): Response {
  return new Response(datasetCsv(ledger(), params.id), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
}
