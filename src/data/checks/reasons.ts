import type { Located } from '../csv.ts';
import type { Observation } from '../schemas/observation.ts';
import { quote, type Problem } from '../errors.ts';
import { rowProblem } from './report.ts';

type Row = Located<Observation>;

/** Shortest reason in `checked` that can say anything. */
const SHORTEST = 20;

/** Words at the end of what is expected of a number that stands out. */
export const OR_REASON = 'or in "checked" the number again and why it is right';

/** Returns true if the row says why its number stands, and the reason names that very number, so that a slip cannot hide behind it. */
export function isChecked({ checked, value }: Pick<Observation, 'checked' | 'value'>): boolean {
  return checked !== null && numbersIn(checked).includes(value);
}

/** Lists the numbers in a text, read without their separators: `157,000` is 157000. */
export function numbersIn(text: string): number[] {
  return (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((digits) => Number(digits.replaceAll(',', '')));
}

/** Checks that each reason in `checked` repeats the number of its row and says something. */
export function reasonsHold(rows: Iterable<Row>): Problem[] {
  return [...rows].flatMap((row) =>
    row.checked === null || (isChecked(row) && row.checked.length >= SHORTEST)
      ? []
      : [
          rowProblem(
            row,
            'checked',
            quote(row.checked),
            `the number of the row, ${row.value}, and in words why it is right, or nothing`,
          ),
        ],
  );
}
