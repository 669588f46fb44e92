import type { Card } from '../schemas/dataset-card.ts';
import { firstDay, isRealDate, lastDay } from '../schemas/dates.ts';
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

function reachesLastRow(ledger: Ledger, card: Card, id: CardId): Problem[] {
  const latest = datasetDays(ledger, id)
    .sort((a, b) => firstDay(a).localeCompare(firstDay(b)))
    .at(-1);
  if (latest === undefined) return [];
  if (!isRealDate(card.last_data)) {
    return [
      cardProblem(
        FILES.card(id),
        card,
        ['last_data'],
        quote(card.last_data),
        'an ISO date: YYYY, YYYY-MM or YYYY-MM-DD',
      ),
    ];
  }
  if (lastDay(card.last_data) >= firstDay(latest)) return [];
  return [
    cardProblem(FILES.card(id), card, ['last_data'], card.last_data, `${latest} or later, the last day in the file`),
  ];
}
