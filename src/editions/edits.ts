/** A stretch of a text, and what takes its place. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** A text with some stretches replaced, none of which overlap. */
export function applyEdits(html: string, edits: readonly Edit[]): string {
  // From the end, so that earlier places stay where they are.
  return [...edits].sort((a, b) => b.from - a.from).reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), html);
}
