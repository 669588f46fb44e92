import { ownTexts } from '../layouts/own-texts.ts';

/** Part of a bundle that this plugin looks at. */
interface Output {
  type: 'chunk' | 'asset';
  code?: string;
}

/**
 * Makes the Vite plugin that notes every script that the bundler has made for browsers, before Astro writes it into pages: what is
 * a script in a page and none of these came in by another way.
 */
export function noteOwnScripts() {
  return {
    name: 'note-own-scripts',
    applyToEnvironment: ({ name }: { name: string }) => name === 'client',
    generateBundle: {
      order: 'pre' as const,
      handler(_: unknown, bundle: Record<string, Output>) {
        for (const { code } of Object.values(bundle)) if (code !== undefined) ownTexts().scripts.add(code.trim());
      },
    },
  };
}
