import { SUMS_FILE } from '../../build/checksums.ts';

/** Whether a name leads out of the folder that it is unpacked into, on any system. */
export function leavesFolder(name: string): boolean {
  return name.startsWith('/') || name.includes('\\') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..');
}

/** A name without what changes nothing: `./a` is `a`. */
export function plainName(name: string): string {
  return name.replace(/^(?:\.\/+)+/, '');
}

/** A name as a terminal may show it: what could steer one is written out. */
export function shownName(name: string): string {
  return /\p{C}/u.test(name)
    ? JSON.stringify(name).replace(/\p{C}/gu, (letter) => `\\u{${letter.codePointAt(0)?.toString(16)}}`)
    : name;
}

/**
 * The folder inside a mirror in which the site lies, with a slash at its end; empty where nothing is around it.
 * @param listed Names of a list that was given from elsewhere, if one was.
 */
export function topFolder(names: readonly string[], listed: ReadonlySet<string> | undefined): string {
  if (names.includes(SUMS_FILE)) return '';
  const tops = new Set(names.map((name) => (name.includes('/') ? name.slice(0, name.indexOf('/') + 1) : '')));
  const withList = names.filter((name) => name.split('/').length === 2 && name.endsWith(`/${SUMS_FILE}`));
  if (withList.length === 1) return (withList[0] as string).slice(0, -SUMS_FILE.length);
  const [only = ''] = tops;
  const isListed = [...(listed ?? [])].some((name) => name.startsWith(only));
  return tops.size === 1 && listed !== undefined && !isListed ? only : '';
}
