import { expect, it } from 'vitest';
import { addressFrom, movedPages, refreshOf } from '../../src/site/moved-pages.ts';
import type { ForwardedId } from '../../src/site/permanent-ids/read-forwards.ts';
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

it('leads from the edition in words alone to the plain text of the same part, and of each figure', () => {
  const pages = new Map(movedPages(smallLedger(), []).map((page) => [page.file, page]));
  const whole = pages.get('text.html')!;
  const [figure] = smallLedger().figures.keys();
  expect([whole.to.href, whole.ids.get('china')?.href, whole.ids.get(figure!)?.href]).toEqual([
    'explainer.txt',
    's/china.txt',
    `figures/${figure}.txt`,
  ]);
  expect([pages.get('t/china.html')?.to.href, refreshOf(pages.get('t/china.html')!)]).toEqual([
    's/china.txt',
    '0; url=../s/china.txt',
  ]);
});

it('leads on by itself from any folder, but not where a fragment would be lost', () => {
  const page = { file: 's/old.html', title: 'Old', to: { href: 's/china.html', label: 'China' }, ids: new Map() };
  expect(refreshOf(page)).toBe('0; url=china.html');
  expect(refreshOf({ ...page, ids: new Map([['china', page.to]]) })).toBeNull();
  expect(addressFrom(page, 'index.html#map')).toBe('../index.html#map');
});
