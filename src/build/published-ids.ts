import { FORWARDS_FILE } from '../site/permanent-ids/redirects.ts';
import { ContentError, type Problem } from '../data/errors.ts';
import { publishedAddresses, formatId } from '../site/permanent-ids/permanent-ids.ts';
import { PUBLISHED_FILE, type ListedId } from '../site/permanent-ids/published-file.ts';

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
