import { describe, expect, it } from 'vitest';
import { firstDay, isRealDate, lastDay, precisionOf } from '../../src/data/schemas/dates.ts';

describe('isRealDate', () => {
  it.each(['2023', '2023-12', '2023-12-15', '2024-02-29', '1800', '2100-12-31'])('takes %s', (date) => {
    expect(isRealDate(date)).toBe(true);
  });

  it.each([
    '',
    '23',
    '2023-13',
    '2023-00',
    '2023-2',
    '2023-02-29',
    '2023-11-31',
    '2023-12-00',
    '1799',
    '2101',
    '2023-12-15T00:00',
    ' 2023',
    '2023/12/15',
    '15.12.2023',
    '２０２３',
  ])('refuses %j', (date) => {
    expect(isRealDate(date)).toBe(false);
  });
});

describe('a date that is not exact', () => {
  it('says how exact it is', () => {
    expect(['2023', '2023-12', '2023-12-15'].map(precisionOf)).toEqual(['year', 'month', 'day']);
  });

  it('means a span of days', () => {
    expect(['2023', '2023-02', '2024-02', '2023-12-15'].map(firstDay)).toEqual([
      '2023-01-01',
      '2023-02-01',
      '2024-02-01',
      '2023-12-15',
    ]);
    expect(['2023', '2023-02', '2024-02', '2023-12-15'].map(lastDay)).toEqual([
      '2023-12-31',
      '2023-02-28',
      '2024-02-29',
      '2023-12-15',
    ]);
  });
});
