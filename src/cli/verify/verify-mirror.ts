import { readFile } from 'node:fs/promises';
import { CHECKSUMS_FILE, parseChecksums, sha256 } from '../../build/checksums.ts';
import { countNoun } from '../../build/progress.ts';
import { userError } from '../../build/user-error.ts';
import { type Content, type Mirror, readMirror } from './read-mirror.ts';

/** Result of comparing a mirror: whether it is a true copy, and the lines to print about it. */
export interface Report {
  isTrue: boolean;
  lines: string[];
}

const EMPTY = sha256('');

/**
 * Compares a folder or an archive of the site with its own list of checksums, or with one from elsewhere.
 * @throws UserError if there is nothing to verify or nothing to verify it against.
 */
export async function verifyMirror(path: string, against?: string): Promise<Report> {
  const given = against === undefined ? undefined : await readList(against);
  const mirror = await readMirror(path);
  const ownList = [...mirror.lists.keys()].sort((a, b) => a.length - b.length)[0];
  const text = given ?? mirror.lists.get(ownList ?? '');
  if (text === undefined)
    throw userError(
      path,
      [`no ${CHECKSUMS_FILE}`, ...mirror.damage].join(', and it is damaged: '),
      'one in it, or --against with the one of the original site',
    );
  const top = ownList?.slice(0, -CHECKSUMS_FILE.length) ?? '';
  const listed = parseChecksums(text, against ?? `${path}: ${CHECKSUMS_FILE}`);
  // The list cannot hold its own checksum; a list from elsewhere says what it must be.
  const expected = new Map([...listed, [CHECKSUMS_FILE, sha256(text)] as const]);
  const wrong = differences(expected, mirror, top);
  const lines = [...mirror.damage.map((words) => `${path}: damaged: ${words}`), ...wrong].map(printable);
  return {
    isTrue: lines.length === 0,
    lines: [
      ...lines,
      lines.length === 0
        ? `all ${countNoun(listed.size, 'listed file')} as listed`
        : `${countNoun(lines.length, 'difference')} from ${countNoun(listed.size, 'listed file')}`,
      ...(wrong.length > listed.size / 2
        ? ['This may be a copy of another version of the site, or one that was built for another address.']
        : []),
      given === undefined
        ? `Checked against its own ${CHECKSUMS_FILE} (sum ${sha256(text)}). Whoever forges a file can forge that list too: compare its sum with the original site’s, or give the original’s with --against.`
        : `Checked against ${against} (sum ${sha256(text)}).`,
    ],
  };
}

/** Describes each file that is not as listed, in a line. */
function differences(expected: ReadonlyMap<string, string>, { files }: Mirror, top: string): string[] {
  const nameOf = new Map([...expected].map(([name, checksum]) => [checksum, name]));
  const names = new Set([...[...expected.keys()].map((name) => top + name), ...files.keys()]);
  return [...names].sort().flatMap((path) => {
    const name = path.startsWith(top) ? path.slice(top.length) : path;
    const words = leavesFolder(name)
      ? 'outside: lies outside the folder'
      : difference(files.get(path), path.startsWith(top) ? expected.get(name) : undefined, nameOf);
    return words === null ? [] : [`${name}: ${words}`];
  });
}

function difference(
  content: Content | undefined,
  expected: string | undefined,
  nameOf: ReadonlyMap<string, string>,
): string | null {
  if (content === undefined) return 'missing';
  if ('fault' in content) return `${expected === undefined ? 'extra' : 'damaged'}: ${content.fault}`;
  const { checksum } = content;
  if (checksum === expected) return null;
  const other = nameOf.get(checksum);
  const holds = other === undefined ? '' : `holds the content of ${other}; `;
  if (expected === undefined) return `extra: ${holds}not in the list`;
  const kind = checksum === EMPTY ? 'cut off: empty; ' : other === undefined ? 'changed: ' : `swapped: ${holds}`;
  return `${kind}found ${checksum}; expected ${expected}`;
}

/** Tells whether a name leads out of the folder that it is unpacked into, on any system. */
function leavesFolder(name: string): boolean {
  return /^\/|\\|^[A-Za-z]:/.test(name) || name.split('/').includes('..');
}

/** Writes out what could steer a terminal. */
function printable(line: string): string {
  return line.replace(/\p{C}/gu, (letter) => `\\u{${letter.codePointAt(0)?.toString(16)}}`);
}

async function readList(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw userError('--against', `${JSON.stringify(file)}, which cannot be read (${code})`, `a ${CHECKSUMS_FILE} file`);
  }
}
