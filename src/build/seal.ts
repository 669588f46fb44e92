import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError, type Problem } from '../data/errors.ts';
import { attributeOf, elementsOf, parsePage, textOf, type HtmlDocument, type HtmlElement } from './html.ts';
import { isProgram, policyOf, SEARCH_ENGINE, SEARCH_PAGE } from './policy.ts';

/**
 * Writes into every page the policy that lets it run only what it holds.
 * @throws ContentError if a page holds something that no such policy can allow.
 */
export function writePolicies(folder: string, files: string[]): void {
  const sealed = files.map((file) => ({ file, ...withPolicy(readFileSync(join(folder, file), 'utf8'), file) }));
  const problems = sealed.flatMap((page) => page.problems);
  if (problems.length > 0) throw new ContentError(problems);
  for (const { file, html } of sealed) writeFileSync(join(folder, file), html);
}

/** One page with its policy right after the character set: a policy binds only what comes after it. */
export function withPolicy(html: string, file: string): { html: string; problems: Problem[] } {
  const page = parsePage(html);
  const charset = [...elementsOf(page)].find(
    (element) => element.tagName === 'meta' && attributeOf(element, 'charset') !== undefined,
  );
  const place = charset?.sourceCodeLocation?.endOffset;
  const problems = problemsOf(page, file);
  if (place === undefined)
    problems.push({ file, found: 'no <meta charset>', expected: 'one, with the policy after it' });
  const policy = `<meta http-equiv="content-security-policy" content="${policyOf(page, file)}">`;
  return { html: html.slice(0, place) + policy + html.slice(place), problems };
}

function problemsOf(page: HtmlDocument, file: string): Problem[] {
  return [...elementsOf(page)].flatMap((element) => {
    const line = element.sourceCodeLocation?.startLine;
    return faultsOf(element, file).map(([found, expected]) => ({
      file,
      ...(line !== undefined && { line }),
      found: `${found} on <${element.tagName}>`,
      expected,
    }));
  });
}

/** What is found and expected for everything on an element that a policy of hashes would refuse. */
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
    faults.push(['a policy already', 'none before sealing']);
  }
  if (isProgram(element)) {
    const source = attributeOf(element, 'src');
    if (source !== undefined) faults.push([`the file ${source}`, 'its text in the page']);
    if (IMPORT.test(withoutEngine(textOf(element), file))) faults.push(['an import', 'a script that stands alone']);
  }
  return faults;
}

/** A script of the search page without the one import that it may have. */
function withoutEngine(script: string, file: string): string {
  return file === SEARCH_PAGE
    ? script.replace(new RegExp(`\\bimport\\(\\s*(["'\`])${SEARCH_ENGINE.replaceAll('.', '\\.')}\\1\\s*\\)`), '')
    : script;
}

/** `import"./a.js"`, `import{a}from…`, `import a from…`, `import(…)` and `export…from"…"`, as bundlers write them. */
const IMPORT = /\bimport\s*(?:["'{*(]|[\w$]+\s*(?:,|from\b))|\bexport\s*(?:\*|\{[^}]*\})\s*from\b/;
