import { readText } from '../../data/read-text.ts';
import { quote, type Problem } from '../../data/errors.ts';
import { formatId, PUBLISHED_KINDS, sortIds, type PublishedId, type PublishedKind } from './permanent-ids.ts';

/** List of every id that was ever published. */
export const PUBLISHED_FILE = 'content/published-ids.txt';

/** Id of the list, with the line it stands on. */
export interface ListedId extends PublishedId {
  line: number;
}

const HEADER = `# Every id ever published. Readers have shared addresses that end in them, so none may stop working.
# One a line: what it names, then the id. \`npm run publish-ids\` adds what is new and takes nothing away.
# What has to go is forwarded to its successor in content/forwarded-ids.yaml, and stays in this list.
`;

/** Reads the list of published ids; lines that are no ids are left out and reported. */
export function readPublished(root: string, problems: Problem[]): ListedId[] {
  const text = readText(root, PUBLISHED_FILE, problems);
  const seen = new Map<string, number>();
  return (text ?? '').split(/\r?\n/).flatMap((raw, index) => {
    const [entry, line] = [raw.trim(), index + 1];
    if (entry === '' || entry.startsWith('#')) return [];
    const report = (found: string, expected: string) => problems.push({ file: PUBLISHED_FILE, line, found, expected });
    const [kind = '', id = '', ...rest] = entry.split(/\s+/);
    const earlier = seen.get(`${kind} ${id}`);
    seen.set(`${kind} ${id}`, earlier ?? line);
    if (earlier !== undefined) report(`${quote(entry)} again`, `each id once (first at line ${earlier})`);
    else if (!(PUBLISHED_KINDS as string[]).includes(kind))
      report(quote(entry), `a line that begins with one of ${PUBLISHED_KINDS.join(', ')}`);
    else if (id === '' || rest.length > 0) report(quote(entry), 'a kind and one id, such as "figure map"');
    else return [{ kind: kind as PublishedKind, id, line }];
    return [];
  });
}

/** Writes the text of the list with these ids. */
export function formatPublished(ids: readonly PublishedId[]): string {
  return `${HEADER}${[...new Set(sortIds(ids).map(formatId))].join('\n')}\n`;
}

/** Finds the ids of the content that the list does not have. */
export function findUnpublished(live: readonly PublishedId[], published: readonly PublishedId[]): PublishedId[] {
  const known = new Set(published.map(formatId));
  return live.filter((one) => !known.has(formatId(one)));
}
