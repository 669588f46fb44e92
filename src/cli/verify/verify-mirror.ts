import { readFile } from 'node:fs/promises';
import { parseSums, sha256, SUMS_FILE } from '../../build/checksums.ts';
import { userError } from '../../build/user-error.ts';
import { countNoun } from '../../build/progress.ts';
import { compare, OUTSIDE, type Difference, type Kind } from './compare.ts';
import { LIMITS } from './entries.ts';
import { look, type Seen } from './look.ts';
import { openMirror } from './mirror.ts';
import { leavesFolder, plainName, shownName, topFolder } from './names.ts';

/** What became of a check: a line for whoever reads it each. */
export interface Result {
  isTrue: boolean;
  lines: string[];
}

/**
 * Checks a folder or an archive of the site against its own list of sums, or against one from elsewhere.
 * @throws UserError if there is nothing to check or nothing to check it against.
 */
export async function verifyMirror(path: string, against?: string): Promise<Result> {
  const given = against === undefined ? undefined : await readList(against);
  const { met, twice, damage } = await meet(path);
  const top = topFolder(
    [...met.keys()].filter((name) => !leavesFolder(name)),
    given && new Set(parseSums(given.toString('utf8'), against ?? '').keys()),
  );
  const { inside, beside } = within(top, met);
  const own = inside.get(SUMS_FILE);
  const text = given ?? own?.list;
  if (text === undefined)
    throw userError(
      path,
      damage[0] === undefined
        ? `no ${SUMS_FILE}`
        : `no ${SUMS_FILE}, and an archive that cannot be read to its end (${damage[0]})`,
      `one in it, or --against with the one of the original site`,
    );
  const list = parseSums(text.toString('utf8'), against ?? `${path}: ${SUMS_FILE}`);
  // The list names every file but itself; where another list is given, that one says what it should be.
  inside.delete(SUMS_FILE);
  const differences = [...(given ? listDifference(own, sha256(given)) : []), ...compare(list, inside), ...beside];
  const faults = [
    ...damage.map((words) => `${shownName(path)}: damaged: ${words}`),
    ...twice.map(
      (name) =>
        `${shownName(name)}: twice in the archive, with different content: which of them is unpacked depends on the program`,
    ),
  ];
  return {
    isTrue: differences.length === 0 && faults.length === 0,
    lines: [
      ...faults,
      ...differences.map(({ name, kind, words }) => `${shownName(name)}: ${kind}${words ? `: ${words}` : ''}`),
      countLine(list, differences, faults.length),
      ...(differences.length > list.size / 2
        ? [
            'Most files differ: this may be a copy of another version of the site, or one that was built for another address.',
          ]
        : []),
      given
        ? `Checked against ${against} (sum ${sha256(given)}).`
        : `Checked against its own ${SUMS_FILE} (sum ${sha256(text)}). Whoever forges a file can forge that list too: compare its sum with the original site’s, or give the original’s with --against.`,
    ],
  };
}

/** The files by their names from the site’s top folder, and what lies beside that folder. */
function within(top: string, met: ReadonlyMap<string, Seen>): { inside: Map<string, Seen>; beside: Difference[] } {
  const inside = new Map<string, Seen>();
  const beside: Difference[] = [];
  for (const seen of met.values()) {
    if (seen.name.startsWith(top))
      inside.set(seen.name.slice(top.length), { ...seen, name: seen.name.slice(top.length) });
    else
      beside.push({
        name: seen.name,
        ...(leavesFolder(seen.name)
          ? { kind: 'outside', words: OUTSIDE }
          : { kind: 'extra', words: `beside the folder ${top}` }),
      });
  }
  return { inside, beside };
}

/** Reads everything once. */
async function meet(path: string): Promise<{ met: Map<string, Seen>; twice: string[]; damage: string[] }> {
  const { entries, damage } = await openMirror(path);
  const met = new Map<string, Seen>();
  const twice: string[] = [];
  for await (const entry of entries) {
    const name = plainName(entry.name);
    const seen = await look(
      { ...entry, name, ...(entry.sameAs !== undefined && { sameAs: plainName(entry.sameAs) }) },
      met,
    );
    const earlier = met.get(name);
    if (earlier && earlier.sum !== seen.sum) twice.push(name);
    met.set(name, seen);
    if (met.size > LIMITS.files) {
      damage.push(`more than ${LIMITS.files} files, not read further`);
      break;
    }
  }
  return { met, twice, damage };
}

async function readList(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw userError(
      '--against',
      `${JSON.stringify(file)}, which cannot be read (${(error as NodeJS.ErrnoException).code})`,
      `a ${SUMS_FILE} file`,
    );
  }
}

function listDifference(own: Seen | undefined, expected: string): Difference[] {
  if (!own) return [{ name: SUMS_FILE, kind: 'missing' }];
  return own.sum === expected
    ? []
    : [
        {
          name: SUMS_FILE,
          kind: 'changed',
          words: `not the list that was given; found ${typeof own.sum === 'string' ? own.sum : own.sum.fault}; expected ${expected}`,
        },
      ];
}

function countLine(list: ReadonlyMap<string, string>, differences: readonly Difference[], faults: number): string {
  const counts = new Map<Kind, number>();
  for (const { kind } of differences) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const wrong = new Set(differences.map(({ name }) => name).filter((name) => list.has(name)));
  const right = `${list.size - wrong.size} of ${countNoun(list.size, 'listed file')} as listed`;
  return [
    right,
    ...[...counts].map(([kind, count]) => `${count} ${kind}`),
    ...(faults > 0 ? [`${faults} wrong with the archive itself`] : []),
  ].join(', ');
}
