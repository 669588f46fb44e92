import writeWorkbook, { type Cell as SheetCell, type Row } from 'write-excel-file/node';
import { datasetCard } from '../../data/datasets.ts';
import { capitalise, formatDate } from '../../data/format.ts';
import { CARD_IDS, type CardId, type Ledger } from '../../data/ledger.ts';
import { memoize } from '../../data/memoize.ts';
import { sourceAddress } from '../addresses.ts';
import { explainerPage } from '../citable-pages.ts';
import { editionOf, footnote, type Edition } from '../citations/edition.ts';
import { cellText, type Cell } from './serialise.ts';
import { datasetFields, datasetRows, toCell, type Field } from './tables.ts';
import { fixTimes, links, properties, type SheetLink } from './workbook-parts.ts';

/** Sheet before it is written: its rows, the widths of its columns in letters, and the links of its cells. */
interface Sheet {
  sheet: string;
  data: Row[];
  columns: { width: number }[];
  links: SheetLink[];
  orientation?: 'landscape';
  /** Rows and columns that stay in view. */
  stickyRowsCount?: number;
  stickyColumnsCount?: number;
}

/** Name of the sheet that explains the others. */
const ABOUT = 'about';
const HEAD = { fontWeight: 'bold', backgroundColor: '#EFECE3', alignVertical: 'top' } as const;
const LINKED = { textColor: '#1B4B7A', textDecoration: { underline: true } } as const;

/** Widths of columns in letters: the longest but for one row in ten, within limits. */
const NARROWEST = 9;
const WIDEST = 60;
const ALL_BUT = 0.9;
const ABOUT_WIDTHS = [21, 80];
/** Letters in a line of wrapped words there, and its height in points. */
const LETTERS = 84;
const LINE = 15;

/** Columns that name sources by their ids. */
const SOURCES = /^(?:.+_)?source_ids$|^sources$/;

/**
 * Writes all datasets as one workbook for spreadsheets, a sheet each behind one that explains them. The same rows give the same bytes.
 * @param site Address of the site, with a slash at its end; without it sources are not linked.
 */
export function datasetWorkbook(ledger: Ledger, site: string | undefined): Promise<Buffer> {
  const known = workbooks(ledger);
  const workbook = known.get(site) ?? writeSheets(ledger, site);
  known.set(site, workbook);
  return workbook;
}

/** Workbooks by the address of the site: page, package and file hold the same. */
const workbooks = memoize((_: Ledger) => new Map<string | undefined, Promise<Buffer>>());

async function writeSheets(ledger: Ledger, site: string | undefined): Promise<Buffer> {
  const edition = editionOf(ledger, site);
  const sheets = [aboutSheet(ledger, edition), ...CARD_IDS.map((id) => datasetSheet(ledger, id, site))];
  const features = [links(sheets.map((sheet) => sheet.links)), properties(edition)];
  return fixTimes(await writeWorkbook(sheets, { fontFamily: 'Calibri', fontSize: 11, features }).toBuffer(), edition);
}

/** Makes the sheet that says what the workbook is, how it may be used and cited, and what each column means. */
function aboutSheet(ledger: Ledger, edition: Edition): Sheet {
  const { site, modified, siteUrl } = edition;
  const datasets = CARD_IDS.map((id) => ({ id, card: datasetCard(ledger, id) }));
  const address = siteUrl === null ? [] : [{ row: 1, column: 1, href: siteUrl, tip: siteUrl }];
  const head = [
    ...address.map(({ href }) => ['Address', href]),
    ['Version', `${site.version} of ${formatDate(modified)}, from sources to ${formatDate(site.dataDate)}`],
    ['Licence', `Text and arrangement: ${site.licence.name}, ${site.licence.url}. The facts are owned by nobody.`],
    ...datasets
      .flatMap(({ card }) => card.others ?? [])
      .map(({ what, owner, terms }) => ['', `${capitalise(what)} are those of ${owner} and stay under ${terms}.`]),
    ['To cite', footnote(explainerPage(ledger), edition)],
    ['To read', 'Dates are text, only as fine as the source gives them: 2023, 2023-10 or 2023-10-27.'],
    ['', 'A blank cell means that nothing is known or nothing applies, never zero.'],
    [
      '',
      `A cell of sources names rows of the sheet “sources”${siteUrl === null ? '' : '; its link leads to the first of them'}.`,
    ],
    ['', 'The caveats below belong to the rows.'],
  ];
  const cards = datasets.flatMap(({ id, card }) => [
    [],
    [id, card.title].map((value) => ({ value, ...HEAD })),
    ...[
      ['What', card.what],
      ['Rows', `One row is ${card.row}. Unit: ${card.unit}.`],
      ['Origin', card.origin],
      ['Reuse', card.licence],
      ...card.caveats.map((caveat) => ['Caveat', caveat]),
      ['Missing', card.missing],
      ...Object.entries(card.columns),
    ].map(aboutRow),
  ]);
  const title = { value: `The data of “${site.title}”`, fontWeight: 'bold', fontSize: 16, height: 2 * LINE } as const;
  return {
    sheet: ABOUT,
    data: [[title], ...head.map(aboutRow), ...cards],
    orientation: 'landscape',
    columns: ABOUT_WIDTHS.map((width) => ({ width })),
    links: address,
  };
}

/** Makes a row as high as its words need: not every program sets heights by itself. */
function aboutRow([name = '', words = '']: readonly string[]): Row {
  const lines = Math.ceil(words.length / LETTERS);
  const style = { wrap: true, alignVertical: 'top', height: lines * LINE } as const;
  return [name, words].map((value) => (value === '' ? null : { value, ...style }));
}

/** Makes the sheet of a dataset: its columns by name, then its rows. */
function datasetSheet(ledger: Ledger, id: CardId, site: string | undefined): Sheet {
  const fields = datasetFields(ledger, id);
  const rows = datasetRows(ledger, id).map((row) => fields.map(({ name }) => toCell(row[name])));
  const found = site === undefined ? [] : rows.flatMap((cells, row) => sourceLinks(id, fields, cells, row + 1, site));
  const linked = new Set(found.map(({ row, column }) => `${row}:${column}`));
  const data = rows.map((cells, row) =>
    cells.map((cell, column) => sheetCell(cell, fields[column]!, linked.has(`${row + 1}:${column}`))),
  );
  return {
    sheet: id,
    data: [fields.map(({ name }) => ({ value: name, ...HEAD })), ...data],
    columns: fields.map(({ name }, column) => ({
      width: columnWidth([name, ...rows.map((cells) => cellText(cells[column]!))]),
    })),
    links: found,
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  };
}

/** Links the cells of a row that name sources: a cell can have one link, that to the first of them. */
function sourceLinks(id: CardId, fields: Field[], cells: Cell[], row: number, site: string): SheetLink[] {
  return fields.flatMap(({ name }, column) => {
    const cell = cells[column]!;
    const ids = id === 'sources' && name === 'id' ? [String(cell)] : SOURCES.test(name) ? (cell as string[]) : [];
    const [first, ...more] = ids;
    if (first === undefined) return [];
    const tip = more.length === 0 ? first : `${first}, the first of ${more.length + 1}`;
    return [{ row, column, href: site + sourceAddress({ id: first }), tip }];
  });
}

/** Makes one cell: numbers stay numbers, and what has a pattern, as dates have, is text that no program may take for a day. */
function sheetCell(cell: Cell, { constraints }: Field, isLinked: boolean): SheetCell {
  if (typeof cell === 'number') return cell;
  const value = cellText(cell);
  if (value === '') return null;
  return { value, type: String, ...(constraints?.pattern && { format: '@' }), ...(isLinked && LINKED) };
}

/** Returns the width of a column in letters. */
function columnWidth(texts: readonly string[]): number {
  const [head = 0, ...lengths] = texts.map(({ length }) => length);
  const usual = lengths.toSorted((a, b) => a - b)[Math.floor((lengths.length - 1) * ALL_BUT)] ?? 0;
  return Math.min(WIDEST, Math.max(NARROWEST, head, usual) + 2);
}
