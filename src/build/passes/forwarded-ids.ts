import { ContentError, type Problem } from '../../data/errors.ts';
import { escapeHtml } from '../../site/html.ts';
import { formatId, publishedAddresses } from '../../site/permanent-ids/permanent-ids.ts';
import { PUBLISHED_FILE, type ListedId } from '../../site/permanent-ids/published-file.ts';
import { FORWARDS_FILE, type ForwardedId } from '../../site/permanent-ids/read-forwards.ts';
import type { Edit, Page } from '../page.ts';
import { childrenOf, textContent, type HtmlElement } from '../html-tree.ts';

/** Address that a forwarded id had, and the address of its successor. */
interface Redirect {
  old: string;
  successor: string;
}

/** Anchor of an old id, to be put into a page. */
interface Anchor {
  id: string;
  edit: Edit;
}

/**
 * Returns an empty anchor of each forwarded id of a page, placed at the beginning of the element of its successor. An id whose
 * successor has no place for one is found when every published id is looked up.
 */
export function oldAnchors(page: Page, forwards: readonly ForwardedId[]): Anchor[] {
  return redirectsOf(forwards).flatMap(({ old, successor }) => {
    const [file, id] = old.split('#');
    if (file !== page.file || id === undefined) return [];
    const element = page.byId.get(successor.split('#')[1] ?? '');
    const at = element && firstWords(element).sourceCodeLocation?.startTag?.endOffset;
    return at === undefined ? [] : [{ id, edit: { from: at, to: at, text: `<span id="${escapeHtml(id)}"></span>` } }];
  });
}

function redirectsOf(forwards: readonly ForwardedId[]): Redirect[] {
  return forwards.flatMap(({ old, successor }) =>
    publishedAddresses(old).map((address, index) => ({
      old: address,
      successor: publishedAddresses(successor)[index] as string,
    })),
  );
}

/** Elements in which a span stands well; rows, lists and sections may hold none, or lay out all that they hold. */
const HOLDS_WORDS = new Set([
  'a',
  'b',
  'caption',
  'dd',
  'dt',
  'figcaption',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'p',
  'span',
  'summary',
  'td',
  'th',
]);

/** Returns the first element inside that holds words, such as the heading of a section or the first cell of a row. */
function firstWords(element: HtmlElement): HtmlElement {
  if (HOLDS_WORDS.has(element.tagName)) return element;
  const first = childrenOf(element).find((node) => 'tagName' in node || textContent(node).trim() !== '');
  return first && 'tagName' in first && first.tagName !== 'svg' ? firstWords(first) : element;
}

/**
 * Looks up every published id on a built site, at each of its addresses.
 * @param hasId Tells whether a page has an id, or, without one, whether there is such a page.
 * @throws ContentError if one leads nowhere.
 */
export function checkPublishedIds(published: readonly ListedId[], hasId: (file: string, id?: string) => boolean): void {
  const problems = published.flatMap((entry): Problem[] => {
    const dead = publishedAddresses(entry).filter((address) => {
      const [file = '', fragment] = address.split('#');
      return !hasId(file, fragment);
    });
    if (dead.length === 0) return [];
    return [
      {
        file: PUBLISHED_FILE,
        line: entry.line,
        found: `"${formatId(entry)}", which is no longer at ${dead.join(' and ')}`,
        expected: `every id that was ever published to go on working: restore it, or forward it to its successor in ${FORWARDS_FILE}`,
      },
    ];
  });
  if (problems.length > 0) throw new ContentError(problems);
}
