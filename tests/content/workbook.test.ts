import { beforeAll, describe, expect, it, vi } from 'vitest';
import { getCellAddress } from 'write-excel-file/utility';
import { ledgerRows } from '../../src/data/datasets.ts';
import { CARD_IDS } from '../../src/data/ledger.ts';
import { cellText } from '../../src/site/datasets/serialise.ts';
import { datasetRows, toCell } from '../../src/site/datasets/tables.ts';
import { datasetWorkbook } from '../../src/site/datasets/workbook.ts';
import { ledger } from '../unit/kit/content.ts';
import { change, smallLedger } from '../unit/kit/ledger.ts';
import { readWorkbook, type ReadSheet } from '../unit/kit/workbook.ts';

const SITE = 'https://explainer.example/';

let sheets: ReadSheet[];
beforeAll(async () => {
  sheets = readWorkbook(await datasetWorkbook(ledger, SITE));
});
const sheetOf = (name: string) => sheets.find((sheet) => sheet.name === name)!;

describe('the workbook', () => {
  it('has a sheet for each dataset, behind one that explains them', () => {
    expect(sheets.map(({ name }) => name)).toEqual(['about', ...CARD_IDS]);
  });

  it.each(CARD_IDS)(
    'holds every cell of %s, numbers as numbers and all else as text, under heads that stay in view',
    (id) => {
      const columns = Object.keys(ledger.cards.get(id)!.columns);
      const cells = datasetRows(ledger, id).map((row) => columns.map((name) => toCell(row[name])));
      const expected = [columns, ...cells].flatMap((row, at) =>
        row.flatMap((cell, column) => {
          const value = typeof cell === 'number' ? cell : cellText(cell);
          return value === '' ? [] : [[getCellAddress(at, column), value] as const];
        }),
      );
      const { cells: found, frozen, widths } = sheetOf(id);
      expect(found).toEqual(new Map(expected));
      expect(frozen).toEqual([1, 1]);
      expect(widths).toHaveLength(columns.length);
      expect(new Set(widths).size).toBeGreaterThan(1);
    },
  );

  it('keeps names in Burmese and Chinese, dates as fine as their source, and the longest texts', () => {
    const texts = sheets.flatMap(({ cells }) => [...cells.values()]).map(String);
    expect(texts.some((text) => /\p{Script=Myanmar}/u.test(text))).toBe(true);
    expect(texts.some((text) => /\p{Script=Han}/u.test(text))).toBe(true);
    expect([...sheetOf('displacement').cells.values()]).toContain('2023-12');
    expect(Math.max(...texts.map(({ length }) => length))).toBeGreaterThan(500);
  });

  it('links each cell of sources to the first of them on the site, and each source to its entry', () => {
    const rows = ledgerRows(ledger, 'timeline') as { source_ids: string[] }[];
    const column = Object.keys(ledger.cards.get('timeline')!.columns).indexOf('source_ids');
    expect(sheetOf('timeline').links).toEqual(
      new Map(
        rows.map((row, at) => [getCellAddress(at + 1, column), `${SITE}sources.html#source-${row.source_ids[0]}`]),
      ),
    );
    expect([...sheetOf('sources').links.values()]).toEqual(
      [...ledger.sources.keys()].map((id) => `${SITE}sources.html#source-${id}`),
    );
  });

  it('says first under which terms, how it is cited, and of each dataset all caveats and what each column means', () => {
    const words = [...sheetOf('about').cells.values()];
    expect(words.join('\n')).toMatch(/CC BY 4\.0[^]*Contributors to .+, version [^]*2023-10/);
    for (const { caveats, columns, missing, licence } of ledger.cards.values())
      expect(words).toEqual(expect.arrayContaining([...caveats, ...Object.entries(columns).flat(), missing, licence]));
  });
});

describe('a workbook made from rows', () => {
  it('links nothing where the site has no address', async () => {
    const [...made] = readWorkbook(await datasetWorkbook(smallLedger(), undefined));
    expect(made.flatMap(({ links }) => [...links])).toEqual([]);
  });

  it('keeps a text that looks like a formula as the text that it is', async () => {
    const small = smallLedger();
    change(small.statements, 'n-kokang-ceded', { statement: '=1+1' });
    const made = readWorkbook(await datasetWorkbook(small, undefined));
    expect(made.find(({ name }) => name === 'statements')!.cells.get('B2')).toBe('=1+1');
  });

  it('is the same bytes at any time', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const at = (day: string) => {
      vi.setSystemTime(new Date(day));
      return datasetWorkbook(smallLedger(), SITE);
    };
    try {
      const [first, later] = [await at('2026-01-01'), await at('2031-07-08T09:10:11Z')];
      expect(later.equals(first)).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});
