import type { Card } from '../schemas/dataset-card.ts';
import { isRealDate } from '../schemas/dates.ts';
import { columnChecks } from '../datasets.ts';
import { type Ledger, CARD_IDS, type CardId } from '../ledger.ts';
import { quote, type Problem } from '../errors.ts';
import { cardProblem, FILES } from './report.ts';

/** Datasets whose rows have no dates of their own. */
const UNDATED: readonly CardId[] = ['actors', 'glossary', 'claims', 'statements'];

/** Checks that every dataset has a card, which names its columns. */
export function cardsHold(ledger: Ledger): Problem[] {
  const unknown = [...ledger.cards.values()]
    .filter((card) => !(CARD_IDS as readonly string[]).includes(card.id))
    .map((card) => cardProblem(FILES.card(card.id), card, ['id'], quote(card.id), `one of ${CARD_IDS.join(', ')}`));
  const known = CARD_IDS.flatMap((id): Problem[] => {
    const card = ledger.cards.get(id);
    if (!card) return [{ file: FILES.card(id), found: 'no such file', expected: 'a card for this dataset' }];
    return [...columnsMatch(card, Object.keys(columnChecks(id))), ...reachesLastRow(card, id)];
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

/** Checks that a card says how far its rows reach where they do not say so themselves, and only there. */
function reachesLastRow(card: Card, id: CardId): Problem[] {
  const { last_data } = card;
  const report = (found: string, expected: string) => cardProblem(FILES.card(id), card, ['last_data'], found, expected);
  if (!UNDATED.includes(id))
    return last_data === undefined
      ? []
      : [report(last_data, 'no such field: it is computed from the dates of the rows')];
  if (last_data !== undefined && isRealDate(last_data)) return [];
  return [report(last_data === undefined ? 'nothing' : quote(last_data), 'an ISO date: YYYY, YYYY-MM or YYYY-MM-DD')];
}
