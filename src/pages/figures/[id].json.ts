import { figureJson } from '../../figures/shared/exports.ts';
import { FIGURE_IDS, figureModels } from '../../figures/index.ts';
import { ledger } from '../../data/load.ts';

/** Lists the files, one for each of the figures. */
export function getStaticPaths() {
  return FIGURE_IDS.map((id) => ({ params: { id } }));
}

/** Writes a figure's words, rows and sources as JSON, from the same model as its picture. */
export function GET({ params, site }: { params: { id: string }; site: URL | undefined }): Response {
  const facts = ledger();
  return new Response(figureJson(facts, figureModels(facts, params.id)[0], site?.href), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
