import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Briefing } from './printed-form.ts';
import { writeBriefings } from './print-forms.ts';
import { PAPER_FOLDER } from '../../site/briefing-forms.ts';
import type { Ledger } from '../../data/ledger.ts';
import { findBrowser, launch, presentBrowser } from '../browser.ts';
import { buildDate } from '../build-date.ts';
import type { BriefingsWish } from '../settings.ts';

/** What became of the PDFs: the files, or in a line why there are none. */
export type Printed = { briefings: Briefing[] } | { briefings: null; why: string };

/**
 * Prints the PDFs of a built site, as far as they are wanted and a browser is there, and takes away the pages they are printed from.
 * @throws UserError if they are insisted on and no browser can be found or installed.
 */
export async function printBriefings(
  folder: string,
  ledger: Ledger,
  root: string,
  siteUrl: string | undefined,
  wish: BriefingsWish,
): Promise<Printed> {
  try {
    if (wish === 'none') return { briefings: null, why: 'The PDFs were left out, as BRIEFINGS=none asks.' };
    const path = wish === 'all' ? await findBrowser() : await presentBrowser();
    if (path === undefined)
      return {
        briefings: null,
        why: 'No Chromium was found, so the PDFs were left out; npm run build:all installs one and makes them.',
      };
    const browser = await launch(path);
    try {
      const date = await buildDate(root, process.env, ledger.site.dataDate);
      return { briefings: await writeBriefings(folder, { ledger, root, siteUrl, date, browser }) };
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(join(folder, PAPER_FOLDER), { recursive: true, force: true });
  }
}
