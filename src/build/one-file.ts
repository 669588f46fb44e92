import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../data/errors.ts';
import { applyEdits, type Edit } from './edits.ts';
import { attributeOf, elementsOf, parsePage, type HtmlElement } from './html.ts';

/** An address that leads out of any site. */
const IS_ELSEWHERE = /^[a-z][a-z0-9+.-]*:/i;

/** What does nothing but lead to other files. */
const LEADS_AWAY = ['figure__actions', 'more'];

/** What the text says of other pages, and what is true of them in one file. */
const PLACES: [RegExp, string][] = [
  [/The timeline page has all events/, 'The timeline page of the site, which is not in this file, has all events'],
  [/on the (<a href="#sources"[^>]*>)sources page<\/a>/, 'among the $1sources</a> at the end'],
  [/on the changes page\./, 'on the changes page of the site.'],
  [/come as PDF\./, 'come as PDF from the site.'],
];

/** Makes a page of the site a file that stands alone, where it lies. */
export function makeOneFile(folder: string, file: string): void {
  const path = join(folder, file);
  writeFileSync(path, withPlaces(oneFile(readFileSync(path, 'utf8')), file));
}

/**
 * Text that says where things are, as it is in one file.
 * @throws ContentError if a sentence is not there any more: then another may have taken its place.
 */
export function withPlaces(html: string, file: string): string {
  return PLACES.reduce((text, [said, instead]) => {
    if (!said.test(text))
      fail({
        file,
        found: `no words like ${said.source}`,
        expected: 'the sentence that src/build/one-file.ts puts otherwise, or none there',
      });
    return text.replace(said, instead);
  }, html);
}

/**
 * A page without its site. A link to what the page itself holds, which its own site has on another page, leads there;
 * words that linked to any other page stay as words; what copies an address of the site is gone.
 */
export function oneFile(html: string): string {
  const elements = [...elementsOf(parsePage(html))];
  const ids = new Set(elements.map((element) => attributeOf(element, 'id')).filter((id) => id !== undefined));
  const gone = elements.filter((element) => LEADS_AWAY.includes(attributeOf(element, 'class') ?? '')).flatMap(whole);
  const isGone = ({ from }: Edit) => gone.some((edit) => from >= edit.from && from < edit.to);
  const links = elements.filter(({ tagName }) => tagName === 'a').flatMap((link) => editsOf(link, ids));
  return applyEdits(html, [...gone, ...links.filter((edit) => !isGone(edit))]);
}

function editsOf(link: HtmlElement, ids: ReadonlySet<string>): Edit[] {
  const { startTag, endTag, attrs } = link.sourceCodeLocation ?? {};
  const href = attributeOf(link, 'href');
  if (href === undefined || !startTag || !endTag || IS_ELSEWHERE.test(href)) return [];
  const home = homeOf(href, ids);
  if (home === null) return [startTag, endTag].map(({ startOffset: from, endOffset: to }) => ({ from, to, text: '' }));
  const place = (name: string) => attrs?.[name];
  return ['href', 'data-copies'].flatMap((name) => {
    const at = place(name);
    return at ? [{ from: at.startOffset, to: at.endOffset, text: name === 'href' ? `href="#${home}"` : '' }] : [];
  });
}

/** The id in the page of what an address of its site leads to: a part of another page, or a page of which it is the subject. */
function homeOf(href: string, ids: ReadonlySet<string>): string | null {
  const [page = '', fragment] = href.split('#');
  const subject = page
    .replace(/\?.*$/, '')
    .replace(/^.*\/|\.html$/g, '')
    .replace('index', 'main');
  const wanted = fragment === undefined ? subject : decodeURIComponent(fragment);
  return ids.has(wanted) ? wanted : null;
}

function whole({ sourceCodeLocation: place }: HtmlElement): Edit[] {
  return place ? [{ from: place.startOffset, to: place.endOffset, text: '' }] : [];
}
