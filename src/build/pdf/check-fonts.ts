import { PDFDict, PDFName, type PDFDocument } from '@cantoo/pdf-lib';
import { fail } from '../../data/errors.ts';
import { OUR_FACES } from './paper-faces.ts';

const FILES = ['FontFile', 'FontFile2', 'FontFile3'];

/**
 * Checks that a document is set in our faces alone, each embedded in it.
 * @throws ContentError if not: it would look different from one machine to the next.
 */
export function checkFonts(document: PDFDocument, file: string): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const kind = object.get(PDFName.of('Type'));
    if (kind === PDFName.of('Font') && object.get(PDFName.of('Subtype')) === PDFName.of('Type3')) {
      fail({
        file,
        found: 'letters drawn one by one, as the browser does for a variable face or for letters with an outline',
        expected: 'letters of the faces in src/fonts, without an outline',
      });
    }
    if (kind === PDFName.of('Font') && !object.has(PDFName.of('DescendantFonts'))) checkFont(object, file);
  }
}

/** Checks one font by its descriptor; the few that every reader brings along have none. */
function checkFont(font: PDFDict, file: string): void {
  const name = font.lookup(PDFName.of('BaseFont'), PDFName).decodeText();
  const description = font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
  if (!name.replace(/^[A-Z]{6}\+/, '').startsWith(OUR_FACES))
    fail({
      file,
      found: `the face ${name}`,
      expected: 'only the faces in src/fonts, which src/styles/paper.css names',
    });
  if (!FILES.some((key) => description?.has(PDFName.of(key))))
    fail({ file, found: `the face ${name}, which is not inside it`, expected: 'every face inside the file' });
}
