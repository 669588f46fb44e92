import type { Observation } from '../schemas/observation.ts';
import type { Located } from '../csv.ts';
import type { Ledger } from '../ledger.ts';
import { quote, type Problem } from '../errors.ts';
import { rowProblem } from './report.ts';

type Row = Located<Observation>;

const NUMBER = String.raw`(?<![\w,.#–-])\d[\d,]*(?:\.\d+)?(?: million)?`;
const ID = String.raw`(?:[A-Z]{1,2}\d{2,3}|f-[a-z][a-z0-9-]*)`;

/** Pattern of `91,400 + 42,600 = 134,000`. */
const SUM = new RegExp(String.raw`(?<!\+ )(${NUMBER}(?: \+ ${NUMBER})+) = (${NUMBER})(?![\d,]*\d)`, 'g');
/** Pattern of `equals 1,438,600 + 328,000`: the row's own number. */
const OWN_SUM = new RegExp(String.raw`\b[Ee]quals (${NUMBER}(?: \+ ${NUMBER})+)`, 'g');
/** Pattern of `the doubtful 355,000 (A15)` and of `A11 (286,000 one day earlier)`. What a capital precedes is a year or a name: `6 January 2024 (B042)`, `LID 99`. */
const NUMBER_THEN_ID = new RegExp(String.raw`(?<![A-Z][A-Za-z]*\.? )(${NUMBER}) \((${ID})\)`, 'g');
const ID_THEN_NUMBER = new RegExp(String.raw`(?<![\w-])(${ID}) \((${NUMBER})(?=[\s);,])(?! [A-Z][a-z]+ \d{4})`, 'g');
/** Pattern of `Same as S10`. */
const SAME = new RegExp(String.raw`\b[Ss]ame (?:number )?as (${ID})(?![\w-])`, 'g');
/** Pattern of `648,600 more than C14`; not of `about 120 more than B030`. */
const APART = new RegExp(
  String.raw`(?<!\b(?:about|some|nearly|almost|around|roughly|over|than|least) )(${NUMBER}) (more|less) than (${ID})(?![\w-])`,
  'g',
);
/** Pattern of `part of S04` and `a component of B034`. */
const PART = new RegExp(String.raw`\b(?:[Pp]art|[Cc]omponent) of (${ID})(?![\w-])`, 'g');

/** Checks that what a note says of another row's number is so: sums, differences, parts, and numbers beside an id. */
export function noteNumbersHold(ledger: Ledger): Problem[] {
  const { events, places, statements, assessments, terms } = ledger;
  const others: Located<{ note: string | null }>[] = [events, places, statements, assessments, terms].flatMap(
    (rows) => [...rows.values()],
  );
  return [
    ...[...ledger.observations.values()].flatMap((row) => [...relationsHold(ledger, row), ...wordsHold(ledger, row)]),
    ...others.flatMap((row) => wordsHold(ledger, row)),
  ];
}

/** Checks what a note says of its own row's number. */
function relationsHold({ observations }: Ledger, row: Row): Problem[] {
  const note = row.note ?? '';
  if (!/\d/.test(note)) return [];
  const report = (found: string, expected: string) => rowProblem(row, 'value', found, expected);
  const problems: Problem[] = [];
  for (const [, id = ''] of note.matchAll(SAME)) {
    const other = observations.get(id);
    if (other && other.value !== row.value)
      problems.push(
        report(`${row.value}, and in the note "same as ${id}"`, `${other.value}, as ${id} has, or another note`),
      );
  }
  for (const [, apart = '', way, id = ''] of note.matchAll(APART)) {
    const other = observations.get(id);
    const wanted = other && other.value + (way === 'more' ? 1 : -1) * toNumber(apart);
    if (other && wanted !== row.value)
      problems.push(
        report(
          `${row.value}, and in the note "${apart} ${way} than ${id}" (${other.value})`,
          `${wanted}, or another note`,
        ),
      );
  }
  for (const [, id = ''] of note.matchAll(PART)) {
    const whole = observations.get(id);
    if (whole && whole.unit === row.unit && whole.value < row.value)
      problems.push(
        report(
          `${row.value}, and in the note a part of ${id} (${whole.value})`,
          `at most ${whole.value}, or another note`,
        ),
      );
  }
  for (const [, terms = ''] of note.matchAll(OWN_SUM)) {
    if (sumOf(terms) !== row.value)
      problems.push(report(`${row.value}, and in the note "equals ${terms}"`, `${sumOf(terms)}, or another note`));
  }
  return problems;
}

/** Checks the sums in a note, and the numbers that stand in it beside the id of a row. */
function wordsHold({ observations }: Ledger, row: Located<{ note: string | null }>): Problem[] {
  const note = row.note ?? '';
  if (!/\d/.test(note)) return [];
  const sums = [...note.matchAll(SUM)]
    .filter(([, terms = '', total = '']) => sumOf(terms) !== toNumber(total))
    .map(([sum, terms = '']) => rowProblem(row, 'note', quote(sum), `a sum of ${sumOf(terms)}`));
  const pairs = [
    ...[...note.matchAll(NUMBER_THEN_ID)].map(([text, number = '', id = '']) => ({ text, number, id })),
    ...[...note.matchAll(ID_THEN_NUMBER)].map(([text, id = '', number = '']) => ({ text: `${text})`, number, id })),
  ];
  const wrong = pairs.flatMap(({ text, number, id }) => {
    const value = observations.get(id)?.value;
    return value === undefined || isSaidAs(value, number)
      ? []
      : [rowProblem(row, 'note', quote(text), `${value}, the number of ${id}`)];
  });
  return [...sums, ...wrong];
}

/** Returns true if the text says the number, whole or in millions as exactly as it is written. */
function isSaidAs(value: number, text: string): boolean {
  if (!text.endsWith('million')) return value === toNumber(text);
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  return (value / 1_000_000).toFixed(decimals) === text.replace(' million', '');
}

function sumOf(terms: string): number {
  return Math.round(terms.split(' + ').reduce((sum, term) => sum + toNumber(term), 0) * 10) / 10;
}

function toNumber(text: string): number {
  return Number(text.replace(/,|\.$| million/g, '')) * (text.endsWith('million') ? 1_000_000 : 1);
}
