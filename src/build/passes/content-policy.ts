import { createHash } from 'node:crypto';
import { ownTexts, type OwnTexts } from '../../layouts/own-texts.ts';
import { SEARCH_PAGE } from '../../site/addresses.ts';
import type { Edit, Page } from '../page.ts';
import { attributeOf, textContent, type HtmlElement } from '../html-tree.ts';

/** Returns the edit that puts the policy of a page right after its character set: a policy binds only what comes after it. It allows of the page's styles and scripts only those that the build has written. */
export function contentPolicy(page: Page, own: OwnTexts): Edit[] {
  const at = charsetOf(page)?.sourceCodeLocation?.endOffset;
  if (at === undefined) return [];
  return [{ from: at, to: at, text: `<meta http-equiv="content-security-policy" content="${policyOf(page, own)}">` }];
}

/** Tells whether the browser would run an element: a script of JSON is data, and no policy looks at it. */
export function isProgram(element: HtmlElement): boolean {
  return element.tagName === 'script' && attributeOf(element, 'type') !== 'application/ld+json';
}

/**
 * Makes the content security policy of one page: it may run and apply, word for word, what the build has written into it, and nothing else.
 * The search page may also fetch the index, from its own site.
 */
function policyOf({ file, elements }: Page, own: OwnTexts): string {
  return [
    `default-src 'none'`,
    `style-src ${hashes(
      elements.filter(({ tagName }) => tagName === 'style'),
      own.styles,
    )}`,
    `script-src ${hashes(elements.filter(isProgram), own.scripts)}`,
    ...(file === SEARCH_PAGE ? [`connect-src 'self'`] : []),
    'img-src data:',
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

function hashes(elements: HtmlElement[], own: ReadonlySet<string>): string {
  const sources = elements
    .map(textContent)
    .filter((text) => own.has(text))
    .map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return sources.length === 0 ? `'none'` : [...new Set(sources)].join(' ');
}

/** Returns the element that names the character set of a page. */
export function charsetOf({ elements }: Page): HtmlElement | undefined {
  return elements.find((element) => element.tagName === 'meta' && attributeOf(element, 'charset') !== undefined);
}

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
