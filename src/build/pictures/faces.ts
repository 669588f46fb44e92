import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkitten';
import type { Measures } from './lines.ts';
import { fail } from '../../data/errors.ts';

/** Typeface that pictures are drawn with. */
export interface Face {
  file: string;
  /** Returns the width of a letter in thousandths of an em; undefined if the face does not have it. */
  widthOf: (letter: string) => number | undefined;
}

/** Files of the faces of pictures, made by `src/cli/make-fonts.ts` and committed; their names give family, weight and slope. */
export const FACE_FILES = ['sans-400', 'sans-400-italic', 'sans-600', 'sans-700', 'serif-400', 'serif-600'].map(
  (name) => `src/fonts/${name}.ttf`,
);

/** Names of the families, by the generic family that ends each list of fonts. */
export const FAMILIES = { 'sans-serif': 'Explainer Sans', serif: 'Explainer Serif' } as const;

/**
 * Reads the faces of pictures. @returns Faces by the names of their files without the ending.
 * @throws ContentError if a file is missing or no TrueType face.
 */
export function readFaces(root: string): Map<string, Face> {
  return new Map(FACE_FILES.map((file) => [/([^/]+)\.ttf$/.exec(file)?.[1] as string, readFace(root, file)]));
}

/**
 * Measures the width of a line in a face, in the unit of `size`.
 * @throws ContentError if the face lacks one of its characters, which would leave a hole in the picture.
 */
export function widthIn({ file, widthOf }: Face, text: string, size: number): number {
  let thousandths = 0;
  for (const character of text)
    thousandths +=
      widthOf(character) ??
      fail({
        file,
        found: `no letter for "${character}" in "${text}"`,
        expected: 'every letter that pictures say; src/cli/make-fonts.ts says which it has',
      });
  return (thousandths * size) / 1000;
}

/**
 * Checks that the faces have all letters of a drawing.
 * @throws ContentError if one is missing: the picture would have a hole there.
 */
export function checkLetters(svg: string, name: string, faces: ReadonlyMap<string, Face>): void {
  const texts = [...svg.matchAll(/>([^<]+)</g)].map(([, text]) =>
    (text as string).replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))),
  );
  for (const { file, widthOf } of faces.values()) {
    for (const text of texts) {
      const lacking = [...text].find((letter) => letter > ' ' && widthOf(letter) === undefined);
      if (lacking !== undefined)
        fail({
          file: name,
          found: `"${lacking}" in "${text.trim()}", for which ${file} has no letter`,
          expected: 'letters that src/cli/make-fonts.ts names',
        });
    }
  }
}

/** Returns functions that measure lines in the faces that PNG files are drawn with. */
export function measuresOf(faces: ReadonlyMap<string, Face>): Measures {
  const measure =
    (family: string) =>
    (text: string, size: number, isBold = false) =>
      widthIn(faces.get(`${family}-${isBold ? 600 : 400}`) as Face, text, size);
  return { serif: measure('serif'), sans: measure('sans') };
}

/**
 * Reads one face.
 * @throws ContentError if the file is missing or no TrueType face.
 */
export function readFace(root: string, file: string): Face {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(root, file));
  } catch {
    return fail({ file, found: 'no such file', expected: 'a TrueType face, as src/cli/make-fonts.ts makes it' });
  }
  try {
    return { file, widthOf: widthsIn(bytes) };
  } catch {
    return fail({
      file,
      found: 'something that cannot be read',
      expected: 'a TrueType face, as src/cli/make-fonts.ts makes it',
    });
  }
}

/** Returns a function that reads the width of a letter of a face, each once: of its hundreds a page has a few dozen. */
function widthsIn(bytes: Buffer): Face['widthOf'] {
  const face = create(bytes);
  if (face.isCollection) throw new Error('several faces in one file');
  const { unitsPerEm } = face;
  const known = new Map<string, number | undefined>();
  const widthOf = (letter: string): number | undefined => {
    if (known.has(letter)) return known.get(letter);
    const { id, advanceWidth } = face.glyphForCodePoint(letter.codePointAt(0) as number);
    const width = id === 0 ? undefined : (advanceWidth * 1000) / unitsPerEm;
    known.set(letter, width);
    return width;
  };
  // A file that breaks off is noticed here, not at its first letter.
  widthOf(' ');
  return widthOf;
}
