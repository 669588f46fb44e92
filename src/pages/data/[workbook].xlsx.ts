import { basename } from 'node:path';
import { ledger } from '../../data/load.ts';
import { WORKBOOK_TYPE, workbookFile } from '../../site/addresses.ts';
import { datasetWorkbook } from '../../site/datasets/workbook.ts';

/** Names the workbook after the subject of the site. */
export function getStaticPaths() {
  return [{ params: { workbook: basename(workbookFile(ledger().site), '.xlsx') } }];
}

/** Writes all datasets as one workbook. */
export async function GET({ site }: { site: URL | undefined }): Promise<Response> {
  const workbook = await datasetWorkbook(ledger(), site?.href);
  return new Response(new Uint8Array(workbook), { headers: { 'content-type': WORKBOOK_TYPE } });
}
