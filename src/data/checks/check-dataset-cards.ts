import type { Card } from '../schemas/dataset-card.ts';
import { firstDay, isRealDate, lastDay, latestDate } from '../schemas/dates.ts';
import { columnChecks, datasetDays } from '../datasets.ts';
import { type Ledger, CARD_IDS, type CardId } from '../ledger.ts';
import { quote, type Problem } from '../errors.ts';
import { cardProblem, FILES } from './report.ts';

/** Checks that every dataset has a card, which names its columns and reaches as far as its rows. */
export function cardsHold(ledger: Ledger): Problem[] {
  const unknown = [...ledger.cards.values()]
    .filter((card) => !(CARD_IDS as readonly string[]).includes(card.id))
    .map((card) => cardProblem(FILES.card(card.id), card, ['id'], quote(card.id), `one of ${CARD_IDS.join(', ')}`));
  const known = CARD_IDS.flatMap((id): Problem[] => {
    const card = ledger.cards.get(id);
    if (!card) return [{ file: FILES.card(id), found: 'no such file', expected: 'a card for this dataset' }];
    return [...columnsMatch(card, Object.keys(columnChecks(id))), ...reachesLastRow(ledger, card, id)];
  });
  return [...unknown, ...known];
}

function columnsMatch(card: Card, columns: readonly string[]): Problem[] {
  const file = FILES.card(card.id);
  const described = Object.keys(card.columns);
  return [
    ...columns
      .filter((name) => !described.includes(name))
      .map((name) => cardProblem(file, card, ['columns'], `no "${name}"`, 'every column of the file, described')),
    ...described
      .filter((name) => !columns.includes(name))
      .map((name) => cardProblem(file, card, ['columns', name], `"${name}"`, `one of ${columns.join(', ')}`)),
  ];
}

/** Checks that the last day on a card is not before that of its rows. */
function reachesLastRow(ledger: Ledger, card: Card, id: CardId): Problem[] {
  const report = (found: string, expected: string) => cardProblem(FILES.card(id), card, ['last_data'], found, expected);
  if (!isRealDate(card.last_data)) return [report(quote(card.last_data), 'an ISO date: YYYY, YYYY-MM or YYYY-MM-DD')];
  const latest = lastRowDay(ledger, id);
  if (latest === undefined || lastDay(card.last_data) >= firstDay(latest)) return [];
  return [report(card.last_data, `${latest}, the last day in the file`)];
}

/** Reports cards that promise a later day than any of their rows describes: nothing untrue is drawn from it, so it stops no build. */
export function cardsReachTooFar(ledger: Ledger): Problem[] {
  return CARD_IDS.flatMap((id) => {
    const card = ledger.cards.get(id);
    const bounds = id === 'places' ? [...ledger.places.values()].flatMap((row) => row.changed_not_after ?? []) : [];
    const last = lastRowDay(ledger, id);
    const latest = last === undefined ? undefined : latestDate([last, ...bounds]);
    if (!card || latest === undefined || firstDay(card.last_data) <= lastDay(latest)) return [];
    return [cardProblem(FILES.card(id), card, ['last_data'], card.last_data, `${latest}, the last day in the file`)];
  });
}

/** Returns the newest date of a dataset's rows, for sources of their publication; undefined where they have none. */
function lastRowDay(ledger: Ledger, id: CardId): string | undefined {
  const days =
    id === 'sources'
      ? [...ledger.sources.values()].flatMap(({ published }) => published ?? [])
      : datasetDays(ledger, id);
  return days.length === 0 ? undefined : latestDate(days);
}
