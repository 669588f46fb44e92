import { writeBriefings, type Briefing } from './print-forms.ts';
import type { Ledger } from '../../data/ledger.ts';
import { findBrowser, launch, presentBrowser } from '../browser.ts';
import { buildDate, type BriefingsMode } from '../settings.ts';

/** Path of the browser that prints the PDFs, or a line that says why none are printed. */
export type Printer = { path: string } | { path: null; why: string };

/**
 * Finds the browser that prints the PDFs, if they are asked for and one is there.
 * @throws UserError if the mode is `all` and no browser can be found or installed.
 */
export async function findPrinter(mode: BriefingsMode): Promise<Printer> {
  if (mode === 'none') return { path: null, why: 'The PDFs were left out, as BRIEFINGS=none asks.' };
  const path = mode === 'all' ? await findBrowser() : await presentBrowser();
  if (path !== undefined) return { path };
  return {
    path: null,
    why: 'No Chromium was found, so the PDFs were left out; npm run build:all installs one and makes them.',
  };
}

/** Prints the PDFs of a site into its folder, from the pages that Astro has rendered for them. */
export async function printBriefings(
  folder: string,
  forms: ReadonlyMap<string, string>,
  ledger: Ledger,
  root: string,
  siteUrl: string | undefined,
  path: string,
): Promise<Briefing[]> {
  const browser = await launch(path);
  try {
    const date = await buildDate(root, process.env, ledger.site.dataDate);
    return await writeBriefings(folder, forms, { ledger, root, siteUrl, date, browser });
  } finally {
    await browser.close();
  }
}
