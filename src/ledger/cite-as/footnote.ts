import { formatDate } from '../format.ts';
import { absoluteAddress, authorOf, citedTitle, dataWords, wholeOf, type CitedPage, type Edition } from './edition.ts';

/** A footnote that can be printed as it is. The day of access is the reader’s to add. */
export function footnote(work: CitedPage, edition: Edition): string {
  const whole = wholeOf(work, edition);
  const parts = [
    authorOf(edition),
    `“${citedTitle(work)}”`,
    whole && `in: “${whole}”`,
    `version ${edition.site.version} of ${formatDate(edition.modified)}`,
    dataWords(work),
    absoluteAddress(work, edition),
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}
