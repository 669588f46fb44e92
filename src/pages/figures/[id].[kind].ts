import { ledger } from '../../data/load.ts';
import type { Ledger } from '../../data/ledger.ts';
import { FIGURE_IDS, figureModels } from '../../figures/index.ts';
import { figureCsv, figureJson } from '../../figures/shared/exports.ts';
import { figureText } from '../../figures/shared/text.ts';
import type { ChartModel } from '../../figures/shared/model.ts';

/** Writers of a figure's files by their endings, from the same model as its picture: its rows; its words, rows and sources; its finding and numbers for readers without pictures. */
const FILES = {
  csv: { type: 'text/csv', write: (_: Ledger, model: ChartModel) => figureCsv(model) },
  json: { type: 'application/json', write: figureJson },
  txt: { type: 'text/plain', write: figureText },
} satisfies Record<
  string,
  { type: string; write: (facts: Ledger, model: ChartModel, site: string | undefined) => string }
>;

/** Lists the files of each figure. */
export function getStaticPaths() {
  return FIGURE_IDS.flatMap((id) => Object.keys(FILES).map((kind) => ({ params: { id, kind } })));
}

/** Writes one file of a figure. */
export function GET({
  params,
  site,
}: {
  params: { id: string; kind: keyof typeof FILES };
  site: URL | undefined;
}): Response {
  const { type, write } = FILES[params.kind];
  const facts = ledger();
  return new Response(write(facts, figureModels(facts, params.id)[0], site?.href), {
    headers: { 'content-type': `${type}; charset=utf-8` },
  });
}
