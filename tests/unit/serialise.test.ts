import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { formatCell, formatCsv, escapeFormula } from '../../src/site/datasets/serialise.ts';
import { formatFileSize } from '../../src/data/format.ts';

describe('a cell of a CSV file', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("https://example.org")',
    '+1 234',
    '@SUM(A1)',
    '-2+3',
    '- a remark',
    '\tx',
    '\r=1',
    '\n=1',
    '＝1',
    '－1',
    '＋1',
    '＠x',
  ])('cannot run as a formula: %j', (text) => {
    expect(escapeFormula(text)).toBe(`'${text}`);
  });

  it.each(['', 'plain words', '2023-12', 'a = b', 'မြို့', '清水河', "'quoted'", '-5', '-5.25', '0'])(
    'stays as it is where nothing can run: %j',
    (text) => {
      expect(escapeFormula(text)).toBe(text);
    },
  );

  it('keeps numbers as numbers, negative ones too', () => {
    expect([-12.5, 0, 660_000].map(formatCell)).toEqual(['-12.5', '0', '660000']);
  });

  it('is empty where there is nothing, and never zero', () => {
    expect(formatCell(null)).toBe('');
    expect(formatCell([])).toBe('');
  });

  it('joins a list, and is as safe as a text', () => {
    expect(formatCell(['a', 'b c'])).toBe('a; b c');
    expect(formatCell(['=a', 'b'])).toBe("'=a; b");
  });

  it('says yes or no', () => {
    expect([true, false].map(formatCell)).toEqual(['yes', 'no']);
  });
});

describe('a CSV file', () => {
  it('reads back as it was, with a header first and commas, quotes and line ends within cells', () => {
    const rows = [
      ['a, b', 'say "x"', 'two\nlines'],
      ['', 'ဗမာ', '1'],
    ];
    expect(parse(formatCsv(['one', 'two', 'three'], rows))).toEqual([['one', 'two', 'three'], ...rows]);
  });
});

describe('the size of a file', () => {
  it.each([
    [640, '640 bytes'],
    [1_000, '1 kB'],
    [12_499, '12 kB'],
    [1_240_000, '1.2 MB'],
  ])('of %i bytes is %s', (bytes, words) => {
    expect(formatFileSize(bytes)).toBe(words);
  });
});
