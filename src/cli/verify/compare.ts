import { COPY_ENDINGS, packedOf } from '../../build/precompress.ts';
import { countNoun } from '../../build/progress.ts';
import type { Seen, Unpacked } from './look.ts';
import { leavesFolder } from './names.ts';

/** In what way a file of a mirror is not what the list says. */
export type Kind =
  | 'missing'
  | 'changed'
  | 'cut off'
  | 'swapped'
  | 'of another version'
  | 'extra'
  | 'outside'
  | 'unreadable'
  | 'no true copy';

/** One file that is not what the list says. */
export interface Difference {
  name: string;
  kind: Kind;
  /** What more is known of it. */
  words?: string;
}

export const OUTSIDE = 'would be unpacked outside the folder';

/** Compares the files of a mirror, seen from the site’s top folder, with a list of sums. */
export function compare(list: ReadonlyMap<string, string>, met: ReadonlyMap<string, Seen>): Difference[] {
  const known: Known = {
    list,
    met,
    nameOf: new Map([...list].map(([name, sum]) => [sum, name])),
    edition: commonEdition(list, met),
  };
  const differences = [...new Set([...list.keys(), ...met.keys()])].flatMap((name) => differenceOf(name, known) ?? []);
  return differences.sort((a, b) => (a.name < b.name ? -1 : 1));
}

interface Known {
  list: ReadonlyMap<string, string>;
  met: ReadonlyMap<string, Seen>;
  nameOf: ReadonlyMap<string, string>;
  /** What most of the right pages say they are of. */
  edition: string | undefined;
}

function differenceOf(name: string, known: Known): Difference | null {
  const seen = known.met.get(name);
  const expected = known.list.get(name);
  if (leavesFolder(name))
    return { name, kind: 'outside', words: seen ? OUTSIDE : 'is listed, but would lie outside the folder' };
  if (!seen) return { name, kind: 'missing' };
  if (typeof seen.sum !== 'string')
    return { name, kind: expected === undefined ? 'extra' : 'unreadable', words: seen.sum.fault };
  if (expected === undefined)
    return {
      name,
      kind: 'extra',
      words: ['not in the list', heldWords(seen.sum, known), copyWords(seen, known)].filter(Boolean).join('; '),
    };
  if (seen.sum !== expected) return changed(seen, expected, known);
  return seen.unpacked !== undefined && !isTrueCopy(seen, known)
    ? { name, kind: 'no true copy', words: copyWords(seen, known) }
    : null;
}

function changed(seen: Seen, expected: string, known: Known): Difference {
  const { name } = seen;
  const sums = `found ${String(seen.sum)}; expected ${expected}`;
  const say = (kind: Kind, ...words: string[]): Difference => ({
    name,
    kind,
    words: [...words.filter(Boolean), sums].join('; '),
  });
  const other = known.nameOf.get(String(seen.sum));
  if (other !== undefined) return say('swapped', `holds the content of ${other}`);
  const whole = wholeOf(name, expected, known);
  if (whole && seen.bytes < whole.bytes && (seen.bytes === 0 || whole.sumOfStart === seen.sum))
    return say('cut off', `at ${seen.bytes} of ${countNoun(whole.bytes, 'byte')}`);
  if (seen.bytes === 0) return say('cut off', 'empty');
  if (isOther(seen.edition, known.edition))
    return say('of another version', `says it is of ${seen.edition}, and other pages here of ${known.edition}`);
  const size = whole ? `${seen.bytes} of ${countNoun(whole.bytes, 'byte')}` : '';
  return say(
    'changed',
    size,
    copyWords(seen, known),
    known.edition === undefined && seen.edition !== undefined ? `says it is of version ${seen.edition}` : '',
  );
}

/** What a right copy beside a file says of the file as it should be. */
function wholeOf(name: string, expected: string, { met }: Known): Unpacked | undefined {
  return COPY_ENDINGS.map((ending) => met.get(name + ending)?.unpacked).find(
    (unpacked): unpacked is Unpacked => unpacked?.sum === expected,
  );
}

function isTrueCopy({ name, unpacked }: Seen, { list }: Known): boolean {
  const original = packedOf(name);
  return original !== undefined && unpacked !== null && unpacked?.sum === list.get(original);
}

/** What a packed copy holds, in words; nothing for any other file. */
function copyWords(seen: Seen, known: Known): string {
  const original = packedOf(seen.name);
  if (original === undefined || seen.unpacked === undefined || !known.list.has(original)) return '';
  if (seen.unpacked === null) return 'does not unpack';
  return isTrueCopy(seen, known)
    ? `unpacks to what ${original} should hold`
    : `unpacks to something else than ${original} should hold`;
}

function heldWords(sum: string, { nameOf }: Known): string {
  const name = nameOf.get(sum);
  return name === undefined ? '' : `holds the content of ${name}`;
}

/** What most of the pages that are as listed say they are of. */
function commonEdition(list: ReadonlyMap<string, string>, met: ReadonlyMap<string, Seen>): string | undefined {
  const counts = new Map<string, number>();
  for (const { name, sum, edition } of met.values())
    if (edition?.includes(',') && list.get(name) === sum) counts.set(edition, (counts.get(edition) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Whether one says that it is of another version, or of other data, than the rest. */
function isOther(edition: string | undefined, rest: string | undefined): boolean {
  if (edition === undefined || rest === undefined) return false;
  return edition.includes(',') ? edition !== rest : edition !== rest.split(',')[0];
}
