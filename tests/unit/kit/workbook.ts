import { strFromU8, unzipSync } from 'fflate';
import { DOMParser } from 'linkedom';

/** Element of a workbook’s XML, as far as tests read it. */
interface Part {
  textContent: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Part | null;
  querySelectorAll(selector: string): Iterable<Part>;
}

/** Cell as it stands in the file: a number, or a text. */
export type ReadCell = number | string;

/** Sheet as another program reads it. */
export interface ReadSheet {
  name: string;
  /** Cells by their address, `B2`; blank ones are left out. */
  cells: Map<string, ReadCell>;
  /** Targets of links by the address of their cell. */
  links: Map<string, string>;
  /** How many rows and columns stay in view. */
  frozen: [rows: number, columns: number];
  /** Widths of the columns in letters. */
  widths: number[];
}

/** Reads a workbook with a reader of archives and one of XML, and nothing of the library that wrote it. */
export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const files = unzipSync(bytes);
  const xml = (name: string) => new DOMParser().parseFromString(strFromU8(files[name]!), 'text/xml') as unknown as Part;
  const strings = [...xml('xl/sharedStrings.xml').querySelectorAll('si')].map(({ textContent }) => textContent);
  return [...xml('xl/workbook.xml').querySelectorAll('sheet')].map((sheet, index) => {
    const page = xml(`xl/worksheets/sheet${index + 1}.xml`);
    const targets = new Map(
      [...xml(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`).querySelectorAll('Relationship')].map((one) => [
        one.getAttribute('Id'),
        one.getAttribute('Target')!,
      ]),
    );
    const pane = page.querySelector('pane');
    return {
      name: sheet.getAttribute('name')!,
      cells: new Map(
        [...page.querySelectorAll('c')].flatMap((cell): [string, ReadCell][] => {
          const value = cell.querySelector('v')?.textContent;
          if (value === undefined) return [];
          return [[cell.getAttribute('r')!, cell.getAttribute('t') === 's' ? strings[Number(value)]! : Number(value)]];
        }),
      ),
      links: new Map(
        [...page.querySelectorAll('hyperlink')].map((link) => [
          link.getAttribute('ref')!,
          targets.get(link.getAttribute('r:id'))!,
        ]),
      ),
      frozen: [Number(pane?.getAttribute('ySplit') ?? 0), Number(pane?.getAttribute('xSplit') ?? 0)],
      widths: [...page.querySelectorAll('col')].map((column) => Number(column.getAttribute('width'))),
    };
  });
}
