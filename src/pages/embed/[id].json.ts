import type { APIContext } from 'astro';
import { embedCode } from '../../figures/embed.ts';
import { figurePages } from '../../figures/all-works.ts';
import { ledger } from '../../data/load.ts';
import type { CitablePage } from '../../site/citable-pages.ts';

/** The address of the site, with a slash at its end, where it has one. */
const SITE: string | undefined = import.meta.env.SITE;

/** Lists the oEmbed answers, one for each figure. They need the address of the site, so without one there is none. */
export function getStaticPaths() {
  return SITE === undefined ? [] : figurePages(ledger()).map((work) => ({ params: { id: work.id }, props: { work } }));
}

/** Writes what oEmbed tells a page that wants to show a figure. */
export function GET({ props: { work } }: APIContext<{ work: CitablePage }>): Response {
  const { site } = ledger();
  const { frame: html, width, height } = embedCode(ledger(), work, SITE as string);
  const provider = { provider_name: site.publisher ?? site.title, provider_url: SITE };
  return Response.json({ version: '1.0', type: 'rich', title: work.shared, ...provider, width, height, html });
}
