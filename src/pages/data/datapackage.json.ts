import { dataPackage } from '../../site/datasets/data-package.ts';
import { ledger } from '../../data/load.ts';

/** Writes the data package: all datasets described for programs. */
export function GET({ site }: { site: URL | undefined }): Response {
  return new Response(dataPackage(ledger(), site?.href), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
