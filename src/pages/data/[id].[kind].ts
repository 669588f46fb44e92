import { CARD_IDS, type CardId } from '../../data/ledger.ts';
import { ledger } from '../../data/load.ts';
import { datasetCsv, datasetJson } from '../../site/datasets/tables.ts';

/** Writers of a dataset's files by their endings, from the checked ledger: its rows; its card and rows. */
const FILES = {
  csv: { type: 'text/csv', write: datasetCsv },
  json: { type: 'application/json', write: datasetJson },
};

/** Lists the files of each dataset. */
export function getStaticPaths() {
  return CARD_IDS.flatMap((id) => Object.keys(FILES).map((kind) => ({ params: { id, kind } })));
}

/** Writes one file of a dataset. */
export function GET({
  params,
  site,
}: {
  params: { id: CardId; kind: keyof typeof FILES };
  site: URL | undefined;
}): Response {
  const { type, write } = FILES[params.kind];
  return new Response(write(ledger(), params.id, site?.href), {
    headers: { 'content-type': `${type}; charset=utf-8` },
  });
}
