import { ledger } from '../../ledger/load.ts';
import { placesHxl } from '../../ledger/places-hxl.ts';

/** The places with hashtags for humanitarian tools. */
export function GET({ site }: { site: URL | undefined }): Response {
  return new Response(placesHxl(ledger(), site?.href), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
}
