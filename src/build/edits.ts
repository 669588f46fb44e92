/** A stretch of a text, and what takes its place. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** A text with some stretches replaced, none of which overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  // A page may have thousands; to cut the whole text for each would take longer than to draw it.
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    parts.push(text.slice(done, edit.from), edit.text);
    done = edit.to;
  }
  return parts.join('') + text.slice(done);
}
