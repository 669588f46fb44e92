import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import { unzipSync, zipSync } from 'fflate';
import type { Feature } from 'write-excel-file/node';
import {
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup as tag,
  insertElementMarkupAccordingToOrderOfSiblings as insertInOrder,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import { citedAuthor, type Edition } from '../citations/edition.ts';

/** Part of a workbook that its library leaves to others. */
type Part = Feature<Stream | Buffer | Blob>;

/** Link of one cell, which is counted from the top left, beginning with 0. */
export interface SheetLink {
  row: number;
  column: number;
  href: string;
  /** Words beside the pointer. */
  tip: string;
}

const SHEET = 'xl/worksheets/sheet{id}.xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Adds links to the cells of sheets, in the order of the sheets. */
export function links(bySheet: readonly (readonly SheetLink[])[]): Part {
  const targets = (sheet: number) => [...new Set(bySheet[sheet]!.map(({ href }) => href))];
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (xml, _, { sheetIndex }) => {
            const all = targets(sheetIndex);
            const cells = bySheet[sheetIndex]!.map(({ row, column, href, tip }) =>
              tag('hyperlink', {
                ref: getCellAddress(row, column),
                'r:id': `rId-link-${all.indexOf(href)}`,
                tooltip: tip,
              }),
            );
            if (cells.length === 0) return xml;
            const markup = `<hyperlinks xmlns:r="${RELATIONSHIPS}">${cells.join('')}</hyperlinks>`;
            return insertInOrder(xml, markup, getOrderOfSiblings(SHEET, 'worksheet')!, 'worksheet');
          },
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_, { sheetIndex }) =>
            targets(sheetIndex)
              .map((Target, index) =>
                tag('Relationship', {
                  Id: `rId-link-${index}`,
                  Type: `${RELATIONSHIPS}/hyperlink`,
                  Target,
                  TargetMode: 'External',
                }),
              )
              .join(''),
        },
      },
    },
  };
}

/** Adds what programs show of a workbook without opening it: title, author, language and day. */
export function properties(edition: Edition): Part {
  const { site, modified } = edition;
  const elements = {
    'dc:title': `The data of “${site.title}”`,
    'dc:creator': citedAuthor(edition),
    'dc:language': 'en',
    'cp:keywords': site.keywords.join(', '),
    'cp:version': site.version,
  };
  const body = Object.entries(elements).map(([name, text]) => `<${name}>${sanitizeTextContent(text)}</${name}>`);
  const days = ['created', 'modified'].map(
    (name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${modified}T00:00:00Z</dcterms:${name}>`,
  );
  const core = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${[...body, ...days].join('')}</cp:coreProperties>`;
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () =>
            tag('Override', {
              PartName: '/docProps/core.xml',
              ContentType: 'application/vnd.openxmlformats-package.core-properties+xml',
            }),
        },
        '_rels/.rels': {
          insert: () =>
            tag('Relationship', {
              Id: 'rId-core',
              Type: `${PACKAGE}/relationships/metadata/core-properties`,
              Target: 'docProps/core.xml',
            }),
        },
      },
      write: { files: () => ({ 'docProps/core.xml': core }) },
    },
  };
}

/** Packs a workbook anew, with the day of the edition as the time of all its parts: the library writes that of the clock. */
export function fixTimes(workbook: Buffer, { modified }: Edition): Buffer {
  // The format keeps local time, so that this midnight is the same bytes everywhere.
  const mtime = new Date(`${modified}T00:00:00`);
  return Buffer.from(zipSync(unzipSync(workbook), { level: 9, mtime }));
}
