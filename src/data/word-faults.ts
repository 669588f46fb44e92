import { parseDate } from './format.ts';
import { quote } from './errors.ts';
import type { TextFault } from './encoding-faults.ts';

/** Marks that writers leave for themselves. */
const PLACEHOLDER = /\b(?:TODO|FIXME|TBD|TKTK|XXX)\b|\blorem ipsum\b|^(?:<{7}|={7}|>{7})(?: |$)/i;
/** Short words that nobody writes twice on purpose. */
const DOUBLED = /\b(the|an?|of|to|and|or|was|were|is|are|by|for|with|at|from|its|their)\s+\1\b/i;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const WEEKDAY = new RegExp(`\\b(${WEEKDAYS.join('|')}),? (?:the )?(\\d{1,2} [A-Z][a-z]+ \\d{4})`, 'g');

/** Finds slips of the pen in one line of words: a mark left by its writer, a word twice, a day of the week that its date was not. */
export function findWordFaults(text: string): TextFault[] {
  // Numbers and blanks are many of the cells of a table.
  if (!/[a-z<=>]/i.test(text)) return [];
  const placeholder = PLACEHOLDER.exec(text)?.[0];
  const doubled = DOUBLED.exec(text)?.[0];
  return [
    ...(placeholder === undefined
      ? []
      : [
          {
            kind: 'placeholder',
            found: `${quote(placeholder.trim())}, a mark left by its writer`,
            expected: 'finished words',
          },
        ]),
    ...(doubled === undefined
      ? []
      : [{ kind: 'doubled', found: `${quote(doubled)}, a word twice`, expected: 'it once' }]),
    ...(text.includes('day') ? [...text.matchAll(WEEKDAY)] : []).flatMap(([found, named, date = '']) => {
      const day = parseDate(date);
      const right = day === null ? undefined : WEEKDAYS[new Date(`${day}T00:00Z`).getUTCDay()];
      return right === undefined || right === named
        ? []
        : [{ kind: 'weekday', found: quote(found), expected: `${right}, which that day was, or another date` }];
    }),
  ];
}

/** Finds quotation marks that open and do not close, or close without having opened. */
export function findOpenQuotation(text: string): TextFault[] {
  if (!/[“”]/.test(text)) return [];
  const count = (mark: string) => text.split(mark).length - 1;
  return count('“') === count('”')
    ? []
    : [{ kind: 'quotation', found: `${count('“')} “ and ${count('”')} ”`, expected: 'as many that close as open' }];
}
