import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Package } from 'datapackage';
import { describe, expect, it } from 'vitest';
import { publishersOf, WEAK_MEANS } from '../../src/figures/shared/figure-tables.ts';
import { figureModels } from '../../src/figures/index.ts';
import { workbookFile } from '../../src/site/addresses.ts';
import { citedAuthor } from '../../src/site/citations/edition.ts';
import { CSV_HELP } from '../../src/site/datasets/serialise.ts';
import { CARD_IDS } from '../../src/data/ledger.ts';
import { ledgerRows } from '../../src/data/datasets.ts';
import { formatFileSize } from '../../src/data/format.ts';
import { readSiteUrl } from '../../src/build/settings.ts';
import { DIST, FILES, parseBuilt, readBuilt } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';
import { elementsById, linksOf, oneSpace, withTag, wordsOf } from './kit/words.ts';

const SITE = readSiteUrl(process.env);
const WORKBOOK = workbookFile(ledger.site);
const DESCRIPTOR = join(DIST, 'data/datapackage.json');

/** What a reader may be asked to keep: all data together, and the largest file alone. */
const ALL_LIMIT = 2_000_000;
const ONE_LIMIT = 400_000;

interface Described {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  licenses?: { name: string }[];
  schema?: { fields: { name: string; description: string }[] };
}
const descriptor = JSON.parse(readFileSync(DESCRIPTOR, 'utf8')) as { resources: Described[]; [key: string]: unknown };

describe('the data package', async () => {
  const loaded = await Package.load(DESCRIPTOR);

  it('is valid', () => {
    expect(loaded.errors.map(String)).toEqual([]);
    expect(loaded.valid).toBe(true);
    expect(loaded.resources.flatMap(({ errors }) => errors.map(String))).toEqual([]);
  });

  it('describes every file of its folder once, the datasets first', () => {
    expect(loaded.resources.map(({ name }) => name).slice(0, CARD_IDS.length)).toEqual(CARD_IDS);
    expect(descriptor.resources.map(({ path }) => `data/${path}`).toSorted()).toEqual(
      FILES.filter((file) => file.startsWith('data/') && file !== 'data/datapackage.json').toSorted(),
    );
    expect(descriptor).toMatchObject({
      version: ledger.site.version,
      licenses: [{ name: 'CC-BY-4.0' }],
      contributors: [{ title: citedAuthor(ledger) }],
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT00:00:00Z$/),
    });
    expect(descriptor['homepage']).toBe(SITE === undefined ? undefined : `${SITE}datasets.html`);
  });

  it.each(loaded.resources.slice(0, CARD_IDS.length).map((resource) => [resource.name, resource] as const))(
    'has in %s only rows that pass its schema',
    async (name, resource) => {
      expect(resource.tabular).toBe(true);
      const rows = await resource.read({ keyed: true });
      expect(rows).toHaveLength(ledgerRows(ledger, name as (typeof CARD_IDS)[number]).length);
    },
  );

  it('refuses a row that breaks a schema', async () => {
    const broken = structuredClone(descriptor.resources.find(({ name }) => name === 'handovers'))! as unknown as Record<
      string,
      unknown
    >;
    delete broken['path'];
    const [header, row] = parse(readBuilt('data/handovers.csv')) as string[][];
    const data = [header, row!.with(header!.indexOf('value'), 'many')];
    const { resources } = await Package.load({ ...descriptor, resources: [{ ...broken, data }] });
    await expect(resources[0]!.read()).rejects.toThrow();
  });

  it.each(descriptor.resources.map((resource) => [resource.path, resource] as const))(
    'tells the true size and checksum of %s',
    (path, { bytes, hash }) => {
      const served = readFileSync(join(DIST, 'data', path));
      expect(bytes).toBe(served.length);
      expect(hash).toBe(`sha256:${createHash('sha256').update(served).digest('hex')}`);
    },
  );

  it('names the columns of each file in its order, each in the words of its card', () => {
    for (const { name, path, schema } of descriptor.resources.filter((one) => one.schema)) {
      const [header] = parse(readBuilt(`data/${path}`)) as string[][];
      expect(schema!.fields.map((field) => field.name)).toEqual(header);
      expect(Object.fromEntries(schema!.fields.map((field) => [field.name, field.description]))).toEqual(
        ledger.cards.get(name)!.columns,
      );
    }
  });

  it('does not license what is MIMU’s', () => {
    const others = descriptor.resources.filter(({ licenses }) => licenses?.some(({ name }) => name === 'MIMU-terms'));
    expect(others.map(({ name }) => name)).toEqual(['places', 'places-hxl', 'workbook', 'places-json']);
  });
});

describe('the places for humanitarian tools', () => {
  it('have a header, then a row of hashtags, then rows as wide', () => {
    const rows = parse(readBuilt('data/places-hxl.csv')) as string[][];
    expect(rows).toHaveLength(ledger.places.size + 2);
    expect(rows[0]!.some((cell) => cell.startsWith('#'))).toBe(false);
    expect(rows[1]!.every((cell) => /^#[a-z]+\d?(?:\+[a-z_]+)*$/.test(cell))).toBe(true);
    expect(rows[1]).toContain('#loc+code');
  });
});

describe.each([...ledger.figures.keys()])('the files of %s', (id) => {
  const json = JSON.parse(readBuilt(`figures/${id}.json`)) as {
    title: string;
    finding: string;
    asOf: string;
    address?: string;
    rows: Record<string, unknown>[];
  };
  const csv = parse(readBuilt(`figures/${id}.csv`), { columns: true }) as Record<string, string>[];
  const text = oneSpace(readBuilt(`figures/${id}.txt`));
  const figure = elementsById(parseBuilt(`figures/${id}.html`)).get(id)!;
  const inTable = withTag(figure, 'tr').flatMap((row) =>
    row.attrs.some(({ name, value }) => name === 'id' && value.startsWith(`${id}-`)) ? [row] : [],
  );

  it('have the rows of the table in the page, in its order', () => {
    const ids = inTable.map((row) => row.attrs.find(({ name }) => name === 'id')!.value.slice(id.length + 1));
    expect(ids.length).toBeGreaterThan(0);
    expect(json.rows.map((row) => row['id'])).toEqual(ids);
    expect(csv.map((row) => row['id'])).toEqual(ids);
    for (const row of ids) expect(text).toContain(`[${row}]`);
  });

  it('say of each row what the table says', () => {
    for (const [index, row] of inTable.entries()) {
      const words = wordsOf(row);
      const cells = json.rows[index]!;
      const told =
        'value' in cells
          ? [Number(cells['value']).toLocaleString('en'), cells['claimant'], cells['scope']]
          : 'assessment' in cells
            ? [cells['who'], cells['assessment']]
            : [cells['name'], cells['captor']];
      for (const one of told) expect(words).toContain(oneSpace(String(one)));
      expect(csv[index]!['note']).toBe(cells['note'] ?? '');
    }
  });

  it('bear the title and the finding of the page', () => {
    for (const words of [json.title, json.finding]) expect(wordsOf(figure)).toContain(oneSpace(words));
    expect(json.address).toBe(SITE === undefined ? undefined : `${SITE}figures/${id}.html`);
  });

  it('name their sources with the marks of the page, which says what weak means', () => {
    const { sources } = figureModels(ledger, id)[0];
    for (const words of [publishersOf(sources).join('; '), ...(sources.some(({ weak }) => weak) ? [WEAK_MEANS] : [])]) {
      expect(wordsOf(figure)).toContain(words);
      expect(text).toContain(words);
    }
  });

  it('are offered under the figure on its page', () => {
    const own = elementsById(parseBuilt(`figures/${id}.html`)).get(id)!;
    const hrefs = linksOf(own).map(({ href }) => href);
    for (const kind of ['csv', 'json', 'txt']) expect(hrefs).toContain(`../figures/${id}.${kind}`);
  });
});

describe('the page of the data', () => {
  const page = elementsById(parseBuilt('datasets.html'));

  it.each(CARD_IDS)('offers %s as CSV and as JSON, and says how large each is', (id) => {
    const links = linksOf(page.get(`dataset-${id}`)!);
    expect(links.filter(({ href }) => href === WORKBOOK).map(({ words }) => words)).toEqual([
      'For Excel: the workbook',
    ]);
    for (const kind of ['csv', 'json']) {
      const link = links.find(({ href }) => href === `data/${id}.${kind}`);
      expect(link?.words).toContain(formatFileSize(readFileSync(join(DIST, `data/${id}.${kind}`)).length));
    }
  });

  it('offers the workbook before all else, the places with hashtags, and the package', () => {
    const [first] = linksOf(page.get('main')!).filter(({ href }) => href.startsWith('data/'));
    expect(first).toMatchObject({ href: WORKBOOK });
    expect(first!.words).toContain(formatFileSize(readFileSync(join(DIST, WORKBOOK)).length));
    expect(linksOf(page.get('dataset-places')!).map(({ href }) => href)).toContain('data/places-hxl.csv');
    expect(linksOf(page.get('main')!).map(({ href }) => href)).toContain('data/datapackage.json');
  });

  it('says how a spreadsheet opens the CSV files, as the pages and the texts of the figures do', () => {
    expect(wordsOf(page.get('main')!)).toContain(CSV_HELP);
    for (const id of ledger.figures.keys()) {
      expect(wordsOf(elementsById(parseBuilt(`figures/${id}.html`)).get('main')!)).toContain(CSV_HELP);
      expect(oneSpace(readBuilt(`figures/${id}.txt`))).toContain(CSV_HELP);
    }
  });

  it('offers no CSV file with a byte order mark, which readers of data packages stumble over', () => {
    const csvs = FILES.filter((file) => file.endsWith('.csv'));
    expect(csvs.length).toBeGreaterThan(CARD_IDS.length + ledger.figures.size);
    for (const file of csvs)
      expect(readFileSync(join(DIST, file)).subarray(0, 3).toString('hex'), file).not.toBe('efbbbf');
  });

  it('says how a formula is kept from running', () => {
    expect(wordsOf(page.get('main')!)).toContain('behind an apostrophe');
  });

  it('answers “May I reuse this?” for text, facts, code, boundaries and coordinates, and for each dataset', () => {
    const answer = wordsOf(page.get('reuse')!);
    for (const words of ['CC BY 4.0', 'MIT', 'public domain', 'nobody owns', 'MIMU’s own terms'])
      expect(answer).toContain(words);
    for (const id of CARD_IDS)
      expect(wordsOf(page.get(`dataset-${id}`)!)).toContain(oneSpace(ledger.cards.get(id)!.licence));
  });
});

describe('the folder of the data', () => {
  const files = FILES.filter((file) => file.startsWith('data/'));
  const sizes = files.map((file) => readFileSync(join(DIST, file)).length);

  it('holds what was promised and nothing else', () => {
    expect(files.toSorted()).toEqual(
      [
        ...CARD_IDS.flatMap((id) => [`data/${id}.csv`, `data/${id}.json`]),
        'data/places-hxl.csv',
        'data/datapackage.json',
        WORKBOOK,
      ].toSorted(),
    );
  });

  it(`weighs at most ${ALL_LIMIT} bytes, and no file more than ${ONE_LIMIT}`, () => {
    const all = sizes.reduce((sum, size) => sum + size, 0);
    console.log(`data/: ${files.length} files, ${all} bytes, the largest ${Math.max(...sizes)}`);
    expect(all).toBeLessThanOrEqual(ALL_LIMIT);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(ONE_LIMIT);
  });
});
