import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { formatCell } from '../../src/site/datasets/serialise.ts';
import { toCell, datasetCsv, datasetFields, datasetJson } from '../../src/site/datasets/tables.ts';
import { CARD_IDS } from '../../src/data/ledger.ts';
import { lastData, ledgerRows } from '../../src/data/datasets.ts';
import { placesHxl } from '../../src/site/datasets/places-hxl.ts';
import { ledger } from '../unit/kit/content.ts';
import { change, smallLedger } from '../unit/kit/ledger.ts';

type Row = Record<string, unknown>;

const SITE = 'https://explainer.example/';

describe.each(CARD_IDS)('the files of %s', (id) => {
  const card = ledger.cards.get(id)!;
  const rows = ledgerRows(ledger, id) as Row[];
  const csv = parse(datasetCsv(ledger, id)) as string[][];
  const json = JSON.parse(datasetJson(ledger, id, SITE)) as {
    columns: Record<string, string>;
    rows: Row[];
    [key: string]: unknown;
  };

  it('have the columns that the card describes, and no others', () => {
    expect(csv[0]).toEqual(Object.keys(card.columns));
    expect(json.columns).toEqual(card.columns);
    for (const row of json.rows) expect(Object.keys(row)).toEqual(csv[0]);
  });

  it('hold the rows of the ledger, value by value', () => {
    const columns = Object.keys(card.columns);
    expect(json.rows).toEqual(
      rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))),
    );
  });

  it('agree with each other, cell by cell', () => {
    expect(csv.slice(1)).toEqual(json.rows.map((row) => Object.values(row).map((value) => formatCell(toCell(value)))));
  });

  it('write no cell that a spreadsheet could run, and no word for nothing', () => {
    const cells = csv.slice(1).flat();
    expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell) || /^-(?!\d+(?:\.\d+)?$)/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => /^(?:null|undefined|NaN|\[object Object\])/.test(cell))).toEqual([]);
  });

  it('carry the card in the JSON, with the version and the address', () => {
    const { title, what, unit, licence, caveats, missing, origin } = card;
    expect(json).toMatchObject({
      id,
      title,
      what,
      unit,
      licence,
      caveats,
      missing,
      origin,
      last_data: lastData(ledger, id),
      version: ledger.site.version,
      address: `${SITE}datasets.html#dataset-${id}`,
    });
  });

  it('name no address where none is known', () => {
    expect(JSON.parse(datasetJson(ledger, id, undefined))).not.toHaveProperty('address');
  });
});

describe('a dataset made from rows', () => {
  it('disarms a formula in the CSV and leaves the text alone in the JSON', () => {
    const small = smallLedger();
    change(small.statements, 'n-kokang-ceded', { statement: '=HYPERLINK("https://example.org","x")' });
    expect((parse(datasetCsv(small, 'statements')) as string[][])[1]![1]).toBe(
      '\'=HYPERLINK("https://example.org","x")',
    );
    expect(JSON.parse(datasetJson(small, 'statements', SITE)).rows[0].statement).toBe(
      '=HYPERLINK("https://example.org","x")',
    );
  });

  it('keeps a column that no card describes to itself', () => {
    const small = smallLedger();
    delete small.cards.get('places')!.columns['lat'];
    expect((parse(datasetCsv(small, 'places')) as string[][])[0]).not.toContain('lat');
    expect(JSON.parse(datasetJson(small, 'places', SITE)).rows[0]).not.toHaveProperty('lat');
  });

  it('writes lists as lists and what is missing as nothing', () => {
    const small = smallLedger();
    const [, base] = JSON.parse(datasetJson(small, 'places', SITE)).rows;
    expect(base).toMatchObject({ lat: null, name_alt: ['La-sho'], status_source_ids: [] });
    const actor = JSON.parse(datasetJson(small, 'actors', SITE)).rows[0];
    expect(actor).toMatchObject({
      scripts: [{ text: '缅甸民族民主同盟军', lang: 'zh-Hans' }],
      founded: null,
      card: 'Led the campaign around Kokang.',
    });
    const [header, cells] = parse(datasetCsv(small, 'actors')) as string[][];
    expect(cells![header!.indexOf('scripts')]).toBe('缅甸民族民主同盟军 (zh-Hans)');
    expect(cells![header!.indexOf('strength')]).toBe('about 8,000 (AFP, December 2024) [irr-2024-01-06]');
    expect(cells![header!.indexOf('founded')]).toBe('');
  });
});

describe('the description of columns for programs', () => {
  const field = (id: (typeof CARD_IDS)[number], name: string) =>
    datasetFields(ledger, id).find((one) => one.name === name);

  it('takes its words from the card and its type from the check of the rows', () => {
    expect(field('displacement', 'value')).toEqual({
      name: 'value',
      type: 'number',
      description: 'The number itself, in digits.',
      constraints: { required: true, minimum: 0 },
    });
    expect(field('displacement', 'id')?.constraints).toEqual({ required: true, unique: true });
    expect(field('displacement', 'note')).not.toHaveProperty('constraints');
    expect(field('displacement', 'confidence')?.constraints).toEqual({
      required: true,
      enum: ['high', 'medium', 'low'],
    });
    expect(field('places', 'lat')).toMatchObject({ type: 'number' });
    expect(field('places', 'trade_resumed_on')?.description).toMatch(/^Only for border crossings/);
    expect(field('sources', 'weak')).toMatchObject({ type: 'boolean', trueValues: ['yes'], falseValues: ['no'] });
  });

  it('leaves dates as text, because they are only as fine as their source', () => {
    const date = field('timeline', 'date');
    expect(date?.type).toBe('string');
    for (const fine of ['2023', '2023-12', '2023-12-15']) expect(fine).toMatch(new RegExp(date!.constraints!.pattern!));
    expect('15.12.2023').not.toMatch(new RegExp(date!.constraints!.pattern!));
  });
});

describe('the places for humanitarian tools', () => {
  const [header = [], tags = [], ...rows] = parse(placesHxl(ledger, SITE)) as string[][];
  const column = (tag: string) => rows.map((row) => row[tags.indexOf(tag)]);
  const places = [...ledger.places.values()];

  it('have a header, a row of hashtags, and a row for each place', () => {
    expect(tags).toHaveLength(header.length);
    expect(rows).toHaveLength(places.length);
    expect(tags.filter((tag) => !/^#[a-z]+\d?(?:\+[a-z_]+)*$/.test(tag))).toEqual([]);
    expect(new Set(tags).size).toBe(tags.length);
  });

  it('use core hashtags of the standard only', () => {
    expect(new Set(tags.map((tag) => tag.split('+')[0]))).toEqual(
      new Set(['#meta', '#loc', '#adm1', '#adm3', '#geo', '#date', '#group', '#status', '#description']),
    );
  });

  it('hold the codes, points and dates of the places as they stand', () => {
    expect(column('#loc+code')).toEqual(places.map(({ pcode }) => pcode ?? ''));
    expect(column('#geo+lat')).toEqual(places.map(({ lat }) => (lat === null ? '' : String(lat))));
    expect(column('#date+occurred')).toEqual(places.map(({ captured_on }) => captured_on ?? ''));
    expect(
      column('#loc+code')
        .filter((code) => code !== '')
        .every((code) => /^MMR\d{9}$/.test(code!)),
    ).toBe(true);
    expect(column('#meta+url')).toEqual(places.map(({ slug }) => `${SITE}names.html#place-${slug}`));
  });

  it('hold the day trade resumed at a gate apart from that of a change of hands', () => {
    const named = (part: string) => rows.map((row) => row[header.findIndex((name) => name.startsWith(part))]);
    expect(named('trade resumed on')).toEqual(places.map(({ trade_resumed_on }) => trade_resumed_on ?? ''));
    expect(named('status changed on')).toEqual(places.map(({ status_changed_on }) => status_changed_on ?? ''));
  });

  it('say beside a point how good it is, and that no news is no proof', () => {
    for (const [index, { coord_precision, status_latest, confidence }] of places.entries()) {
      const caveat = column('#description')[index]!;
      expect(caveat).toContain(coord_precision === 'none' ? 'No point is known.' : `(${coord_precision}).`);
      expect(caveat).toContain(`not in its truth: ${confidence}.`);
      expect(caveat.includes('absence of news and not proof')).toBe(status_latest === 'no-change-seen');
    }
  });

  it('leave the column of addresses out where none is known', () => {
    expect((parse(placesHxl(ledger, undefined)) as string[][])[1]).toEqual(tags.slice(0, -1));
  });
});
