/** A value as a JSON file: a line for each field, so that two versions of a file can be compared. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
