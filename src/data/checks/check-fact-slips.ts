import type { Located } from '../csv.ts';
import type { Ledger } from '../ledger.ts';
import { memoize } from '../memoize.ts';
import { quote, type Problem } from '../errors.ts';
import { numbersIn } from './check-old-numbers.ts';
import { isChecked, OR_REASON } from './reasons.ts';
import { rowProblem } from './report.ts';

/** Numbers below are said of too many things to be a slip of one another. */
const LEAST = 20;

/** Words of a row or a title, with the sources that they come from. */
interface Said {
  text: string;
  source_ids: readonly string[];
}

/** Lists the numbers in the words of a row or title, which many facts may share. */
const numbersSaid = memoize(({ text }: Said) => numbersIn(text));

/**
 * Checks that no fact, which stands in no series, is ten times or a tenth of what is said with the same noun by a row or a title of the same source, or by its own words.
 */
export function factsAreNotSlips(ledger: Ledger): Problem[] {
  const { statements, events, claims, sources } = ledger;
  const said: Said[] = [
    ...[...statements.values()].map(({ statement, note, source_ids }) => ({
      text: `${statement} ${note ?? ''}`,
      source_ids,
    })),
    ...[...events.values()].map(({ event, note, source_ids }) => ({ text: `${event} ${note ?? ''}`, source_ids })),
    ...[...claims.values()].map(({ claim, evidence_since, verdict_reason, source_ids }) => ({
      text: `${claim} ${evidence_since ?? ''} ${verdict_reason}`,
      source_ids,
    })),
    ...[...sources.values()].map(({ id, title, note }) => ({ text: `${title} ${note ?? ''}`, source_ids: [id] })),
  ];
  return ledger.datasets.facts.flatMap((row: Located<Ledger['datasets']['facts'][number]>) => {
    if (row.value < LEAST || isChecked(row)) return [];
    const own = numbersIn(`${row.scope} ${row.definition ?? ''} ${row.note ?? ''}`);
    if (own.includes(row.value)) return [];
    const others = said.filter(({ source_ids }) => source_ids.some((id) => row.source_ids.includes(id)));
    const numbers = [...own, ...others.flatMap(numbersSaid)];
    if (numbers.includes(row.value)) return [];
    const other = numbers.find((number) => number === row.value * 10 || number === row.value / 10);
    return other === undefined
      ? []
      : [
          rowProblem(
            row,
            'value',
            `${row.value}, and ${other} in the words of the same source`,
            `${quote(String(other))}, ${OR_REASON}`,
          ),
        ];
  });
}

/** Number of the last commit by the id of its row. */
export type EarlierNumbers = ReadonlyMap<string, number>;

/** Reports facts that are exactly ten, a hundred or a thousand times, or a part of, what the last commit had. */
export function factorsOfTen(ledger: Ledger, earlier: EarlierNumbers): Problem[] {
  return ledger.datasets.facts.flatMap((row) => {
    const was = earlier.get(row.id);
    const power = was === undefined || was === row.value ? 0.5 : Math.log10(row.value / was);
    return isChecked(row) || Math.abs(power - Math.round(power)) > 1e-9
      ? []
      : [
          rowProblem(
            row,
            'value',
            `${row.value}, where the last commit had ${was}: a nought more or less?`,
            `the right number, ${OR_REASON}`,
          ),
        ];
  });
}
