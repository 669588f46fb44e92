import { attributeEdit, type Edit, type Page } from '../page.ts';
import { attributeOf } from '../html-tree.ts';

/** Attributes that hold one address each. */
const HOLD_AN_ADDRESS = ['href', 'src', 'action'];

/** Address that leads to the same place from any page. */
const IS_WHOLE = /^(?:[a-z][a-z0-9+.-]*:|\/)/i;

/**
 * Returns the edits that make the addresses on a page in a folder, which components write as seen from the top of the site, relative
 * to that folder. A fragment that is not in the page is one of the explainer, of which the page shows a part.
 */
export function relativeLinks({ file, elements, byId }: Page): Edit[] {
  const depth = file.split('/').length - 1;
  if (depth === 0) return [];
  const up = '../'.repeat(depth);
  const relative = (address: string) => {
    if (IS_WHOLE.test(address)) return address;
    if (!address.startsWith('#')) return up + address;
    return address === '#' || byId.has(decodeURIComponent(address.slice(1))) ? address : `${up}index.html${address}`;
  };
  return elements.flatMap((element) =>
    HOLD_AN_ADDRESS.flatMap((name) => {
      const address = attributeOf(element, name);
      if (address === undefined || relative(address) === address) return [];
      const escaped = relative(address).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      return attributeEdit(element, name, `${name}="${escaped}"`);
    }),
  );
}
