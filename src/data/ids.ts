/** Splits the ids in one attribute at white space: `"t017 t022"`. */
export function splitIds(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .filter((id) => id !== '');
}
