import { join } from 'node:path';
import { buildProgress, type BuildReport, countNoun, numberSteps } from './progress.ts';
import { systemError } from './swap.ts';
import { PUBLISHED_FILE } from '../site/permanent-ids/published-file.ts';
import { prepareAstro } from './settings.ts';

/** Number of steps that the integration announces. */
const STEPS = 8;

/** Things that are made only where the address of the site is known. */
const LEFT_OUT = ['canonical links and previews', 'cards', 'code for frames', 'feed', 'sitemap'];

/** Runs `astro build`, which makes the site in `dist`, and prints its progress and what the deployer or an editor should still do. */
export async function buildSite(root: string): Promise<void> {
  prepareAstro(process.env, 'production');
  const { build } = await import('astro');
  const step = numberSteps(STEPS);
  buildProgress.on('step', step).once('done', remind);
  try {
    await build({ root, logLevel: 'warn' });
  } catch (error) {
    throw systemError(error, join(root, 'dist'));
  } finally {
    buildProgress.removeAllListeners();
  }
}

/** Prints what was made, what readers will miss because a setting is empty, and what an editor has not yet done. */
function remind({ site, siteUrl, warnings, unlisted, made }: BuildReport): void {
  warnings.forEach((warning) => console.log(warning));
  if (siteUrl === undefined)
    console.log(`SITE_URL is not set: ${LEFT_OUT.slice(0, -1).join(', ')} and ${LEFT_OUT.at(-1)} were left out.`);
  const unset = [site.publisher === null && 'publisher', site.contact === null && 'contact'].filter(Boolean);
  if (unset.length > 0)
    console.log(
      `content/site.yaml names no ${unset.join(' and no ')}: the pages speak of “contributors” and show no address.`,
    );
  if (unlisted > 0)
    console.log(`${countNoun(unlisted, 'id')} of the content not in ${PUBLISHED_FILE}: run npm run publish-ids.`);
  made.forEach((line) => console.log(line));
}
