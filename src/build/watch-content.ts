import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';

/** While `npm run dev` runs: reloads the browser when a file of `content/` is added, changed or removed. */
export function watchContent(): AstroIntegration {
  let folder = '';
  return {
    name: 'watch-content',
    hooks: {
      'astro:config:setup': ({ config }) => {
        folder = join(fileURLToPath(config.root), 'content') + sep;
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.add(folder);
        server.watcher.on('all', (_event, path) => {
          if (path.startsWith(folder)) reload(server);
        });
      },
    },
  };
}

/** The ledger is data, not a module Vite knows, so every rendered module may depend on it. */
function reload(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments)) {
    environment.moduleGraph.invalidateAll();
    environment.hot.send({ type: 'full-reload' });
  }
}
