import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { run } from './run.ts';

/** Milliseconds: a file counts as saved when it has not grown for so long. */
const SAVED = { stabilityThreshold: 60, pollInterval: 20 };

/** Heading over the problems found; Vite hands it on to Astro without knowing it. */
const HEADED = { title: 'The content check' };

/** Shows each edit of `content/` in the browser while `npm run dev` runs, and what `npm run check` finds in it, in the terminal and over the page. */
export function watchContent(): AstroIntegration {
  let root = '';
  return {
    name: 'watch-content',
    hooks: {
      'astro:config:setup': ({ config, command, updateConfig }) => {
        root = fileURLToPath(config.root);
        // Astro would read a section that an editor has emptied and not yet filled again, and keep it so.
        if (command === 'dev') updateConfig({ vite: { server: { watch: { awaitWriteFinish: SAVED } } } });
      },
      'astro:server:setup': ({ server, logger }) => {
        const content = join(root, 'content') + sep;
        const prose = ['sections', 'record'].map((folder) => join(content, folder) + sep);
        const code = join(root, 'src') + sep;
        const check = checkBeside(server, root, logger);
        server.watcher.add(content);
        server.watcher.on('all', (_event, path) => {
          // Astro itself watches the prose and the code.
          if (path.startsWith(content) && !prose.some((folder) => path.startsWith(folder))) reload(server);
          if (path.startsWith(content) || path.startsWith(code)) check();
        });
      },
    },
  };
}

/** Rows are data, not modules that Vite knows: no code is loaded again. Only the lists of addresses that Astro keeps may have changed with them. */
function reload(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments)) {
    if (environment !== server.environments.client) environment.hot.send('astro:content-changed', {});
  }
  server.environments.client.hot.send({ type: 'full-reload' });
}

/** Starts checking the content. @returns A function that checks it again. */
function checkBeside(server: ViteDevServer, root: string, logger: AstroIntegrationLogger): () => void {
  const show = (problems: string) =>
    server.environments.client.hot.send({ type: 'error', err: { ...HEADED, message: problems, stack: '' } });
  let wasWell = false;
  const check = backgroundCheck([process.execPath, join(root, 'src/cli/check.ts')], (problems) => {
    if (problems !== null) {
      logger.error(problems);
      show(problems);
    } else if (!wasWell) {
      logger.info('The content check finds nothing wrong.');
    }
    wasWell = problems === null;
  });
  // A page that is opened or loaded again has lost what lay over it.
  server.ws.on('connection', () => {
    const problems = check.problems();
    if (problems !== null) show(problems);
  });
  server.httpServer?.once('close', check.stop);
  check.start();
  return check.start;
}

/** Editors save several files at once, or one in several steps. */
const SETTLING_TIME = 150;

/** A check of the content that runs beside the pages, in a process of its own. */
interface BackgroundCheck {
  /** Checks the content as it is now; a check that is still running is stopped, for its result would be out of date. */
  start: () => void;
  stop: () => void;
  /** Returns what the last check found wrong: `null` for nothing, and while one is running. */
  problems: () => string | null;
}

/**
 * Makes a background check.
 * @param command A program and its arguments. It exits with 0 if all is well; else its output says what is wrong.
 * @param report Receives what each check found that was not overtaken: the problems, or `null` for none.
 */
export function backgroundCheck(
  [program, ...args]: [string, ...string[]],
  report: (problems: string | null) => void,
): BackgroundCheck {
  let running = new AbortController();
  let problems: string | null = null;

  const stop = () => {
    running.abort();
    problems = null;
  };
  const start = () => {
    stop();
    const { signal } = (running = new AbortController());
    const check = async () => {
      if (signal.aborted) return;
      const { code, output } = await run(program, args, { signal });
      if (signal.aborted) return;
      problems = code === 0 ? null : output.trim();
      report(problems);
    };
    setTimeout(() => void check(), SETTLING_TIME);
  };
  return { start, stop, problems: () => problems };
}
