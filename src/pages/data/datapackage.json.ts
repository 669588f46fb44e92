import { dataPackage } from '../../site/datasets/data-package.ts';
import { ledger } from '../../data/load.ts';

/** Writes the data package: all datasets described for programs. */
export async function GET({ site }: { site: URL | undefined }): Promise<Response> {
  return new Response(await dataPackage(ledger(), site?.href), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
