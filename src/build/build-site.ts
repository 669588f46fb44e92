import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NEEDS_ADDRESS, writeFollowing } from './following.ts';
import { fillBriefings } from './fill-briefings.ts';
import { fillSizes } from './fill-sizes.ts';
import { writeHostFiles } from './hosts/write-host-files.ts';
import { keepIds } from './keep-ids.ts';
import { leanPages } from './lean.ts';
import { makeOneFile } from './one-file.ts';
import { writePictures } from './pictures/write-pictures.ts';
import { writePolicies } from './seal.ts';
import { expandForSpeech } from './speech.ts';
import { writeSearchIndex } from './search/search-index.ts';
import { searchRecords } from './search/search-records.ts';
import { fileSize } from '../data/format.ts';
import { sectionNames } from '../site/mentions.ts';
import { isText, READING_COPY } from '../site/editions.ts';
import { PUBLISHED_FILE } from '../site/permanent-ids/published-file.ts';
import { checkSite } from './check-content.ts';
import type { SiteCard } from '../data/schemas/site.ts';
import { listFiles, listPages } from './files.ts';
import { countNoun, numberSteps } from './progress.ts';
import { searchError } from './search/search-error.ts';
import { packSite } from './pack-site.ts';
import { printBriefings } from './pdf/print-briefings.ts';
import { prepareAstro, readBriefingsWish, readCopiesWish, readSiteUrl } from './settings.ts';
import { beginBuild, buildFolders, swapIn } from './swap.ts';

/**
 * Builds the site into `dist`, with PDFs as far as they are wished for. Until the last step everything happens in `dist.next`,
 * so a build that fails or is killed leaves the published folder as it was.
 */
export async function buildSite(root: string, wish = readBriefingsWish(process.env)): Promise<void> {
  const step = numberSteps(9);
  const siteUrl = readSiteUrl(process.env);
  const withCopies = readCopiesWish(process.env);
  const folders = buildFolders(join(root, 'dist'));

  step('Checking the content');
  const { ledger, warnings } = checkSite(root);
  warnings.forEach((warning) => console.log(warning));

  step('Drawing the pages');
  beginBuild(folders);
  prepareAstro(process.env, 'production');
  const { build } = await import('astro');
  // A warm cache could carry yesterday's prose into today's build.
  rmSync(join(root, '.astro/cache'), { recursive: true, force: true });
  await build({ root, outDir: folders.fresh, logLevel: 'warn' });

  step('Printing the briefing');
  const printed = await printBriefings(folders.fresh, ledger, root, siteUrl, wish);
  fillBriefings(folders.fresh, listPages(folders.fresh), printed.briefings);

  step('Drawing the pictures to keep and to share');
  writePictures(folders.fresh, ledger, root, siteUrl);

  step('Indexing the words for search');
  const records = searchRecords(ledger, sectionNames(root), (file) => readFileSync(join(folders.fresh, file), 'utf8'));
  await writeSearchIndex(folders.fresh, records).catch((error: unknown) => {
    throw searchError(error);
  });

  step('Looking up every id that was ever published');
  const { unlisted, moved } = keepIds(folders.fresh, ledger, root);

  const pages = listPages(folders.fresh);
  step(`Sealing ${countNoun(pages.length, 'page')} against foreign scripts`);
  makeOneFile(folders.fresh, READING_COPY);
  expandForSpeech(folders.fresh, pages.filter(isText));
  leanPages(folders.fresh, pages);
  writePolicies(folders.fresh, pages);
  fillSizes(folders.fresh, pages);
  writeFollowing(
    folders.fresh,
    ledger,
    root,
    pages.filter((file) => !moved.includes(file)),
    siteUrl,
  );
  writeHostFiles(folders.fresh, root, listFiles(folders.fresh));

  step('Packing copies for slow lines, and adding up every file');
  const packed = await packSite(folders.fresh, withCopies);

  step('Putting the new site in place');
  swapIn(folders);
  remind(ledger.site, siteUrl, unlisted);
  console.log(
    printed.briefings === null
      ? printed.why
      : `Printed ${printed.briefings.map(({ file, bytes }) => `${file} (${fileSize(bytes)})`).join(', ')}`,
  );
  console.log(packed);
  console.log(`Built ${countNoun(pages.length, 'page')} in dist/`);
}

/** What is made only where the address of the site is known. */
const LEFT_OUT = ['canonical links and previews', 'cards', 'code for frames', ...NEEDS_ADDRESS];

/** Says what a reader will miss because the deployer has not filled it in, and what an editor has not yet done. */
function remind(site: SiteCard, siteUrl: string | undefined, unlisted: number): void {
  if (siteUrl === undefined)
    console.log(`SITE_URL is not set: ${LEFT_OUT.slice(0, -1).join(', ')} and ${LEFT_OUT.at(-1)} were left out.`);
  const unset = [site.publisher === null && 'publisher', site.contact === null && 'contact'].filter(Boolean);
  if (unset.length > 0)
    console.log(
      `content/site.yaml names no ${unset.join(' and no ')}: the pages speak of “contributors” and show no address.`,
    );
  if (unlisted > 0)
    console.log(`${countNoun(unlisted, 'id')} of the content not in ${PUBLISHED_FILE}: run npm run publish-ids.`);
}
