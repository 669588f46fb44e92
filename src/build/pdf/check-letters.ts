import { fail } from '../../data/errors.ts';
import { parsePage, textContent } from '../html-tree.ts';
import type { PaperFaces } from './paper-faces.ts';

/** Text may stand in either; what one of them lacks would be taken from the machine’s own faces. */
const TEXT_FAMILIES = ['Explainer Serif', 'Explainer Sans'];

/** Words shown around a letter that cannot be set. */
const AROUND = 24;

/**
 * Checks that our faces have all letters of a page.
 * @throws ContentError if it does: the browser would take the letter from whatever face the machine has.
 */
export function checkPaperLetters(html: string, page: string, { faces }: PaperFaces): void {
  const ofText = faces.filter(({ family }) => TEXT_FAMILIES.includes(family));
  const others = faces.filter(({ family }) => !TEXT_FAMILIES.includes(family));
  const isSet = (letter: string) =>
    ofText.every(({ face }) => face.advances.has(letter)) || others.some(({ face }) => face.advances.has(letter));
  const text = textContent(parsePage(html)).replace(/\s+/g, ' ');
  const lacking = [...new Set(text)].find((letter) => !isSet(letter));
  if (lacking === undefined) return;
  const at = text.indexOf(lacking);
  const words = text.slice(Math.max(0, at - AROUND), at + AROUND).trim();
  fail({
    file: page,
    found: `"${lacking}" in "${words}", for which no face in src/fonts has a letter`,
    expected:
      'letters that src/cli/make-fonts.ts names; it takes the Chinese and Cyrillic ones from the content whenever it is run',
  });
}
