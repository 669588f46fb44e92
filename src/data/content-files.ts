import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './errors.ts';
import { OBSERVATION_FILES } from './ledger.ts';
import { CONTENT_FOLDER, describeKind } from './read-text.ts';

/** Folders of `content/` with the files that something reads; `*.yaml` are all files of that ending. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  content: [
    'actors.yaml',
    'assessments.csv',
    'casualties.yaml',
    'changes.yaml',
    'claims.csv',
    'derived.yaml',
    'first-given.yaml',
    'forwarded-ids.yaml',
    'glossary.csv',
    'hosts.yaml',
    'key-numbers.yaml',
    'loaded-words.yaml',
    'numbered-names.yaml',
    'promises.yaml',
    'published-ids.txt',
    'safe-to-print.yaml',
    'site.yaml',
    'sources.csv',
    'statements.csv',
    'then.yaml',
    'timeline-strip.yaml',
    'timeline.csv',
  ],
  'content/data': [...[...OBSERVATION_FILES, 'places'].map((name) => `${name}.csv`), '*.yaml'],
  'content/figures': ['*.yaml'],
  'content/geo': ['boundaries.json', 'boundaries.yaml', 'cities.yaml', 'map-names.yaml'],
  'content/record': ['*.mdx'],
  'content/sections': ['*.mdx'],
};

/** Files that nobody writes by hand: hidden ones, and what editors and systems leave beside a file while it is open. */
const LEFT_BY_PROGRAMS = /^\.|~$|^#.*#$/;

/**
 * Lists the text files of `content/`, and reports every other thing in it: a file that nothing reads would be an edit that has no effect.
 * @returns Paths from the root, in order.
 */
export function listContentFiles(root: string, problems: Problem[]): string[] {
  return Object.keys(EXPECTED).flatMap((folder) =>
    entriesOf(join(root, folder)).flatMap((entry) => {
      const file = `${folder}/${entry.name}`;
      if (LEFT_BY_PROGRAMS.test(entry.name) || (file in EXPECTED && entry.isDirectory())) return [];
      const expected = EXPECTED[folder] as readonly string[];
      const isExpected = expected.some((name) =>
        name.startsWith('*') ? file.endsWith(name.slice(1)) : name === entry.name,
      );
      // What stands in the place of an expected file is reported where that is read.
      if (!isExpected) problems.push({ file, ...describeStranger(root, file, entry, expected) });
      return isExpected ? [file] : [];
    }),
  );
}

function describeStranger(
  root: string,
  file: string,
  entry: Dirent,
  expected: readonly string[],
): Pick<Problem, 'found' | 'expected'> {
  const one = expected.length === 1 ? `a file ${expected[0]}` : `one of ${expected.join(', ')}`;
  if (file in EXPECTED)
    return { found: `${kindOf(root, file, entry)} in the place of a folder`, expected: 'the folder' };
  const found = entry.isFile()
    ? 'a file that nothing reads'
    : entry.isDirectory()
      ? 'a folder that nothing reads'
      : kindOf(root, file, entry);
  return { found, expected: one };
}

function kindOf(root: string, file: string, entry: Dirent): string {
  if (entry.isSymbolicLink()) return 'a link';
  return entry.isFile() ? 'a file' : describeKind(lstatSync(join(root, file)));
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    // A missing folder is reported by whoever reads its files.
    return [];
  }
}

/** Returns true if a folder of content is a true folder: one behind a link could lie anywhere. */
export function isContentFolder(root: string): boolean {
  return lstatSync(join(root, CONTENT_FOLDER), { throwIfNoEntry: false })?.isDirectory() ?? false;
}
