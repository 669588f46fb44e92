import { WORKBOOK_TYPE } from '../../site/addresses.ts';

/** Media types by the ending of a file name. Everything else is bytes. */
export const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  conf: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  ico: 'image/x-icon',
  pdf: 'application/pdf',
  xlsx: WORKBOOK_TYPE,
};

/** Media type of any other file. */
export const BYTES = 'application/octet-stream';

/** Returns the media type of a file. */
export function mediaTypeOf(file: string): string {
  return MEDIA_TYPES[/\.([^./]+)$/.exec(file)?.[1] ?? ''] ?? BYTES;
}
