import type { Problem } from '../errors.ts';
import { formatDate, MONTHS, parseDate } from '../format.ts';
import { firstDay, isRealDate, lastDay } from '../schemas/dates.ts';
import type { ContentPassage } from './content-passages.ts';
import { lineAt } from './number-lint/passages.ts';

const TYPED = new RegExp(
  `\\b(?:20\\d\\d-\\d\\d(?:-\\d\\d)?\\b|(?:(?:\\d{1,2} )?(?:${MONTHS.join('|')}) )?20\\d\\d\\b(?![–-]\\d|,\\d))`,
  'g',
);
/** Words of a sentence that looks ahead, as a source did, or says when sources were read. */
const AHEAD =
  /\b(?:plan|schedul|due|promis|expect|intend|until|deadline|announc|propos|forecast|project|would)\w*\b|\b(?:read|compiled)\b/i;

/** Reports dates in words that lie after the newest source, so that nothing can be known of them, but where the sentence says that someone looked ahead. */
export function findLaterDates(passages: readonly ContentPassage[], dataDate: string): Problem[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(TYPED)].flatMap(({ 0: found, index }): Problem[] => {
      const { file, field, text } = passage;
      const date = isRealDate(found) ? found : parseDate(found);
      // What is a date alone is a field, whose meaning other checks know.
      if (
        date === null ||
        text.trim() === found ||
        firstDay(date) <= lastDay(dataDate) ||
        AHEAD.test(sentenceAround(text, index))
      )
        return [];
      const line = lineAt(passage, index);
      return [
        {
          file,
          ...(line === undefined ? {} : { line }),
          ...(field === undefined ? {} : { field }),
          found,
          expected: `${formatDate(dataDate)} or earlier, the date of the newest source, or words that say who planned or expected it`,
        },
      ];
    }),
  );
}

function sentenceAround(text: string, index: number): string {
  const from = text.lastIndexOf('. ', index) + 1;
  const to = text.indexOf('. ', index);
  return text.slice(from, to === -1 ? undefined : to);
}
