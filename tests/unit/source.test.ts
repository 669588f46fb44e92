import { describe, expect, it } from 'vitest';
import { siteCard } from '../../src/data/schemas/site.ts';
import { source } from '../../src/data/schemas/source.ts';
import { smallSite } from './kit/ledger.ts';
import { source as sourceRow } from './kit/rows.ts';

/** Whether the cell of a source is taken. */
function isTaken(column: 'language' | 'url' | 'copies', cell: string): boolean {
  const cells = {
    ...sourceRow('x'),
    copies: '',
    weak: 'no',
    published: '',
    published_note: '',
    updated: '',
    note: '',
    [column]: cell,
  };
  return source.safeParse(cells).success;
}

describe('the languages of a source', () => {
  it.each(['en', 'zh-Hans', 'en, my', 'zh-Hant,en'])('may be %s', (cell) =>
    expect(isTaken('language', cell)).toBe(true),
  );
  it.each(['', 'English language', 'en,', 'en; my', 'zh_Hans'])('may not be "%s"', (cell) =>
    expect(isTaken('language', cell)).toBe(false),
  );
});

describe('the addresses of a source', () => {
  it.each(['', 'https://example.org/a?b=c', 'http://example.org'])('may be "%s"', (cell) => {
    expect([isTaken('url', cell), isTaken('copies', cell)]).toEqual([true, true]);
  });
  it.each(['example.org', 'https://', 'https://exa mple.org', 'ftp://example.org', 'https://[x'])(
    'may not be "%s"',
    (cell) => {
      expect([isTaken('url', cell), isTaken('copies', cell)]).toEqual([false, false]);
    },
  );
});

describe('the publisher of a copy', () => {
  const withPublisher = (publisher: string | null) => siteCard.safeParse({ ...smallSite(), publisher }).success;
  it('has a name, or is nobody', () => {
    expect([withPublisher(null), withPublisher('A newsroom'), withPublisher(''), withPublisher(' ')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
