import { attributeOf, elementsOf, parsePage, type HtmlElement } from '../html-tree.ts';
import { applyEdits, type Edit } from '../page.ts';

/** Absolute address. */
const IS_WHOLE = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Rewrites a page of paper so that its links work from inside a PDF: to a place in the same document where it has one, else to the site.
 * A link that could lead nowhere, because the site has no address yet, is words alone. Links to an entry of a numbered list say its number.
 * @param siteUrl Address of the site, with a slash at its end, if it is known.
 */
export function linkPaper(html: string, siteUrl: string | undefined): string {
  const elements = [...elementsOf(parsePage(html))];
  const byId = new Map(
    elements
      .flatMap((element): [string, HtmlElement][] => [[attributeOf(element, 'id') ?? '', element]])
      .filter(([id]) => id !== ''),
  );
  const edits = elements.flatMap((link): Edit[] => {
    const address = link.tagName === 'a' ? attributeOf(link, 'href') : undefined;
    const place = link.sourceCodeLocation?.attrs?.['href'];
    if (address === undefined || !place) return [];
    const target = targetOf(address, byId, siteUrl);
    const number = target?.startsWith('#') ? numberOf(byId.get(target.slice(1))) : undefined;
    const end = link.sourceCodeLocation?.endTag?.startOffset;
    return [
      {
        from: place.startOffset,
        to: place.endOffset,
        text: target === null ? '' : `href="${target.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
      },
      ...(number !== undefined && end !== undefined ? [{ from: end, to: end, text: ` [${number}]` }] : []),
    ];
  });
  return applyEdits(html, edits);
}

/** Returns the address that a link should have in a PDF; null for none. */
function targetOf(address: string, byId: ReadonlyMap<string, HtmlElement>, siteUrl: string | undefined): string | null {
  if (IS_WHOLE.test(address)) return address;
  const [path = '', fragment] = address.split('#');
  if (fragment !== undefined && byId.has(decodeURIComponent(fragment))) return `#${fragment}`;
  if (siteUrl === undefined) return null;
  return new URL(path.replace(/^index\.html$/, ''), siteUrl).href + (fragment === undefined ? '' : `#${fragment}`);
}

/** Returns the number of an entry of a numbered list. */
function numberOf(element: HtmlElement | undefined): string | undefined {
  return element?.tagName === 'li' ? attributeOf(element, 'value') : undefined;
}
