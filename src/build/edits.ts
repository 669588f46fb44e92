/** Replacement of a stretch of a text, from one offset up to another, by other text. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/**
 * Applies edits to a text, each given by its place in the original. One inside a stretch that another cuts out goes with it.
 * @throws Error if two overlap in any other way.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  let isCut = false;
  // A page may have thousands; to cut the whole text for each would take longer than to draw it.
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (edit.from < done) {
      if (isCut && edit.to <= done) continue;
      throw new Error(`two edits overlap at ${JSON.stringify(text.slice(edit.from, edit.to))}`);
    }
    parts.push(text.slice(done, edit.from), edit.text);
    done = edit.to;
    isCut = edit.text === '';
  }
  return parts.join('') + text.slice(done);
}
