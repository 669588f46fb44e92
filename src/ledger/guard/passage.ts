/** A stretch of reader text in one piece, so that a number is judged with its whole sentence around it. */
export interface Passage {
  text: string;
  /** The line of the file on which each character stands. */
  lines: number[];
  /** The field it fills, for YAML and front matter. */
  field?: string;
}

/** An empty passage, to be filled with `append`. */
export function newPassage(field?: string): Passage {
  return { text: '', lines: [], ...(field === undefined ? {} : { field }) };
}

/** Adds text whose source is `raw`, which may hold escapes and folded lines; `line` is where `raw` begins. */
export function append(passage: Passage, text: string, raw: string, line: number): void {
  passage.text += text;
  passage.lines.push(...linesOf(text, raw, line));
}

/** Characters looked ahead for a match: longer than any escape, shorter than a line. */
const REACH = 16;

/** The line of each character of `text`, found by walking through `raw` beside it. */
function linesOf(text: string, raw: string, firstLine: number): number[] {
  let at = 0;
  let line = firstLine;
  return [...text].flatMap((character) => {
    if (!/\s/.test(character)) {
      let next = at;
      let seen = 0;
      while (next < raw.length && raw[next] !== character[0] && seen < REACH) {
        if (!/\s/.test(raw[next] as string)) seen += 1;
        next += 1;
      }
      if (raw[next] === character[0]) {
        line += (raw.slice(at, next).match(/\n/g) ?? []).length;
        at = next + character.length;
      }
    }
    return Array.from({ length: character.length }, () => line);
  });
}
