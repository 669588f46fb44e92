import { createHash } from 'node:crypto';
import type { Problem } from '../../data/errors.ts';
import type { Edit } from '../edits.ts';
import { attributeOf, textContent, type HtmlElement } from '../html-tree.ts';
import type { Page } from '../page.ts';

/** Address of the one page that may load something: the search engine and its index, from this very site. */
export const SEARCH_PAGE = 'search.html';

/** Folder of the search engine and its index on the site. */
export const SEARCH_FOLDER = 'pagefind';

/** Module that only the search page may import, as its script names it. */
const SEARCH_ENGINE = `./${SEARCH_FOLDER}/pagefind.js`;

/** Returns the edit that puts the policy of a page right after its character set: a policy binds only what comes after it. */
export function contentPolicy(page: Page): Edit[] {
  const at = charsetOf(page)?.sourceCodeLocation?.endOffset;
  if (at === undefined) return [];
  return [{ from: at, to: at, text: `<meta http-equiv="content-security-policy" content="${policyOf(page)}">` }];
}

/** Finds what no policy of hashes could allow on a page, and a missing place for the policy. */
export function policyProblems(page: Page): Problem[] {
  const { file, elements } = page;
  const faults = elements.flatMap((element) => {
    const line = element.sourceCodeLocation?.startLine;
    return faultsOf(element, file).map(([found, expected]) => ({
      file,
      ...(line !== undefined && { line }),
      found: `${found} on <${element.tagName}>`,
      expected,
    }));
  });
  return charsetOf(page)
    ? faults
    : [...faults, { file, found: 'no <meta charset>', expected: 'one, with the policy after it' }];
}

/** Tells whether the browser would run an element: a script of JSON is data, and no policy looks at it. */
export function isProgram(element: HtmlElement): boolean {
  return element.tagName === 'script' && !/json$/i.test(attributeOf(element, 'type') ?? '');
}

/**
 * Makes the content security policy of one page: it may run and apply what it holds, word for word, and nothing else.
 * The search page may also run the engine, which is WebAssembly, and fetch the index, both from its own site.
 */
function policyOf({ file, elements }: Page): string {
  const searches = file === SEARCH_PAGE;
  return [
    `default-src 'none'`,
    `style-src ${hashes(elements.filter((element) => element.tagName === 'style'))}`,
    `script-src ${hashes(elements.filter(isProgram))}${searches ? ` 'self' 'wasm-unsafe-eval'` : ''}`,
    ...(searches ? [`connect-src 'self'`, `worker-src 'none'`] : []),
    'img-src data:',
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

function hashes(elements: HtmlElement[]): string {
  const sources = elements.map(
    (element) => `'sha256-${createHash('sha256').update(textContent(element)).digest('base64')}'`,
  );
  return sources.length === 0 ? `'none'` : [...new Set(sources)].join(' ');
}

function charsetOf({ elements }: Page): HtmlElement | undefined {
  return elements.find((element) => element.tagName === 'meta' && attributeOf(element, 'charset') !== undefined);
}

/** Finds everything on an element that a policy of hashes would refuse. */
function faultsOf(element: HtmlElement, file: string): [found: string, expected: string][] {
  const faults: [string, string][] = [];
  for (const { name } of element.attrs) {
    if (name === 'style') faults.push(['a style attribute', 'a class']);
    if (name.startsWith('on')) faults.push([`the handler ${name}`, 'a listener in a script']);
  }
  if (
    element.tagName === 'link' &&
    /\b(?:stylesheet|preload|modulepreload)\b/i.test(attributeOf(element, 'rel') ?? '')
  ) {
    faults.push([`the file ${attributeOf(element, 'href')}`, 'its text in the page']);
  }
  if (element.tagName === 'meta' && /^content-security-policy$/i.test(attributeOf(element, 'http-equiv') ?? '')) {
    faults.push(['a policy already', 'none before the build writes its own']);
  }
  if (isProgram(element)) {
    const source = attributeOf(element, 'src');
    if (source !== undefined) faults.push([`the file ${source}`, 'its text in the page']);
    if (IMPORT.test(withoutEngine(textContent(element), file)))
      faults.push(['an import', 'a script that stands alone']);
  }
  return faults;
}

/** Removes from a script of the search page the one import that it may have. */
function withoutEngine(script: string, file: string): string {
  return file === SEARCH_PAGE
    ? script.replace(new RegExp(`\\bimport\\(\\s*(["'\`])${SEARCH_ENGINE.replaceAll('.', '\\.')}\\1\\s*\\)`), '')
    : script;
}

/** `import"./a.js"`, `import{a}from…`, `import a from…`, `import(…)` and `export…from"…"`, as bundlers write them. */
const IMPORT = /\bimport\s*(?:["'{*(]|[\w$]+\s*(?:,|from\b))|\bexport\s*(?:\*|\{[^}]*\})\s*from\b/;
