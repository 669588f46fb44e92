import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORWARDS_FILE } from '../site/permanent-ids/redirects.ts';
import { ContentError, type Problem } from '../data/errors.ts';
import { addressesOf, idLine } from '../site/permanent-ids/ids.ts';
import { PUBLISHED_FILE, type ListedId } from '../site/permanent-ids/published-file.ts';
import { attributeOf, elementsOf, parsePage } from './html.ts';

/**
 * Looks up every published id on a built site, at each of its addresses.
 * @throws ContentError if one leads nowhere.
 */
export function checkPublishedIds(folder: string, published: readonly ListedId[]): void {
  const pages = new Map<string, ReadonlySet<string> | null>();
  const idsOn = (file: string) => {
    if (!pages.has(file)) pages.set(file, idsIn(join(folder, file)));
    return pages.get(file) as ReadonlySet<string> | null;
  };
  const problems = published.flatMap((entry): Problem[] => {
    const dead = addressesOf(entry).filter((address) => {
      const [file = '', fragment] = address.split('#');
      const ids = idsOn(file);
      return ids === null || (fragment !== undefined && !ids.has(fragment));
    });
    if (dead.length === 0) return [];
    return [
      {
        file: PUBLISHED_FILE,
        line: entry.line,
        found: `"${idLine(entry)}", which is no longer at ${dead.join(' and ')}`,
        expected: `every id that was ever published to go on working: restore it, or forward it to its successor in ${FORWARDS_FILE}`,
      },
    ];
  });
  if (problems.length > 0) throw new ContentError(problems);
}

/** The ids on a page, or `null` if there is no such page. */
function idsIn(file: string): ReadonlySet<string> | null {
  if (!existsSync(file)) return null;
  return new Set(
    [...elementsOf(parsePage(readFileSync(file, 'utf8')))].flatMap((element) => attributeOf(element, 'id') ?? []),
  );
}
