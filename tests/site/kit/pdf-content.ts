import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib';

/** Font of a PDF, with what is wrong with it. */
export interface UsedFont {
  faults: string[];
  /** Language of its script, where it has letters of one alone. */
  script: string | undefined;
  /** Says what is wrong with a glyph. */
  faultOf: (glyph: number) => string | undefined;
}

const SCRIPTS: Record<string, string> = { Myanmar: 'my', Han: 'zh', Cyrillic: 'ru' };
/** Largest difference between a width in the file and in the face, in thousandths of the size, as veraPDF allows. */
const WIDTH_SLACK = 1;

const name = (text: string) => PDFName.of(text);

/** Reads a font of a PDF. */
export function fontOf(font: PDFDict): UsedFont {
  const faults: string[] = [];
  const inner = font.lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict);
  const label = font.lookup(name('BaseFont'), PDFName).decodeText();
  if (String(font.get(name('Encoding'))) !== '/Identity-H') faults.push(`7.21.3.1-1: ${label}: another encoding`);
  if (String(inner.get(name('CIDToGIDMap'))) !== '/Identity') faults.push(`7.21.3.2-1: ${label}: no map of glyphs`);
  const file = inner.lookup(name('FontDescriptor'), PDFDict).lookup(name('FontFile2'));
  if (!(file instanceof PDFRawStream))
    return { faults: [`7.21.4.1-1: ${label}: not embedded`], script: undefined, faultOf: () => undefined };
  const drawn = widthsOfFace(Buffer.from(decodePDFRawStream(file).decode()));
  const map = Buffer.from(decodePDFRawStream(font.lookup(name('ToUnicode')) as PDFRawStream).decode()).toString(
    'latin1',
  );
  const letters = new Map<number, string>();
  const number = (hex: string | undefined) => Number.parseInt(hex ?? '', 16);
  for (const [, first, last, units] of map.matchAll(/^<(\w{4})> (?:<(\w{4})> )?<(\w+)>$/gm))
    for (let glyph = number(first); glyph <= number(last ?? first); glyph += 1) letters.set(glyph, units as string);
  const widths = widthsOf(inner);
  const usual = inner.lookupMaybe(name('DW'), PDFNumber)?.asNumber() ?? 1000;
  return {
    faults,
    script: SCRIPTS[/Explainer-(\w+)/.exec(label)?.[1] ?? ''],
    faultOf: (glyph) => {
      if (glyph === 0) return `7.21.8-1: ${label}: the glyph of no letter`;
      const width = drawn[glyph];
      if (width === undefined) return `7.21.4.1-3: ${label}: glyph ${glyph} not in it`;
      if (!letters.has(glyph)) return `7.21.7-1: ${label}: glyph ${glyph} without a letter`;
      if (/^(?:0000)+$|FEFF|FFFE/i.test(letters.get(glyph) as string))
        return `7.21.7-2: ${label}: glyph ${glyph} of letter zero`;
      return Math.abs(width - (widths.get(glyph) ?? usual)) > WIDTH_SLACK
        ? `7.21.5-1: ${label}: width of glyph ${glyph}`
        : undefined;
    },
  };
}

/** Reads the widths of all glyphs of a TrueType face, in thousandths of its size. */
function widthsOfFace(face: Buffer): number[] {
  const tables = new Map(
    Array.from({ length: face.readUInt16BE(4) }, (_, index): [string, number] => {
      const at = 12 + index * 16;
      return [face.toString('latin1', at, at + 4), face.readUInt32BE(at + 8)];
    }),
  );
  const at = (table: string, offset: number) => face.readUInt16BE((tables.get(table) ?? 0) + offset);
  const [scale, own] = [1000 / at('head', 18), at('hhea', 34)];
  return Array.from({ length: at('maxp', 4) }, (_, glyph) => at('hmtx', Math.min(glyph, own - 1) * 4) * scale);
}

function widthsOf(font: PDFDict): Map<number, number> {
  const widths = new Map<number, number>();
  const list = (font.lookupMaybe(name('W'), PDFArray)?.asArray() ?? []).map((item) => font.context.lookup(item));
  while (list.length > 0) {
    const [first, next] = [(list.shift() as PDFNumber).asNumber(), list.shift()];
    if (next instanceof PDFArray)
      next.asArray().forEach((width, index) => widths.set(first + index, (width as PDFNumber).asNumber()));
    else {
      const width = (list.shift() as PDFNumber).asNumber();
      for (let glyph = first; glyph <= (next as PDFNumber).asNumber(); glyph += 1) widths.set(glyph, width);
    }
  }
  return widths;
}

const TOKEN = /<<.*?>>|<[0-9A-Fa-f]*>|\[|\]|\/[^\s<>[\]/]+|[^\s<>[\]/]+/g;
const PAINTS = new Set(['f', 'f*', 'F', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh', 'Tj', 'TJ', "'", '"', 'EI']);

/**
 * Says what in the drawing of a page is neither part of the structure nor an artifact, or both, and which glyphs are faulty. Gives
 * the pieces of the structure with the language that their script says.
 */
export function faultsOfContent(
  content: PDFRawStream,
  font: (name: string) => UsedFont,
): { faults: string[]; pieces: Map<number, string | undefined> } {
  const faults = new Set<string>();
  const pieces = new Map<number, string | undefined>();
  const open: ('piece' | 'artifact' | 'span')[] = [];
  let [piece, used, glyphs] = [-1, undefined as UsedFont | undefined, [] as string[]];
  let operands: string[] = [];
  for (const [token] of inflateSync(content.contents).toString('latin1').matchAll(TOKEN)) {
    if (/^[-+.\d/<[\]]/.test(token)) {
      operands.push(token);
      if (/^<[^<]/.test(token)) glyphs.push(token);
      continue;
    }
    if (token === 'BDC' || token === 'BMC') {
      const mcid = /\/MCID (\d+)/.exec(operands.join(' '))?.[1];
      const kind = mcid !== undefined ? 'piece' : operands[0] === '/Artifact' ? 'artifact' : 'span';
      if (kind === 'artifact' && open.includes('piece')) faults.add('7.1-1: an artifact inside the structure');
      if (kind === 'piece' && open.length > 0) faults.add('7.1-2: a piece of the structure inside something');
      if (mcid !== undefined) {
        piece = Number(mcid);
        if (pieces.has(piece)) faults.add(`7.1-3: piece ${piece} twice`);
        pieces.set(piece, undefined);
      }
      open.push(kind);
    } else if (token === 'EMC') {
      if (open.pop() === undefined) faults.add('7.1-3: something ends that did not begin');
    } else if (token === 'Tf') {
      used = font((operands[0] as string).slice(1));
      for (const fault of used.faults) faults.add(fault);
    } else if (PAINTS.has(token)) {
      if (!open.includes('piece') && !open.includes('artifact')) faults.add(`7.1-3: ${token} outside of everything`);
      for (const code of glyphs.flatMap((text) => text.match(/[0-9A-F]{4}/gi) ?? [])) {
        const fault = used?.faultOf(Number.parseInt(code, 16));
        if (fault) faults.add(fault);
      }
      if (glyphs.length > 0 && used?.script && open[0] === 'piece') pieces.set(piece, used.script);
    }
    [operands, glyphs] = [[], []];
  }
  if (open.length > 0) faults.add('7.1-3: something does not end');
  return { faults: [...faults], pieces };
}
