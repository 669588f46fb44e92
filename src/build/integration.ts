import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { INDEX_FILE } from '../client/search-entry.ts';
import { writeHostFiles } from './hosts/write-host-files.ts';
import { FORMS, PAPER_FOLDER, paperPage } from '../site/briefing-forms.ts';
import type { CheckResult } from './check-content.ts';
import { formatFileSize } from '../data/format.ts';
import { readForwards } from '../site/permanent-ids/read-forwards.ts';
import { ownTexts } from '../layouts/own-texts.ts';
import { sectionNames } from '../site/mentions.ts';
import { movedPages } from '../site/moved-pages.ts';
import { fail, ContentError, type Problem } from '../data/errors.ts';
import { liveIds } from '../site/permanent-ids/permanent-ids.ts';
import { readPublished, findUnpublished } from '../site/permanent-ids/published-file.ts';
import { checkSite } from './check-content.ts';
import { exitOnUserError } from './user-error.ts';
import { listFiles, listPages } from './files.ts';
import { buildProgress, countNoun } from './progress.ts';
import { readBriefingsMode, readCopiesSetting, readSiteUrl } from './settings.ts';
import { PAPER_SOURCES } from './pdf/print-forms.ts';
import { originFinder } from './find-origin.ts';
import { finishPages } from './finish-pages.ts';
import { noteOwnScripts } from './passes/content-policy.ts';
import { packSite } from './pack-site.ts';
import { readPage, type Page } from './page.ts';
import { markupProblems } from './passes/check-markup.ts';
import { checkPublishedIds, oldAnchors } from './passes/forwarded-ids.ts';
import { writePictures } from './pictures/write-pictures.ts';
import { findPrinter, printBriefings, type Printer } from './pdf/print-briefings.ts';
import { searchEntries } from './search/entries.ts';
import { pageTexts } from './texts/page-texts.ts';
import { beginBuild, buildFolders, swapIn, systemError, type BuildFolders } from './swap.ts';

/** Everything that is decided before Astro renders. */
interface Plan extends CheckResult {
  root: string;
  siteUrl: string | undefined;
  withCopies: boolean;
  folders: BuildFolders;
  printer: Printer;
}

/**
 * Makes `astro build` build the finished site: checks the content first, and does to the pages that Astro has written all that a
 * page-by-page render cannot. Until the last step everything happens in a folder beside the published one, so a build that fails
 * or is killed leaves that as it was.
 */
export function finishedSite(): AstroIntegration {
  let plan: Plan | undefined;
  return {
    name: 'finished-site',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, injectRoute, addMiddleware }) =>
        runHook(async () => {
          const root = fileURLToPath(config.root);
          if (command === 'dev')
            addMiddleware({ entrypoint: new URL('./dev-middleware.ts', import.meta.url), order: 'pre' });
          if (command === 'build') {
            plan = await planBuild(root, fileURLToPath(config.outDir));
            // A warm cache could carry yesterday's prose into today's build.
            rmSync(config.cacheDir, { recursive: true, force: true });
            updateConfig({ outDir: pathToFileURL(`${plan.folders.fresh}/`), vite: { plugins: [noteOwnScripts()] } });
          }
          if (command === 'dev' || (plan && plan.printer.path !== null))
            for (const form of FORMS)
              injectRoute({ pattern: `/${PAPER_FOLDER}/${form.id}`, entrypoint: paperSource(root, form.id) });
          if (command === 'build') buildProgress.emit('step', 'Drawing the pages');
        }),
      'astro:build:done': ({ logger }) =>
        runHook(async () => {
          if (!plan) return;
          await finishBuild(plan, (what) => {
            logger.info(what);
            buildProgress.emit('step', what);
          });
        }),
    },
  };
}

async function planBuild(root: string, live: string): Promise<Plan> {
  const siteUrl = readSiteUrl(process.env);
  const withCopies = readCopiesSetting(process.env);
  const mode = readBriefingsMode(process.env);
  const folders = buildFolders(live.replace(/[/\\]$/, ''));
  buildProgress.emit('step', 'Checking the content');
  const checked = checkSite(root);
  beginBuild(folders);
  return { ...checked, root, siteUrl, withCopies, folders, printer: await findPrinter(mode) };
}

/** Returns the source of the page that a form is printed from. */
function paperSource(root: string, form: string): URL {
  const file = `${PAPER_SOURCES}/${form}.astro`;
  if (!existsSync(join(root, file)))
    fail({ file, found: 'no such page', expected: 'a page for every form in src/site/briefing-forms.ts' });
  return pathToFileURL(join(root, file));
}

async function finishBuild(plan: Plan, step: (what: string) => void): Promise<void> {
  const { ledger, root, siteUrl, printer } = plan;
  const folder = plan.folders.fresh;
  const forms = takePaperPages(folder);

  step('Looking up every id that was ever published');
  const pages = new Map<string, Page>(
    listPages(folder).map((file) => [file, readPage(file, readFileSync(join(folder, file), 'utf8'))]),
  );
  const { forwards, unlisted } = keepIds(plan, pages);

  step('Printing the briefing');
  checkForms(root, forms);
  const briefings =
    printer.path === null ? null : await printBriefings(folder, forms, ledger, root, siteUrl, printer.path);

  step('Drawing the pictures to keep and to share');
  await writePictures(folder, ledger, root, siteUrl);

  step(`Finishing ${countNoun(pages.size, 'page')}`);
  const sections = sectionNames(root);
  const texts = new Map([
    ...pageTexts(pages, { ledger, sections, siteUrl }),
    [INDEX_FILE, JSON.stringify(searchEntries(ledger, sections, pages))],
  ]);
  const context = {
    forwards,
    moved: movedPages(ledger, forwards),
    texts,
    briefings,
    own: ownTexts(),
    findOrigin: originFinder(root),
  };
  for (const [file, text] of [...texts, ...finishPages(pages, context)]) write(folder, file, text);
  writeHostFiles(folder, root, listFiles(folder));

  step('Packing copies for slow lines, and adding up every file');
  const packed = await packSite(folder, plan.withCopies);

  step('Putting the new site in place');
  swapIn(plan.folders);
  const printed = briefings?.map(({ file, bytes }) => `${file} (${formatFileSize(bytes)})`).join(', ');
  buildProgress.emit('done', {
    site: ledger.site,
    siteUrl,
    warnings: plan.warnings,
    unlisted,
    made: [
      printer.path === null ? printer.why : `Printed ${printed}`,
      packed,
      `Built ${countNoun(pages.size, 'page')} in ${relative(root, plan.folders.live)}/`,
    ],
  });
}

/** Takes the pages that forms are printed from out of what Astro has written: they are no part of the site. */
function takePaperPages(folder: string): ReadonlyMap<string, string> {
  const files = FORMS.map(paperPage).filter((file) => existsSync(join(folder, file)));
  const forms = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  rmSync(join(folder, PAPER_FOLDER), { recursive: true, force: true });
  return forms;
}

/**
 * Makes sure that the pages which a browser prints hold nothing that the build did not put there: it would run what they hold.
 * @throws ContentError with everything else that is there.
 */
function checkForms(root: string, forms: ReadonlyMap<string, string>): void {
  const findOrigin = originFinder(root);
  const problems = [...forms].flatMap(([file, html]) =>
    markupProblems(readPage(file, html), ownTexts(), new Map(), findOrigin),
  );
  if (problems.length > 0) throw new ContentError(problems);
}

/**
 * Makes sure that every id that was ever published works, forwarded ones at their successors.
 * @throws ContentError if one leads nowhere.
 */
function keepIds({ root, ledger }: Plan, pages: Map<string, Page>) {
  const problems: Problem[] = [];
  const forwards = readForwards(root, ledger, problems);
  const published = readPublished(root, problems);
  if (problems.length > 0) throw new ContentError(problems);
  const anchors = new Set(
    [...pages.values()].flatMap((page) => oldAnchors(page, forwards).map(({ id }) => `${page.file}#${id}`)),
  );
  checkPublishedIds(published, (file, id) => {
    const page = pages.get(file);
    return page !== undefined && (id === undefined || page.byId.has(id) || anchors.has(`${file}#${id}`));
  });
  return { forwards, unlisted: findUnpublished(liveIds(ledger), published).length };
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** Runs a hook; an error that only the user can mend ends the process with its message alone. */
function runHook(work: () => Promise<void>): Promise<void> {
  return exitOnUserError(() =>
    work().catch((error: unknown) => {
      throw systemError(error, 'dist');
    }),
  );
}
