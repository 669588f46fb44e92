/**
 * Replaces every match by as many fillers, so that the rest keeps its place. `unless` may let a match stand.
 * @param pattern Global, and never empty.
 */
export function mask(
  text: string,
  pattern: RegExp,
  filler: string,
  unless: (match: RegExpExecArray) => boolean = () => false,
): string {
  let masked = '';
  let end = 0;
  // `matchAll` would make a new pattern each time, and there are thirty for each of thousands of texts.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (unless(match)) continue;
    masked += text.slice(end, match.index) + filler.repeat(match[0].length);
    end = match.index + match[0].length;
  }
  return end === 0 ? text : masked + text.slice(end);
}

/** Filler for text that the lint allows or has already reported. */
export const FILLER = '\u2060';

/** Escapes a text for a pattern that matches the text itself, whatever signs are in it. */
export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
