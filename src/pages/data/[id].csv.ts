import { datasetCsv } from '../../site/datasets/tables.ts';
import { CARD_IDS, type CardId } from '../../data/ledger.ts';
import { ledger } from '../../data/load.ts';

/** Lists the files, one for each of the datasets. */
export function getStaticPaths() {
  return CARD_IDS.map((id) => ({ params: { id } }));
}

/** Writes a dataset's rows as CSV, from the checked ledger. */
export function GET({ params }: { params: { id: CardId } }): Response {
  return new Response(datasetCsv(ledger(), params.id), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
}
