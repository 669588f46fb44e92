import { PDFDict, PDFName, type PDFDocument } from '@cantoo/pdf-lib';
import { fail } from '../../ledger/problems.ts';
import { OUR_FACES } from './faces.ts';

const FILES = ['FontFile', 'FontFile2', 'FontFile3'];

/**
 * Makes sure that a document is set in our faces alone, each inside it.
 * @throws LedgerError if not: it would look different from one machine to the next.
 */
export function checkFonts(document: PDFDocument, file: string): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const kind = object.get(PDFName.of('Type'));
    const isDrawn = kind === PDFName.of('Font') && object.get(PDFName.of('Subtype')) === PDFName.of('Type3');
    if (isDrawn) fail({ file, found: 'letters drawn one by one, as the browser does for a variable face or for letters with an outline', expected: 'letters of the faces in src/fonts, without an outline' });
    if (kind !== PDFName.of('FontDescriptor')) continue;
    const name = object.lookup(PDFName.of('FontName'), PDFName).decodeText();
    if (!name.replace(/^[A-Z]{6}\+/, '').startsWith(OUR_FACES)) fail({ file, found: `the face ${name}`, expected: 'only the faces in src/fonts, which src/styles/paper.css names' });
    if (!FILES.some((key) => object.has(PDFName.of(key)))) fail({ file, found: `the face ${name}, which is not inside it`, expected: 'every face inside the file' });
  }
}
