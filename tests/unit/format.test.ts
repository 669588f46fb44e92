import { formatTicks } from '../../src/charts/index.ts';
import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatDate,
  formatDateShort,
  formatDigits,
  formatQualified,
  formatQualifier,
  formatDateWithRange,
} from '../../src/data/format.ts';
import { QUALIFIERS } from '../../src/data/schemas/observation.ts';

describe('a count in a sentence', () => {
  it.each([
    [0, '0'],
    [9, '9'],
    [660, '660'],
    [6200, '6,200'],
    [23_211, '23,211'],
    [660_000, '660,000'],
    [999_999, '999,999'],
    [1_000_000, '1 million'],
    [2_600_000, '2.6 million'],
    [2_625_000, '2,625,000'],
    [1_976_400, '1,976,400'],
    [21.5, '21.5'],
  ])('prints %d as %s', (value, text) => {
    expect(formatCount(value)).toBe(text);
  });

  it('keeps figures in tables, where columns must compare', () => {
    expect(formatDigits(2_600_000)).toBe('2,600,000');
  });

  it('stands in full on an axis, and in millions with the word at the highest', () => {
    expect(formatTicks([0, 500, 9000, 200_000])).toEqual(['0', '500', '9,000', '200,000']);
    expect(formatTicks([0, 500_000, 1_000_000, 1_500_000])).toEqual(['0', '0.5', '1', '1.5 million']);
  });
});

describe('a hedge', () => {
  it('stands before the value', () => {
    expect(formatQualified(660_000, 'more-than')).toBe('more than 660,000');
    expect(formatQualified(23_211, 'exact')).toBe('23,211');
  });

  it('has words, or deliberately none, for every qualifier', () => {
    expect(QUALIFIERS.filter((qualifier) => formatQualifier(qualifier) === undefined)).toEqual([]);
  });
});

describe('a date', () => {
  it('is printed at its own precision', () => {
    expect(['2023', '2023-12', '2023-12-05'].map(formatDate)).toEqual(['2023', 'December 2023', '5 December 2023']);
    expect(['2023', '2023-05', '2023-12-05'].map(formatDateShort)).toEqual(['2023', 'May 2023', '5 Dec 2023']);
  });

  it('stands with the days that sources give instead, and repeats nothing', () => {
    expect(formatDateWithRange('2023-11-12', null, null)).toBe('12 Nov 2023');
    expect(formatDateWithRange('2023-11-25', '2023-11-25', '2023-11-26')).toBe('25 Nov 2023 (25–26, by source)');
    expect(formatDateWithRange('2023-12-19', '2023-11-05', '2023-12-19')).toBe(
      '19 Dec 2023 (5 Nov – 19 Dec, by source)',
    );
    expect(formatDateWithRange('2023-11-02', '2023-10-31', '2024-01-07')).toBe(
      '2 Nov 2023 (31 Oct 2023 – 7 Jan 2024, by source)',
    );
    expect(formatDateWithRange('2023-11', '2023-11-04', '2023-11-05')).toBe('Nov 2023 (4–5)');
    expect(formatDateWithRange('2024-07', '2024-07', '2024-08-01')).toBe('Jul 2024 (Jul – 1 Aug)');
  });
});
