import type { APIContext } from 'astro';
import { ledger } from '../data/load.ts';
import { citablePages } from '../figures/all-works.ts';
import { citationFile, type CitationKind } from '../site/addresses.ts';
import { editionOf } from '../site/citations/edition.ts';
import { CITATION_FILES } from '../site/citations/formats.ts';
import type { CitablePage } from '../site/citable-pages.ts';

/** Lists the citations of all works, each beside the page of its work. */
export function getStaticPaths() {
  const kinds = Object.keys(CITATION_FILES) as CitationKind[];
  return citablePages(ledger(), process.cwd()).flatMap((work) =>
    kinds.map((kind) => ({ params: { citation: citationFile(work, kind) }, props: { work, kind } })),
  );
}

/** Writes one citation for reference managers. */
export function GET({ props: { work, kind }, site }: APIContext<{ work: CitablePage; kind: CitationKind }>): Response {
  const { type, write } = CITATION_FILES[kind];
  return new Response(write(work, editionOf(ledger(), site)), {
    headers: { 'content-type': `${type}; charset=utf-8` },
  });
}
