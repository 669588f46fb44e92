import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import { remarkNotes } from './src/components/notes/remark-notes.ts';
import { readSiteUrl } from './src/build/settings.ts';
import { watchContent } from './src/build/watch-content.ts';

/** Larger than any style or script of ours: each goes into its page, so that a page is one request. */
const INLINE_ALL = 1_000_000;

export default defineConfig({
  site: readSiteUrl(process.env),
  output: 'static',
  // The swap to `dist` is the build tool's last step; see src/build/build-site.ts.
  outDir: './dist.next',
  cacheDir: './.astro/cache',
  compressHTML: true,
  build: { format: 'file', inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  integrations: [mdx(), watchContent()],
  markdown: {
    syntaxHighlight: false,
    processor: unified({ gfm: true, smartypants: false, remarkPlugins: [remarkNotes] }),
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
