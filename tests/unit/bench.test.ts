import { describe, expect, it } from 'vitest';
import { run } from '../../src/build/run.ts';
import { idAgain, nameAgain, repeatSection, repeatSectionIds, repeatTable } from '../../src/cli/bench/repeat.ts';
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

describe('content that is repeated', () => {
  it('has all rows again under new ids, which lead to rows of the same time', () => {
    const table = { ids: ['id', 'source_ids'], names: ['name'], blank: ['forms'] };
    const text = 'id,name,forms,source_ids,note\na1,"Here, there",x;y,s1;s2,as in a1\n';
    expect(repeatTable(text, table, 3)).toBe(
      'id,name,forms,source_ids,note\na1,"Here, there",x;y,s1;s2,as in a1\na1-x2,"Here, there B",,s1-x2;s2-x2,as in a1\na1-x3,"Here, there C",,s1-x3;s2-x3,as in a1\n',
    );
    expect(repeatTable(text, table, 1)).toBe(text);
    expect(repeatTable('id,lat\na,22.5\nb,\n', { ids: ['id'], names: [], blank: [], moved: ['lat'] }, 2)).toBe(
      'id,lat\na,22.5\nb,\na-x2,22.5020\nb-x2,\n',
    );
  });

  it('has names without numbers, all different', () => {
    expect(nameAgain('Hsenwi', 2)).toBe('Hsenwi B');
    expect(nameAgain('Hsenwi', 100)).toBe('Hsenwi CV');
    expect(new Set(Array.from({ length: 1_000 }, (_, time) => nameAgain('', time + 1))).size).toBe(1_000);
    expect(idAgain('t001', 2)).toBe('t001-x2');
  });

  it('has sections that cite what is repeated, and stands once what can stand but once', () => {
    const text =
      '---\nid: china\norder: 7\ntitle: "China’s part"\nfinding: It was {A1|bare} of {d-1}.\n---\n\n<Figure id="map" />\n\nMore than <Num id="A1" form="bare" />. <Cite ids="n-x A1 claim-01" />\n';
    const again = repeatSection(text, new Set(['A1', 'n-x']), 17, 2);
    expect(again).toBe(
      '---\nid: china-x2\norder: 17\ntitle: "China’s part B"\nfinding: It was {A1-x2|bare} of {d-1}.\n---\n\n\n\nMore than <Num id="A1-x2" form="bare" />. <Cite ids="n-x-x2 A1-x2 claim-01" />\n',
    );
  });

  it('has its sections in the list of all', () => {
    expect(repeatSectionIds("export const SECTION_IDS = ['who', 'what'] as const;", 2)).toBe(
      "export const SECTION_IDS = ['who', 'what', 'who-x2', 'what-x2'] as const;",
    );
  });
});

it.each(['nonsense', '--runs=none', '--speed=9'])('npm run bench answers %s in one line', async (argument) => {
  const { code, output } = await run(process.execPath, ['src/cli/bench.ts', argument]);
  expect(code).toBe(1);
  expect(output.trim().split('\n')).toEqual([
    expect.stringMatching(/^arguments: found ".*" \(.*\); expected pages, builds or both/),
  ]);
});
