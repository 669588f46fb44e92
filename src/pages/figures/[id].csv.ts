import { figureCsv } from '../../charts/csv.ts';
import { FIGURES, figureModels } from '../../figures/index.ts';
import { ledger } from '../../data/load.ts';

/** A figure's rows as CSV, from the same model as its picture. */
export function getStaticPaths() {
  return Object.keys(FIGURES).map((id) => ({ params: { id } }));
}

export function GET({ params }: { params: { id: string } }): Response {
  return new Response(figureCsv(figureModels(ledger(), params.id)[0]), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
}
