import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import { finishedSite } from './src/build/integration.ts';
import { remarkNotes } from './src/components/notes/remark-notes.ts';
import { remarkSteps } from './src/components/shared/remark-steps.ts';
import { exitOnUserError } from './src/build/user-error.ts';
import { readSiteUrl } from './src/build/settings.ts';
import { watchContent } from './src/build/watch-content.ts';

/** Larger than any style or script of ours: each goes into its page, so that a page is one request. */
const INLINE_ALL = 1_000_000;

// Nothing of ours goes over the network, also where Astro is run by itself.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

export default defineConfig({
  site: await exitOnUserError(() => readSiteUrl(process.env)),
  output: 'static',
  cacheDir: './.astro/cache',
  compressHTML: true,
  build: { format: 'file', inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  integrations: [mdx(), watchContent(), finishedSite()],
  markdown: {
    syntaxHighlight: false,
    processor: unified({ gfm: true, smartypants: false, remarkPlugins: [remarkNotes, remarkSteps] }),
  },
  vite: {
    // Old phones know neither nesting nor logical properties; they get them written out.
    build: {
      assetsInlineLimit: INLINE_ALL,
      cssTarget: 'chrome66',
      rolldownOptions: { onwarn: warnUnlessAstroKnows },
    },
  },
});

/** Astro marks MDX with a directive that only Astro reads; the bundler warns of it once for each section. */
function warnUnlessAstroKnows(warning, warn) {
  if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
}
