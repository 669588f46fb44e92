/** Replaces every match by as many fillers, so that the rest keeps its place. `unless` may let a match stand. */
export function mask(
  text: string,
  pattern: RegExp,
  filler: string,
  unless: (match: RegExpMatchArray) => boolean = () => false,
): string {
  let masked = '';
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (unless(match)) continue;
    masked += text.slice(end, match.index) + filler.repeat(match[0].length);
    end = match.index + match[0].length;
  }
  return masked + text.slice(end);
}

/** Filler for text that the lint allows or has already reported. */
export const FILLER = '\u2060';

/** Escapes a text for a pattern that matches the text itself, whatever signs are in it. */
export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
