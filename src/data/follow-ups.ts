import type { Problem } from './errors.ts';

/**
 * Runs a check over content of which some could not be read. What such a check needs may be missing, and then it says nothing: the fault that
 * keeps it from running has been reported.
 * @param isWhole True if everything could be read, so that an error is a mistake of ours and is thrown.
 */
export function checkWhatIsThere(isWhole: boolean, check: () => Problem[]): Problem[] {
  try {
    return check();
  } catch (error) {
    if (isWhole) throw error;
    return [];
  }
}

/** Leaves out of the later problems those that only follow from rows that could not be read: that such a row is unknown, or missing. */
export function withoutFollowUps(earlier: readonly Problem[], later: readonly Problem[]): Problem[] {
  const isLost = lostIds(earlier);
  const files = new Set(earlier.map(({ file }) => file));
  return later.filter(({ file, found }) => !isLost(found) && !(found === 'no such file' && files.has(file)));
}

/** Returns a function that tells whether a text names the id of a row that could not be read. */
export function lostIds(problems: readonly Problem[]): (text: string) => boolean {
  const lost = problems.flatMap((problem) => (problem.lost === 'all' ? [] : (problem.lost ?? [])));
  const ids = lost.filter((id) => id !== '' && !id.endsWith('*')).map(escapePattern);
  const beginnings = lost.filter((id) => id.endsWith('*')).map((id) => escapePattern(id.slice(0, -1)));
  const pattern = anyOf(ids, (some) => `(?<![A-Za-z0-9])(?:${some})(?![A-Za-z0-9])`);
  const beginning = anyOf(beginnings, (some) => `^[^"“{]*["“{]+(?:[a-z-]+ )?(?:[a-z.-]+[-#])?(?:${some})`);
  const mayBeAny = problems.some((problem) => problem.lost === 'all');
  return (text) => pattern(text) || (NAMES_ONE_ID.test(text) && (mayBeAny || beginning(text)));
}

function anyOf(parts: readonly string[], around: (some: string) => string): (text: string) => boolean {
  if (parts.length === 0) return () => false;
  const pattern = new RegExp(around([...new Set(parts)].join('|')));
  return (text) => pattern.test(text);
}

/** What is found where an id is unknown: the id alone, or that it is missing. */
const NAMES_ONE_ID =
  /^(?:no (?:row )?)?<?["“{][^\s]*["”}]$|^no <|^"(?:[a-z-]+ )?[^\s"]+", which is no longer|^"[A-Za-z]+-?\d+" in “/;

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
