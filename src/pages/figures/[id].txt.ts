import { figureText } from '../../figures/shared/text.ts';
import { FIGURE_IDS, figureModels } from '../../figures/index.ts';
import { ledger } from '../../data/load.ts';

/** Lists the files, one for each of the figures. */
export function getStaticPaths() {
  return FIGURE_IDS.map((id) => ({ params: { id } }));
}

/** Writes a figure's finding and numbers as plain text, for readers without pictures, from the same model as its picture. */
export function GET({ params }: { params: { id: string } }): Response {
  return new Response(figureText(ledger(), figureModels(ledger(), params.id)[0]), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
