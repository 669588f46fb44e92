import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Face that paper is set in, read from its file. */
export interface PaperFace {
  family: string;
  weight: number;
  style: string;
  face: Face;
}

/**
 * Reads the faces of paper.
 * @throws ContentError if a file is missing or no TrueType face.
 */
export function readPaperFaces(root: string): PaperFace[] {
  return FACES.map(([family, weight, style, name]) => ({
    family,
    weight,
    style,
    face: readFace(root, `src/fonts/${name}.ttf`),
  }));
}

/** Returns rules that bring these faces into a page, whole, so that nothing is loaded. */
export function faceRules(root: string, faces: readonly PaperFace[]): string {
  const rules = faces.map(({ family, weight, style, face }) => {
    const bytes = readFileSync(join(root, face.file)).toString('base64');
    return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(data:font/ttf;base64,${bytes})}`;
  });
  return rules.join('');
}
