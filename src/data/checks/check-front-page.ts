import type { Ledger } from '../ledger.ts';
import { findLatest, isLatest } from '../latest.ts';
import { quote, type Problem } from '../errors.ts';
import { cardProblem, FILES } from './report.ts';
import { checkChat, checkPlain, checkSharedTitle, checkTokens } from './check-tokens.ts';

/** Checks that the numbers at the top of the page exist and are sound, and that the words beside them refer to numbers that exist. */
export function frontPageHolds(ledger: Ledger): Problem[] {
  const reportSite = (field: string) => (found: string, expected: string) =>
    cardProblem(FILES.site, ledger.site, [field], found, expected);
  const site = [
    ...checkPlain(ledger.site.title, reportSite('title')),
    ...checkPlain(ledger.site.subject, reportSite('subject')),
    ...checkSharedTitle(ledger, ledger.site.subject, reportSite('subject')),
    ...checkPlain(ledger.site.publisher ?? '', reportSite('publisher')),
    ...checkPlain(ledger.site.name, reportSite('name')),
    ...checkPlain(ledger.site.tagline, reportSite('tagline')),
    ...checkPlain(ledger.site.orientation, reportSite('orientation')),
    ...checkTokens(ledger, ledger.site.standfirst, false, reportSite('standfirst')),
    ...checkTokens(ledger, ledger.site.description, false, reportSite('description')),
    ...checkChat(ledger, ledger.site, ledger.site.description, null, reportSite('chat')),
  ];
  const keys = [...ledger.keyNumbers.values()].flatMap((item) => {
    const report = (field: string) => (found: string, expected: string) =>
      cardProblem(FILES.keyNumbers, item, [field], found, expected);
    const row = isLatest(item.number) ? findLatest(ledger, item.number) : ledger.observations.get(item.number);
    const problems = [
      ...checkTokens(ledger, item.label, false, report('label')),
      ...checkTokens(ledger, item.caveat, true, report('caveat')),
    ];
    if (!row) problems.push(report('number')(quote(item.number), 'the id of a row in content/data'));
    else if ('found' in row) problems.push(report('number')(row.found, row.expected));
    else if (row.confidence === 'low')
      problems.push(report('number')(`"${item.number}" of low confidence`, 'a row of high or medium confidence'));
    return problems;
  });
  return [...site, ...keys];
}
