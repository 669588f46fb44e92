import { quote, type Problem } from '../errors.ts';
import type { Ledger } from '../ledger.ts';
import { observationOf } from '../latest.ts';
import { referencedIds } from '../numbers.ts';
import type { SafeLine } from '../schemas/safe-line.ts';
import { checkTokens } from './check-tokens.ts';
import { cardProblem, FILES } from './report.ts';

/** Words of a sentence that somebody prints on a deadline. */
const MAX_WORDS = 50;

/** Checks that each key number has a line of what can be printed, and that each line names a number there is, holds it, and can stand alone: it has a year, and is short. */
export function safeLinesHold(ledger: Ledger): Problem[] {
  return [
    ...keyNumberProblems(ledger),
    ...[...ledger.safeLines.values()].flatMap((line) => lineProblems(ledger, line)),
  ];
}

function keyNumberProblems(ledger: Ledger): Problem[] {
  return [...ledger.keyNumbers.values()].flatMap((item) => {
    const id = observationOf(ledger, item.number)?.id;
    return id === undefined || ledger.safeLines.has(id)
      ? []
      : [cardProblem(FILES.keyNumbers, item, ['number'], `"${id}" without a line`, `one in ${FILES.safeLines}`)];
  });
}

function lineProblems(ledger: Ledger, line: SafeLine): Problem[] {
  const report = (field: string) => (found: string, expected: string) =>
    cardProblem(FILES.safeLines, line, [field], found, expected);
  return [
    ...numberProblems(ledger, line, report),
    ...checkTokens(ledger, line.write ?? '', true, report('write')),
    ...checkTokens(ledger, line.avoid ?? '', true, report('avoid')),
    ...aloneProblems(line, report('write')),
  ];
}

type Report = (field: string) => (found: string, expected: string) => Problem;

function numberProblems(ledger: Ledger, { id, words, write, own_page }: SafeLine, report: Report): Problem[] {
  const isNumber = observationOf(ledger, id) !== undefined || ledger.derivations.has(id);
  if (words !== undefined && own_page) return [report('own_page')('true', 'a page for a number alone')];
  if (words !== undefined)
    return isNumber ? [report('words')(quote(words), `nothing: "${id}" is a number, and says itself what it is`)] : [];
  if (!isNumber) return [report('id')(quote(id), 'the id of a number, or "words" that say what the line is about')];
  if (write === undefined) return [report('write')('nothing', 'a sentence with the number')];
  return referencedIds(write).includes(id) ? [] : [report('write')(quote(write), `a sentence with {${id}} in it`)];
}

function aloneProblems({ words, write }: SafeLine, report: ReturnType<Report>): Problem[] {
  if (write === undefined) return [];
  const count = write.split(/\s+/).length;
  return [
    ...(count > MAX_WORDS ? [report(`${count} words`, `at most ${MAX_WORDS}`)] : []),
    ...(words === undefined && !/\b(?:19|20)\d\d\b/.test(write)
      ? [report(quote(write), 'the year in which it was so: the sentence stands alone')]
      : []),
  ];
}
