import { deflateSync, inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
  type PDFDocument,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { mendUnicodeMaps, readGlyphFont, type GlyphFont } from './glyph-font.ts';
import { joinGlyphs } from './join-glyphs.ts';
import { markArtifacts, readPieces, type DrawingPiece } from './mark-content.ts';
import {
  isElement,
  takeStructure,
  textOf,
  writeStructure,
  type MarkedContent,
  type StructureElement,
} from './structure-tree.ts';
import { tidyStructure } from './tidy-structure.ts';

const name = (text: string) => PDFName.of(text);

/**
 * Makes a document what PDF/UA-1 asks for, beyond what Chromium does: a structure of the standard’s own elements, all else marked
 * as artifact, words for every link, the language of words in another, a letter for every glyph. Its glyphs are joined on the way.
 * @param languageOf Returns the language of words that are in another than the document.
 */
export function makeAccessible(document: PDFDocument, languageOf: (words: string) => string | undefined): void {
  mendUnicodeMaps(document);
  const top = takeStructure(document);
  if (!top) return;
  const pictures = piecesOfPictures(top);
  const repeated = repeatedHeads(top);
  const pieces = new Map<string, DrawingPiece>();
  const fonts = new Map<PDFDict, GlyphFont | null>();
  for (const { node, ref } of document.getPages()) {
    const named = node.Resources()?.lookupMaybe(name('Font'), PDFDict);
    const fontOf = (key: string) => {
      const font = named?.lookupMaybe(name(key), PDFDict);
      if (!font) return null;
      if (!fonts.has(font)) fonts.set(font, readGlyphFont(font));
      return fonts.get(font) ?? null;
    };
    const content = node.Contents();
    if (!(content instanceof PDFRawStream)) continue;
    const drawing = joinGlyphs(inflateSync(content.contents).toString('latin1'), fontOf);
    const read = readPieces(drawing, fontOf);
    for (const piece of read) {
      const key = keyOf(ref, piece.mcid);
      piece.isContent = (piece.isContent || pictures.has(key)) && !repeated.has(key);
      pieces.set(key, piece);
    }
    const decorations = new Set(read.filter(({ isContent }) => !isContent).map(({ mcid }) => mcid));
    const packed = deflateSync(Buffer.from(markArtifacts(drawing, decorations), 'latin1'), { level: 9 });
    content.dict.set(name('Length'), PDFNumber.of(packed.length));
    document.context.assign(node.get(name('Contents')) as PDFRef, PDFRawStream.of(content.dict, packed));
  }
  const tidy = tidyStructure(top, {
    factsOf: ({ page, mcid }) => {
      const { isContent = false, words = '' } = pieces.get(keyOf(page, mcid)) ?? {};
      const language = languageOf(words);
      return { isDecoration: !isContent, ...(language !== undefined && { language }) };
    },
    languageEntry: (language) => PDFString.of(language),
    attributesOf: (element) => shortAttributes(document, element),
  });
  const wordsOf = (page: PDFRef, mcid: number) => pieces.get(keyOf(page, mcid))?.words ?? '';
  nameBullets(tidy, wordsOf);
  describeLinks(document, tidy, wordsOf);
  writeStructure(document, tidy);
}

function keyOf(page: PDFRef, mcid: number): string {
  return `${page.tag} ${mcid}`;
}

/** Lists the pieces of pictures and of labels, whose lines and grounds are content. */
function piecesOfPictures(element: StructureElement): Set<string> {
  const isPicture = element.role === 'Lbl' || (element.role === 'Figure' && !element.kids.some(isElement));
  return new Set(
    element.kids.flatMap((kid) => {
      if (isElement(kid)) return [...piecesOfPictures(kid)];
      return isPicture && 'mcid' in kid ? [keyOf(kid.page, kid.mcid)] : [];
    }),
  );
}

/** Lists the pieces of table heads, the first rows, that stand again on every further page of their table: they are read once. */
function repeatedHeads(element: StructureElement): Set<string> {
  if (element.role !== 'Table')
    return new Set(element.kids.filter(isElement).flatMap((kid) => [...repeatedHeads(kid)]));
  const head = firstRow(element);
  const pieces = head ? contentIn(head) : [];
  return new Set(pieces.filter(({ page }) => page !== pieces[0]?.page).map(({ page, mcid }) => keyOf(page, mcid)));
}

function firstRow(element: StructureElement): StructureElement | undefined {
  if (element.role === 'TR') return element;
  for (const kid of element.kids) {
    const row = isElement(kid) ? firstRow(kid) : undefined;
    if (row) return row;
  }
  return undefined;
}

function contentIn({ kids }: StructureElement): MarkedContent[] {
  return kids.flatMap((kid) => (isElement(kid) ? contentIn(kid) : 'mcid' in kid ? [kid] : []));
}

/** Gives a word to the labels of list items that are drawn. */
function nameBullets(element: StructureElement, wordsOf: (page: PDFRef, mcid: number) => string): void {
  const isDrawn = ({ page, mcid }: MarkedContent) => wordsOf(page, mcid).trim() === '';
  if (element.role === 'Lbl' && contentIn(element).every(isDrawn))
    element.entries.set('ActualText', PDFHexString.fromText('•'));
  for (const kid of element.kids) if (isElement(kid)) nameBullets(kid, wordsOf);
}

/**
 * Joins the attributes of an element into one dictionary, without spans of one cell and without the headers of a cell, which
 * Chromium numbers otherwise in each print: every header has a scope, which says the same.
 */
function shortAttributes({ context }: PDFDocument, { entries }: StructureElement): PDFObject | undefined {
  const list = entries.get('A');
  if (!(list instanceof PDFArray)) return list;
  const kept = list
    .asArray()
    .map((one) => context.lookup(one, PDFDict))
    .flatMap((one) => one.entries())
    .map(([key, value]): [string, PDFObject] => [key.decodeText(), value])
    .filter(([key, value]) => key !== 'Headers' && !(/Span$/.test(key) && value.toString() === '1'));
  return kept.some(([key]) => key !== 'O') ? context.obj(Object.fromEntries(kept)) : undefined;
}

/** Writes the words of each link into its annotation, and to a place in the document the page. */
function describeLinks(
  document: PDFDocument,
  element: StructureElement,
  wordsOf: (page: PDFRef, mcid: number) => string,
): void {
  const pages = new Map(document.getPages().map(({ ref }, index) => [ref, index + 1]));
  const places = document.catalog.lookupMaybe(name('Dests'), PDFDict);
  const visit = (one: StructureElement): string => {
    const words = one.kids
      .map((kid) => (isElement(kid) ? visit(kid) : 'mcid' in kid ? wordsOf(kid.page, kid.mcid) : ''))
      .join(' ');
    const plain = (textOf(one, 'Alt') ?? words).replace(/\s+/g, ' ').trim();
    if (one.role !== 'Link') return plain;
    const said = /^\d+$/.test(plain) ? `Note ${plain}` : plain;
    for (const kid of one.kids) {
      if (!('object' in kid)) continue;
      const link = document.context.lookup(kid.object, PDFDict);
      const target = link.lookup(name('Dest'));
      const place = target instanceof PDFName ? places?.lookup(target) : target;
      const page = place instanceof PDFArray ? pages.get(place.get(0) as PDFRef) : undefined;
      link.set(name('Contents'), textEntry(page === undefined ? asAddress(said, link) : `${said}, page ${page}`));
    }
    return plain;
  };
  visit(element);
}

/** Takes the spaces out of words that are the address to which they lead, broken where a line ends. */
function asAddress(words: string, link: PDFDict): string {
  const address = link.lookupMaybe(name('A'), PDFDict)?.lookupMaybe(name('URI'), PDFString, PDFHexString);
  const whole = words.replaceAll(' ', '');
  return address?.decodeText().endsWith(whole) === true ? whole : words;
}

/** Writes a text as short as it can be written. */
function textEntry(text: string): PDFString | PDFHexString {
  return /^[ -'*-[\]-~]*$/.test(text) ? PDFString.of(text) : PDFHexString.fromText(text);
}
