import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDict, PDFName, type PDFDocument } from '@cantoo/pdf-lib';
import { fail } from '../../data/errors.ts';
import { readFace, type Face } from '../pictures/faces.ts';

/** Faces that paper is set in. The names of families are those of src/styles/paper.css. */
const FACES = [
  ['Explainer Serif', 400, 'normal', 'serif-400'],
  ['Explainer Serif', 400, 'italic', 'serif-400-italic'],
  ['Explainer Serif', 600, 'normal', 'serif-600'],
  ['Explainer Sans', 400, 'normal', 'sans-400'],
  ['Explainer Sans', 400, 'italic', 'sans-400-italic'],
  ['Explainer Sans', 600, 'normal', 'sans-600'],
  ['Explainer Sans', 700, 'normal', 'sans-700'],
  ['Explainer Cyrillic', 400, 'normal', 'cyrillic-400'],
  ['Explainer Myanmar', 400, 'normal', 'myanmar-400'],
  ['Explainer Han', 400, 'normal', 'han-400'],
] as const;

/** Beginning of the names of our faces inside a PDF. */
export const OUR_FACES = 'Explainer-';

/** Faces that paper is set in, read from their files. */
export interface PaperFaces {
  /** Rules that bring them into a page, whole, so that nothing is loaded. */
  css: string;
  faces: { family: string; face: Face }[];
}

/**
 * Reads the faces of paper.
 * @throws ContentError if a file is missing or no TrueType face.
 */
export function readPaperFaces(root: string): PaperFaces {
  const read = FACES.map(([family, weight, style, name]) => ({
    family,
    weight,
    style,
    face: readFace(root, `src/fonts/${name}.ttf`),
  }));
  const rules = read.map(({ family, weight, style, face }) => {
    const bytes = readFileSync(join(root, face.file)).toString('base64');
    return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(data:font/ttf;base64,${bytes})}`;
  });
  return { css: rules.join(''), faces: read };
}

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
