import { describe, expect, it } from 'vitest';
import { endsOfPhases, dayWords, isDay, lastUpTo, shortDay } from '../../src/client/iso-days.ts';

// The address listens to the window as soon as it is loaded.
Object.assign(globalThis, { addEventListener: () => {} });
const { readAddress, writeAddress } = await import('../../src/client/chosen-point.ts');

const PAGE = 'https://explainer.example/index.html';

describe('the point in the address', () => {
  it.each([
    ['', { tokens: [], target: '' }],
    ['#china', { tokens: [], target: 'china' }],
    ['?at=A21#displaced-since-1027', { tokens: ['A21'], target: 'displaced-since-1027' }],
    ['?at=2023-12-01,A12#displaced-since-1027', { tokens: ['2023-12-01', 'A12'], target: 'displaced-since-1027' }],
    ['?at=2023-12-01%2CA12#displaced-since-1027', { tokens: ['2023-12-01', 'A12'], target: 'displaced-since-1027' }],
    ['?from=mail&at=A21&x=1#positions-lost', { tokens: ['A21'], target: 'positions-lost' }],
    ['?that=A21#positions-lost', { tokens: [], target: 'positions-lost' }],
    ['?at=#map', { tokens: [], target: 'map' }],
    ['?at=%E0%A4%A#map', { tokens: ['%E0%A4%A'], target: 'map' }],
  ])('is read from %s', (rest, wanted) => expect(readAddress(PAGE + rest)).toEqual(wanted));

  it.each([
    ['', ['A21'], '?at=A21#figure'],
    ['#china', ['2023-12-01', 'A21'], '?at=2023-12-01,A21#figure'],
    ['?at=A01#figure', ['A21'], '?at=A21#figure'],
    ['?q=a%20b+c&at=A01&flag#china', ['A21'], '?q=a%20b+c&flag&at=A21#figure'],
    ['?at=A01#figure', [], '#figure'],
    ['?q=a%20b&at=A01#figure', [], '?q=a%20b#figure'],
    ['', [], ''],
  ])('is written into "%s" as %j', (rest, tokens, wanted) =>
    expect(writeAddress(PAGE + rest, tokens, 'figure')).toBe(PAGE + wanted),
  );

  it('is written into the address of a file too', () => {
    expect(writeAddress('file:///home/reader/index.html', ['A21'], 'figure')).toBe(
      'file:///home/reader/index.html?at=A21#figure',
    );
  });

  it('comes back as it was written', () => {
    const address = writeAddress(`${PAGE}?q=1`, ['2023-12-01', 'f-wire-posts'], 'positions-lost');
    expect(readAddress(address)).toEqual({ tokens: ['2023-12-01', 'f-wire-posts'], target: 'positions-lost' });
  });
});

describe('days', () => {
  it.each(['2023-12-01', '2024-02-29'])('%s is one', (day) => expect(isDay(day)).toBe(true));
  it.each(['2023-02-30', '2023-02-29', '2023-13-01', '2023-1-1', '2023-12', 'A21', '', '2023-12-01x', ' 2023-12-01'])(
    '"%s" is none',
    (text) => expect(isDay(text)).toBe(false),
  );

  it('are written as in the rest of the page', () => {
    expect(dayWords('2023-12-01')).toBe('1 December 2023');
    expect(shortDay('2024-09-05')).toBe('5 Sep 2024');
  });

  it('are found up to a day, an empty one never', () => {
    const days = ['2023-10-27', '2023-11-06', ''];
    expect([
      lastUpTo(days, '2023-10-26'),
      lastUpTo(days, '2023-10-27'),
      lastUpTo(days, '2023-11-05'),
      lastUpTo(days, '2024-01-01'),
    ]).toEqual([-1, 0, 0, 1]);
  });

  it('end a phase where the longest pauses follow', () => {
    expect(endsOfPhases(['2023-10-27', '2023-10-28', '2024-01-05', '2024-01-06', '2024-03-01'])).toEqual([1, 3, 2]);
  });
});
