/** Something in a card or its rows from which no honest picture can be drawn; told to whoever edits them, not to a programmer. */
export class FigureFault extends Error {
  /** Path to the card's field, joined by dots: `lines.0.rows.2`. */
  readonly field: string;
  readonly found: string;
  readonly expected: string;

  constructor(field: string, found: string, expected: string) {
    super(`${field}: found ${found}; expected ${expected}`);
    this.name = 'FigureFault';
    this.field = field;
    this.found = found;
    this.expected = expected;
  }
}
