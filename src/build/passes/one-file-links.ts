import { READING_COPY } from '../../site/editions.ts';
import { attributeEdit, type Edit, type Page } from '../page.ts';
import { attributeOf, type HtmlElement } from '../html-tree.ts';

/** An address that leads out of any site. */
const IS_ELSEWHERE = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Returns the edits that free the page which is a file of its own of links into the site. A link to what the page itself holds, which its site has on another page,
 * leads there; words that linked to any other page stay as words.
 */
export function oneFileLinks({ file, elements, byId }: Page): Edit[] {
  if (file !== READING_COPY) return [];
  return elements.filter(({ tagName }) => tagName === 'a').flatMap((link) => editsOf(link, byId));
}

function editsOf(link: HtmlElement, ids: Page['byId']): Edit[] {
  const { startTag, endTag } = link.sourceCodeLocation ?? {};
  const href = attributeOf(link, 'href');
  if (href === undefined || !startTag || !endTag || IS_ELSEWHERE.test(href)) return [];
  const home = homeOf(href, ids);
  if (home === null) return [startTag, endTag].map(({ startOffset: from, endOffset: to }) => ({ from, to, text: '' }));
  // An address to copy is one of the site.
  return [...attributeEdit(link, 'href', `href="#${home}"`), ...attributeEdit(link, 'data-copies')];
}

/** Returns the id in the page of what an address of its site leads to, or null: a part of another page, or a page of which it is the subject. */
function homeOf(href: string, ids: Page['byId']): string | null {
  const [page = '', fragment] = href.split('#');
  const subject = page
    .replace(/\?.*$/, '')
    .replace(/^.*\/|\.html$/g, '')
    .replace('index', 'main');
  const wanted = fragment === undefined ? subject : decodeURIComponent(fragment);
  return ids.has(wanted) ? wanted : null;
}
