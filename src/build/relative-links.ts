import { applyEdits } from './edits.ts';
import { attributeOf, elementsOf, parsePage } from './html.ts';

/** Attributes that hold one address each. */
const HOLD_AN_ADDRESS = ['href', 'src', 'action'];

/** An address that says by itself where it leads, from any page. */
const IS_WHOLE = /^(?:[a-z][a-z0-9+.-]*:|\/)/i;

/**
 * A page whose addresses were written as seen from the top of the site, as it must be in a folder. A fragment that is not in the page
 * is one of the explainer, of which the page shows a part.
 * @param depth How many folders deep it lies.
 * @param homeOf Where such a fragment stands, from the top of the site.
 */
export function relativeLinks(
  html: string,
  depth: number,
  homeOf = (fragment: string) => `index.html#${fragment}`,
): string {
  const page = parsePage(html);
  const ids = new Set([...elementsOf(page)].map((element) => attributeOf(element, 'id')));
  const up = '../'.repeat(depth);
  const rebased = (address: string) => {
    if (IS_WHOLE.test(address)) return address;
    if (!address.startsWith('#')) return up + address;
    return address === '#' || ids.has(decodeURIComponent(address.slice(1))) ? address : up + homeOf(address.slice(1));
  };
  const changes = [...elementsOf(page)].flatMap((element) =>
    HOLD_AN_ADDRESS.flatMap((name) => {
      const [address, place] = [attributeOf(element, name), element.sourceCodeLocation?.attrs?.[name]];
      if (address === undefined || !place || rebased(address) === address) return [];
      return [
        {
          from: place.startOffset,
          to: place.endOffset,
          text: `${name}="${rebased(address).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
        },
      ];
    }),
  );
  return applyEdits(html, changes);
}
