import { quote } from '../problems.ts';
import { ENTRY_PAGE, type Anchors } from './anchors.ts';

/** What is wrong with the address of a link in prose, or `null`. Addresses of other sites are not looked at. */
export function linkFault(anchors: Anchors, url: string): { found: string; expected: string } | null {
  if (/^(?:https?:\/\/|mailto:)\S/.test(url)) return null;
  const [page = '', id] = url.split(/#(.*)/s);
  const ids = anchors.get(page || ENTRY_PAGE);
  if (url === '' || !ids)
    return { found: quote(url), expected: `an address that begins with https://, or one of ${pagesOf(anchors)}` };
  if (id === undefined || ids.has(id)) return null;
  return {
    found: quote(url),
    expected: page === '' || page === ENTRY_PAGE ? 'a link to an id of this page' : `a link to an id of ${page}`,
  };
}

function pagesOf(anchors: Anchors): string {
  return [...anchors.keys()].filter((page) => !page.includes('/')).join(', ');
}
