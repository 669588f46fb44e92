/** A text as a style sheet writes it, in quotes; what would end the sheet or the string is spelled out by its number. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<>\n\r\f]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}
