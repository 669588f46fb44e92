import { expect, it } from 'vitest';
import { addressFrom, movedPages, refreshOf } from '../../src/site/moved-pages.ts';
import type { ForwardedId } from '../../src/site/permanent-ids/redirects.ts';
import { smallLedger } from './kit/ledger.ts';

const forward = (kind: 'figure' | 'place', from: string, to: string): ForwardedId => ({
  old: { kind, id: from },
  successor: { kind, id: to },
  change: 'change-first-edition',
});

it('makes a page of each file that a forwarded id had, none of an id within a page, and says why', () => {
  const pages = movedPages(smallLedger(), [forward('figure', 'old', 'map'), forward('place', 'gone', 'lashio')]);
  const forwarded = pages.filter(({ reason }) => reason === 'changes.html#change-first-edition');
  expect(forwarded.map(({ file, to }) => [file, to.href])).toEqual([
    ['figures/old.html', 'figures/map.html'],
    ['embed/old.html', 'embed/map.html'],
  ]);
});

it('leads on by itself from any folder, but not where a fragment would be lost', () => {
  const page = { file: 's/old.html', title: 'Old', to: { href: 's/china.html', label: 'China' }, ids: new Map() };
  expect(refreshOf(page)).toBe('0; url=china.html');
  expect(refreshOf({ ...page, ids: new Map([['china', page.to]]) })).toBeNull();
  expect(addressFrom(page, 'index.html#map')).toBe('../index.html#map');
});
