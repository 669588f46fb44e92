import { describe, expect, it } from 'vitest';
import { run } from '../../src/build/run.ts';
import { median, medians, tableText } from '../../src/cli/bench/table.ts';

describe('the median', () => {
  it('is the middle one, or half-way between the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 2, 1, 4])).toBe(3);
    expect(() => median([])).toThrow('a median of nothing');
  });

  it('is taken of each measurement by itself', () => {
    expect(
      medians([
        { a: 1, b: 30 },
        { a: 2, b: 10 },
        { a: 3, b: 20 },
      ]),
    ).toEqual({ a: 2, b: 20 });
  });
});

it('a table has words to the left, numbers to the right and a dash for what is not known', () => {
  const rows = [
    { page: 'index.html', bytes: 655_669, shift: 0.002 },
    { page: 's/who.html', bytes: 12, shift: null },
  ];
  expect(tableText(rows).split('\n')).toEqual([
    'page          bytes  shift',
    'index.html  655,669  0.002',
    's/who.html       12      –',
  ]);
});

it.each(['nonsense', '--runs=none', '--speed=9'])('npm run bench answers %s in one line', async (argument) => {
  const { code, output } = await run(process.execPath, ['src/cli/bench.ts', argument]);
  expect(code).toBe(1);
  expect(output.trim().split('\n')).toEqual([
    expect.stringMatching(
      /^arguments: found ".*" \(.*\); expected nothing, or --json, --runs 7, --against <a built site>$/,
    ),
  ]);
});
