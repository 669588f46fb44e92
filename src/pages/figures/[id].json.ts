import { figureJson } from '../../charts/figure-json.ts';
import { FIGURES, figureModels } from '../../figures/index.ts';
import { ledger } from '../../data/load.ts';

/** A figure's words, rows and sources as JSON, from the same model as its picture. */
export function getStaticPaths() {
  return Object.keys(FIGURES).map((id) => ({ params: { id } }));
}

export function GET({ params, site }: { params: { id: string }; site: URL | undefined }): Response {
  const facts = ledger();
  return new Response(figureJson(facts, figureModels(facts, params.id)[0], site?.href), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
