import { figureCsv } from '../../figures/shared/exports.ts';
import { FIGURE_IDS, figureModels } from '../../figures/index.ts';
import { ledger } from '../../data/load.ts';

/** Lists the files, one for each of the figures. */
export function getStaticPaths() {
  return FIGURE_IDS.map((id) => ({ params: { id } }));
}

/** Writes a figure's rows as CSV, from the same model as its picture. */
export function GET({ params }: { params: { id: string } }): Response {
  return new Response(figureCsv(figureModels(ledger(), params.id)[0]), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
}
