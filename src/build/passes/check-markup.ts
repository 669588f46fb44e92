import type { Problem } from '../../data/errors.ts';
import { quote } from '../../data/errors.ts';
import type { OwnTexts } from '../../layouts/own-texts.ts';
import { attributeOf, textContent, type HtmlElement } from '../html-tree.ts';
import type { Page } from '../page.ts';
import { EVERYWHERE, HTML_ELEMENTS, SVG_ATTRIBUTES, SVG_ELEMENTS, WORDS } from './allowed-markup.ts';
import { SEARCH_PAGE } from '../../site/addresses.ts';
import { charsetOf, isProgram } from './content-policy.ts';

/** Fault of one element; nothing found means the element itself. */
type Fault = [found: string, expected: string];

/** Page to be checked, with what the build knows of it. */
interface Checked {
  page: Page;
  own: OwnTexts;
  /** Where the page leads on by itself, as `refreshOf` writes it; only a page that has moved does. */
  refresh: string | null | undefined;
}

/** Looks for the line that an element of a page comes from. */
type FindOrigin = (element: HtmlElement) => string | undefined;

const SVG = 'http://www.w3.org/2000/svg';

/** Names that only describe a page; others could open it to a site, such as the referrer, which is looked at by itself. */
const META_NAMES =
  /^(?:viewport|description|referrer|robots|color-scheme|theme-color|author|generator|twitter:[a-z:]+|citation_[a-z_]+|DC\.[a-zA-Z]+)$/;

const LIST = 'one that src/build/passes/allowed-markup.ts names';

/**
 * Finds everything on a page that loads, frames, redirects, submits or runs and was not put there by the build, what no policy of
 * hashes could allow, and a missing place for the policy.
 * @param refreshes Where pages that have moved lead a reader on by themselves, by their addresses; no other page may.
 * @param findOrigin Looks for the line that an element comes from; asked only where there is a fault.
 */
export function markupProblems(
  page: Page,
  own: OwnTexts,
  refreshes: ReadonlyMap<string, string | null> = new Map(),
  findOrigin: FindOrigin = () => undefined,
): Problem[] {
  const { file, elements } = page;
  const checked: Checked = { page, own, refresh: refreshes.get(file) };
  const faults = elements.flatMap((element) => {
    const found = faultsOf(element, checked);
    if (found.length === 0) return [];
    const line = element.sourceCodeLocation?.startLine;
    const origin = findOrigin(element);
    return found.map(([what, expected]) => ({
      file,
      ...(line !== undefined && { line }),
      found: `${what === '' ? '' : `${what} on `}<${element.tagName}>${origin === undefined ? '' : `, perhaps from ${origin}`}`,
      expected,
    }));
  });
  return charsetOf(page)
    ? faults
    : [...faults, { file, found: 'no <meta charset>', expected: 'one, with the policy after it' }];
}

function faultsOf(element: HtmlElement, checked: Checked): Fault[] {
  const { tagName } = element;
  const isSvg = element.namespaceURI === SVG;
  if (isSvg ? !SVG_ELEMENTS.has(tagName) : !HTML_ELEMENTS.has(tagName)) return [['', LIST], ...handlersOf(element)];
  return [
    ...element.attrs.flatMap((attribute): Fault[] => {
      const name = attribute.prefix ? `${attribute.prefix}:${attribute.name}` : attribute.name;
      const refused = attributeFault(name, tagName, isSvg);
      if (refused) return [refused];
      const expected = valueFault(name, attribute.value, element, checked);
      return expected === null ? [] : [[`${name}=${quote(attribute.value)}`, expected]];
    }),
    ...(tagName === 'script' || tagName === 'style' ? textFaults(element, checked) : []),
    ...(tagName === 'form' ? formFaults(element, checked) : []),
    ...(tagName === 'link' ? linkFaults(element) : []),
  ];
}

/** Finds what runs on an element that may not be there at all, so that both faults are seen at once. */
function handlersOf({ attrs }: HtmlElement): Fault[] {
  return attrs.flatMap(({ name }): Fault[] => (/^on|^style$/.test(name) ? [plainFault(name)] : []));
}

function plainFault(name: string): Fault {
  return name === 'style' ? ['a style attribute', 'a class'] : [`the handler ${name}`, 'a listener in a script'];
}

function attributeFault(name: string, tagName: string, isSvg: boolean): Fault | null {
  if (/^on|^style$/.test(name)) return plainFault(name);
  if (EVERYWHERE.includes(name) || /^(?:aria|data)-[a-z-]+$/.test(name)) return null;
  if (tagName === 'script' && name === 'src') return ['the address of a script', 'its text in the page'];
  if (isSvg ? SVG_ATTRIBUTES.has(name) : HTML_ELEMENTS.get(tagName)?.includes(name)) return null;
  return [`the attribute ${name}`, LIST];
}

/** Returns what is expected of the value of an attribute; null if nothing is wrong with it. */
function valueFault(name: string, value: string, element: HtmlElement, { refresh }: Checked): string | null {
  const { tagName } = element;
  const words = WORDS[`${tagName} ${name}`];
  if (words) {
    const isList = name === 'rel';
    const all = isList ? value.toLowerCase().split(/\s+/) : [value.toLowerCase()];
    return all.every((word) => words.includes(word)) ? null : `${isList ? 'words of' : 'one of'} ${words.join(', ')}`;
  }
  if (tagName === 'meta' && name === 'name')
    return META_NAMES.test(value) ? null : 'a name of a description, such as twitter:, DC. or citation_';
  if (tagName === 'meta' && name === 'content' && attributeOf(element, 'name') === 'referrer')
    return value === 'no-referrer' ? null : 'no-referrer';
  if (tagName === 'meta' && name === 'property')
    return /^(?:og|article):[a-z:_]+$/.test(value) ? null : 'a name that begins with og: or article:';
  if (tagName === 'meta' && name === 'http-equiv') {
    if (/^content-security-policy$/i.test(value)) return 'no policy before the build writes its own';
    return value === 'refresh' && attributeOf(element, 'content') === refresh
      ? null
      : 'none but the policy, which the build writes';
  }
  if (tagName === 'img' && name === 'src')
    return /^data:image\/png;base64,[\w+/=]+$/.test(value)
      ? null
      : 'a picture that is in the page: data:image/png;base64,…';
  if (name === 'href') return addressFault(tagName, value, element);
  if (
    /url\(/i.test(value) &&
    !/^url\((["']?)#[\w-]+\1\)$/.test(value) &&
    SVG_ATTRIBUTES.has(name) &&
    tagName !== 'meta'
  )
    return 'url(#…), something in the page';
  return null;
}

/** Returns what is expected of the address in an `href`; null if nothing is wrong with it. */
function addressFault(tagName: string, value: string, element: HtmlElement): string | null {
  if (element.namespaceURI === SVG) return /^#[\w-]+$/.test(value) ? null : '#…, something in the page';
  if (tagName === 'link' && attributeOf(element, 'rel') === 'icon')
    return /^data:(?:image\/svg\+xml)?,/.test(value) ? null : 'an icon that is in the page: data:image/svg+xml,…';
  // Browsers leave out tabs and ends of lines, and what stands before the first letter, when they look for the scheme.
  if (/[\u0000-\u0020\u007f\\]/.test(value)) return 'an address without spaces, signs that nobody sees, and \\';
  if (value.startsWith('//')) return 'an address that begins with https://, or one of the site';
  const scheme = /^([^/?#]*?):/.exec(value)?.[1]?.toLowerCase();
  if (tagName === 'link')
    return scheme === 'https' || scheme === undefined ? null : 'an address that begins with https://';
  return scheme === undefined || ['https', 'http', 'mailto'].includes(scheme)
    ? null
    : 'an address that begins with https:// or mailto:, or one of the site';
}

function linkFaults(element: HtmlElement): Fault[] {
  return attributeOf(element, 'rel') === undefined ? [['no rel', `rel of ${WORDS['link rel']!.join(', ')}`]] : [];
}

/** Finds any form but that of the search, which sends nothing: the script of the page reads it. */
function formFaults(element: HtmlElement, { page }: Checked): Fault[] {
  return page.file === SEARCH_PAGE && attributeOf(element, 'id') === 'search'
    ? []
    : [['a form', `none but the search of ${SEARCH_PAGE}`]];
}

/** Finds a script or a style that the build did not write, and an import in one that it did. */
function textFaults(element: HtmlElement, { own }: Checked): Fault[] {
  const text = textContent(element);
  const isOwn = (texts: ReadonlySet<string>) => texts.has(text);
  if (element.tagName === 'style')
    return isOwn(own.styles) ? [] : [[`a foreign style, ${quote(text)},`, 'a style sheet that a layout writes']];
  if (!isProgram(element)) return isJson(text) ? [] : [[`data that are no JSON, ${quote(text)},`, 'JSON']];
  if (!isOwn(own.scripts)) return [[`a foreign script, ${quote(text)},`, 'a script that the build has bundled']];
  return IMPORT.test(text) ? [['an import', 'a script that stands alone']] : [];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** `import"./a.js"`, `import{a}from…`, `import a from…`, `import(…)` and `export…from"…"`, as bundlers write them. */
const IMPORT = /\bimport\s*(?:["'{*(]|[\w$]+\s*(?:,|from\b))|\bexport\s*(?:\*|\{[^}]*\})\s*from\b/;
