import { describe, expect, it } from 'vitest';
import { publisherAndMonths, sourceGroups } from '../../src/components/shared/source-words.ts';
import { smallLedger } from './kit/ledger.ts';
import { source } from './kit/rows.ts';

/** What paper says of sources of one publisher with these days of publication. */
function wordsOf(days: (string | null)[], weak = false): string {
  const rows = days.map((published, index) => source(`s${index}`, { publisher: 'The Irrawaddy', published, weak }));
  const [group] = sourceGroups(
    { ...smallLedger(), sources: new Map(rows.map((row) => [row.id, row])) } as never,
    rows.map(({ id }) => id),
  );
  return publisherAndMonths(group!);
}

describe('sources on paper', () => {
  it.each([
    [['2023-11-24'], 'The Irrawaddy, Nov 2023'],
    [['2023-11-24', '2023-11-02'], 'The Irrawaddy, Nov 2023'],
    [['2023-11-24', '2023-10-29'], 'The Irrawaddy, Oct and Nov 2023'],
    [['2023-10-29', '2023-11-24', '2023-12-01'], 'The Irrawaddy, Oct to Dec 2023'],
    [['2024-01-06', '2023-11-24'], 'The Irrawaddy, Nov 2023 and Jan 2024'],
    [[null], 'The Irrawaddy'],
  ])('%j', (days, words) => expect(wordsOf(days)).toBe(words));

  it('are called weak where one of them is', () =>
    expect(wordsOf(['2023-11-24'], true)).toBe('The Irrawaddy, Nov 2023 (weak)'));
});
