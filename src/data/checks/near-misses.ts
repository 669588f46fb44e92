import type { Located } from '../csv.ts';
import { type Ledger, OBSERVATION_FILES } from '../ledger.ts';
import { nearMiss } from '../spelling.ts';
import { quote } from '../errors.ts';

/** Columns of numbers whose words are shared by rows; a slip in one sets its row apart. */
const NUMBER_COLUMNS = ['series', 'unit', 'scope_id', 'claimant', 'claimant_id'] as const;
const PLACE_COLUMNS = ['state_region', 'township', 'captor'] as const;

/** Lists words that one row alone has and that are nearly those of others, as remarks for an editor: `do you mean "OCHA"?` */
export function nearMisses(ledger: Ledger): string[] {
  const numbers = OBSERVATION_FILES.flatMap((name) => ledger.datasets[name]);
  const places = [...ledger.places.values()];
  return [
    ...NUMBER_COLUMNS.flatMap((field) => missesOf(numbers, field, (row) => row[field])),
    ...PLACE_COLUMNS.flatMap((field) => missesOf(places, field, (row) => row[field])),
  ];
}

function missesOf<Row extends Located<object>>(
  rows: readonly Row[],
  field: string,
  textOf: (row: Row) => string | null,
): string[] {
  const byText = new Map<string, Row[]>();
  for (const row of rows) {
    const text = textOf(row);
    if (text !== null) byText.set(text, [...(byText.get(text) ?? []), row]);
  }
  const shared = [...byText].filter(([, own]) => own.length > 1).map(([text]) => text);
  return [...byText]
    .filter(([, own]) => own.length === 1)
    .flatMap(([text, [row]]) => {
      const meant = nearMiss(text, shared);
      return meant && row
        ? [`${row.file}:${row.line} "${field}": found ${quote(text)}; do you mean ${quote(meant)}?`]
        : [];
    });
}
