import { asPublished, mapOfDay } from '../as-published.ts';
import { findCited } from '../citations.ts';
import { quote, type Problem } from '../errors.ts';
import { formatDate, MONTHS, parseDate } from '../format.ts';
import { observationOf } from '../latest.ts';
import type { Ledger } from '../ledger.ts';
import { stepFaults } from '../map-steps.ts';
import { fillTokens, referencedIds } from '../numbers.ts';
import { firstDay } from '../schemas/dates.ts';
import type { BriefItem, DayBrief } from '../schemas/day-brief.ts';
import { findChatFault } from '../share-texts.ts';
import { cardProblem, FILES } from './report.ts';

type Path = (string | number)[];

/** Checks that a brief of a day rests on rows published by the day and names no later date, and that what is known now rests on rows there are. */
export function briefsHold(ledger: Ledger): Problem[] {
  return [...ledger.briefs.values()].flatMap((brief) => {
    const { id: day, numbers, map, known, claimed, claims, unknown, finding, chat = '' } = brief;
    const then = asPublished(ledger, day);
    const problem = (path: Path, found: string, expected: string) =>
      cardProblem(FILES.then, brief, path, found, expected);
    const rowOfThen = `a row published by ${formatDate(day)} at the latest, or known to be`;
    const fromThen = (path: Path, ids: readonly string[]) =>
      ids
        .filter((id) => !(then.observations.get(id) ?? (isNoNumber(ledger, id) && findCited(then, id))))
        .map((id) => problem(path, quote(id), rowOfThen));
    const fromNow = (path: Path, ids: readonly string[]) =>
      ids
        .filter((id) => !(observationOf(ledger, id) ?? findCited(ledger, id)))
        .map((id) => problem(path, quote(id), 'the id of a row'));
    const wordsOfThen = (path: Path, text: string) => [
      ...fromThen(path, referencedIds(text)),
      ...laterDates(ledger, text, day).map((date) => problem(path, quote(date), `no date after ${formatDate(day)}`)),
    ];
    const knownNow = (path: Path, { now, now_cites }: Pick<BriefItem, 'now' | 'now_cites'>) => [
      ...fromNow([...path, 'now'], referencedIds(now)),
      ...fromNow([...path, 'now_cites'], now_cites),
    ];
    const itemsHold = (name: 'known' | 'claimed' | 'unknown', items: readonly BriefItem[]) =>
      items.flatMap((item, index) => [
        ...wordsOfThen([name, index, 'text'], item.text),
        ...fromThen([name, index, 'cites'], item.cites),
        ...(item.cites.length + referencedIds(item.text).length === 0
          ? [problem([name, index], 'no row that carries it', rowOfThen)]
          : []),
        ...knownNow([name, index], item),
      ]);
    const problems = [
      ...dayIsOfRecord(ledger, brief),
      ...wordsOfThen(['finding'], finding),
      ...wordsOfThen(['chat'], chat),
      ...numbers.flatMap((number, index) => [
        ...fromThen(['numbers', index, 'number'], [number.number]),
        ...wordsOfThen(['numbers', index, 'label'], number.label),
        ...knownNow(['numbers', index], number),
      ]),
      ...stepFaults(mapOfDay(ledger, day), { day, names: map.towns, also: map.not_taken }).map(
        ({ field, found, expected }) =>
          problem(['map', field === 'also' ? 'not_taken' : 'towns'], found, `${expected}, by a report of then`),
      ),
      ...knownNow(['map'], map),
      ...itemsHold('known', known),
      ...itemsHold('claimed', claimed),
      ...claims
        .filter((id) => !ledger.claims.has(id))
        .map((id) => problem(['claims'], quote(id), 'the id of a claim in content/claims.csv')),
      ...(claims.length + claimed.length === 0 ? [problem(['claimed'], 'nothing', 'at least one claim')] : []),
      ...itemsHold('unknown', unknown),
    ];
    // Its length is known only where its numbers are.
    return problems.length > 0 ? problems : [...problems, ...chatIsShort(then, brief)];
  });
}

function chatIsShort(then: Ledger, brief: DayBrief): Problem[] {
  const { chat, finding } = brief;
  const fault = findChatFault(chat && fillTokens(then, chat), fillTokens(then, finding), null);
  return fault === null ? [] : [cardProblem(FILES.then, brief, ['chat'], fault.found, fault.expected)];
}

/** Tells whether an id names something else than a published number, whose own day of publication decides alone. */
function isNoNumber(ledger: Ledger, id: string): boolean {
  return !ledger.observations.has(id) && !ledger.derivations.has(id);
}

function dayIsOfRecord({ site }: Ledger, brief: DayBrief): Problem[] {
  if (brief.id >= site.began && brief.id <= firstDay(site.dataDate)) return [];
  return [
    cardProblem(FILES.then, brief, ['id'], brief.id, `a day from ${site.began} to ${site.dataDate}, the newest source`),
  ];
}

const DATE = new RegExp(
  `(?:(?:\\d{1,2} )?(?:${MONTHS.join('|')}) )?\\b20\\d\\d\\b|\\b\\d{1,2} (?:${MONTHS.join('|')})\\b`,
  'g',
);

/** Lists the dates in words that lie after a day. One without a year is the first of its kind since shortly before the operation. */
function laterDates({ site }: Ledger, text: string, day: string): string[] {
  const year = Number(site.began.slice(0, 4));
  const soonest = firstDay(site.began.slice(0, 'YYYY-MM'.length));
  return [...text.matchAll(DATE)].flatMap(([found]) => {
    const dates = /\d{4}$/.test(found)
      ? [parseDate(found)]
      : [year, year + 1].map((one) => parseDate(`${found} ${one}`));
    const date = dates.find((one) => one !== null && (dates.length === 1 || firstDay(one) >= soonest));
    return date && firstDay(date) > day ? [found] : [];
  });
}
