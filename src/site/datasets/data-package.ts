import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { datasetFile, PLACES_HXL_FILE, WORKBOOK_TYPE, workbookFile } from '../addresses.ts';
import { datasetCsv, datasetFields, datasetJson } from './tables.ts';
import { datasetCard } from '../../data/datasets.ts';
import { capitalise } from '../../data/format.ts';
import { formatJson } from './serialise.ts';
import { type Ledger, CARD_IDS, type CardId } from '../../data/ledger.ts';
import { placesHxl } from './places-hxl.ts';
import { datasetWorkbook } from './workbook.ts';
import { citedAuthor } from '../citations/edition.ts';

/** Dialect of our CSV files, for programs that would otherwise guess. */
const DIALECT = {
  delimiter: ',',
  lineTerminator: '\n',
  quoteChar: '"',
  doubleQuote: true,
  skipInitialSpace: false,
  header: true,
  caseSensitiveHeader: true,
};

/**
 * Describes all datasets as one Frictionless Data Package, `datapackage.json`: files, columns, and checksums to tell that a copy is whole.
 * The rows of figures are not in it: they lie outside its folder, to which its paths are bound, and are rows of these datasets.
 * @param site Address of the site, with a slash at its end, if that is known.
 */
export async function dataPackage(ledger: Ledger, site: string | undefined): Promise<string> {
  const workbook = workbookResource(ledger, await datasetWorkbook(ledger, site));
  const { name, title, version } = ledger.site;
  return formatJson({
    profile: 'data-package',
    name: `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-explainer`,
    title: `The data of “${title}”`,
    description:
      'The datasets that the explainer is built from: one checked row for each published number, place, event, claim, term, finding, judgement, group and source. What each cannot bear, and under which terms it may be reused, stands in the description of each.',
    ...(site === undefined ? {} : { homepage: `${site}datasets.html` }),
    version,
    created: `${lastChange(ledger)}T00:00:00Z`,
    keywords: ledger.site.keywords,
    licenses: [ourLicence(ledger)],
    contributors: [{ title: citedAuthor(ledger), role: 'publisher' }],
    sources: [
      {
        title: 'The documents listed in the sources dataset; each row of the others names its own by id',
        path: basename(datasetFile({ id: 'sources' }, 'csv')),
      },
    ],
    resources: [
      ...CARD_IDS.map((id) => tabularResource(ledger, id)),
      hxlResource(ledger, site),
      workbook,
      ...CARD_IDS.map((id) => jsonResource(ledger, id, site)),
    ],
  });
}

function tabularResource(ledger: Ledger, id: CardId) {
  const card = datasetCard(ledger, id);
  return {
    ...describeFile(ledger, id, datasetFile({ id }, 'csv'), datasetCsv(ledger, id)),
    profile: 'tabular-data-resource',
    title: card.title,
    description: [
      card.what,
      `One row is ${card.row}. Unit: ${card.unit}.`,
      ...card.caveats,
      `Missing: ${card.missing}`,
      `Reuse: ${card.licence}`,
    ].join('\n\n'),
    sources: [{ title: card.origin }],
    dialect: DIALECT,
    schema: { fields: datasetFields(ledger, id), primaryKey: 'id', missingValues: [''] },
  };
}

/** Describes the rows of a dataset as JSON, which no schema of columns fits. */
function jsonResource(ledger: Ledger, id: CardId, site: string | undefined) {
  const card = datasetCard(ledger, id);
  return {
    ...describeFile(ledger, id, datasetFile({ id }, 'json'), datasetJson(ledger, id, site)),
    profile: 'data-resource',
    title: `${card.title}, as JSON`,
    description: `The same rows, beside all that this package says of the dataset.\n\nReuse: ${card.licence}`,
    sources: [{ title: card.origin }],
  };
}

/** Describes the file with hashtags. Its second row holds them, so that no schema of types fits it. */
function hxlResource(ledger: Ledger, site: string | undefined) {
  const card = datasetCard(ledger, 'places');
  return {
    ...describeFile(ledger, 'places', PLACES_HXL_FILE, placesHxl(ledger, site)),
    profile: 'data-resource',
    title: `${card.title}, with HXL hashtags`,
    description: `The places dataset for humanitarian tools: a header, a row of hashtags of the Humanitarian Exchange Language, then the places.\n\nReuse: ${card.licence}`,
    sources: [{ title: card.origin }],
  };
}

/** Describes the workbook, whose sheets are the datasets again. */
function workbookResource(ledger: Ledger, workbook: Buffer) {
  const path = basename(workbookFile(ledger.site));
  return {
    name: 'workbook',
    path,
    format: 'xlsx',
    mediatype: WORKBOOK_TYPE,
    ...sizeAndSum(workbook),
    ...othersTerms(ledger, 'places'),
    profile: 'data-resource',
    title: 'All datasets as one workbook for spreadsheets',
    description: 'A sheet for each dataset, behind one that explains them and says what each column means.',
  };
}

/** Describes a file of text whatever it holds, measured on the very text that is served. */
function describeFile(ledger: Ledger, id: CardId, address: string, text: string) {
  const format = extname(address).slice(1);
  return {
    name: basename(address, '.csv').replace('.', '-'),
    path: basename(address),
    format,
    mediatype: format === 'csv' ? 'text/csv' : 'application/json',
    encoding: 'utf-8',
    ...sizeAndSum(text),
    ...othersTerms(ledger, id),
  };
}

function sizeAndSum(content: string | Buffer) {
  return {
    bytes: Buffer.byteLength(content),
    hash: `sha256:${createHash('sha256').update(content).digest('hex')}`,
  };
}

/** Returns the terms that stand beside our licence where a part of the rows is not ours to license. */
function othersTerms(ledger: Ledger, id: CardId) {
  const { others } = datasetCard(ledger, id);
  if (!others) return {};
  const { name, what, owner } = others;
  return { licenses: [ourLicence(ledger), { name, title: `${capitalise(what)}: the terms of ${owner}` }] };
}

function ourLicence({ site }: Ledger) {
  return { name: site.licence.name.replaceAll(' ', '-'), title: site.licence.name, path: site.licence.url };
}

/** Returns the day of the newest public change, so that the same content makes the same file on any day. */
function lastChange({ changes, site }: Ledger): string {
  return [...changes.values()][0]?.date ?? site.dataDate;
}
