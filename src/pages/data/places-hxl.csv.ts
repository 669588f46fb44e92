import { ledger } from '../../data/load.ts';
import { placesHxl } from '../../site/datasets/places-hxl.ts';

/** Writes the places with hashtags for humanitarian tools. */
export function GET({ site }: { site: URL | undefined }): Response {
  return new Response(placesHxl(ledger(), site?.href), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
}
