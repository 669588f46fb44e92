import { fail, type Problem } from '../../data/errors.ts';
import { readText } from '../../data/read-text.ts';
import { codeOf } from '../../data/text-faults.ts';
import { parsePage, textContent } from '../html-tree.ts';
import { readPaperFaces, type PaperFace } from './paper-faces.ts';

/** Text may stand in either; what one of them lacks would be taken from the machine’s own faces. */
const TEXT_FAMILIES = ['Explainer Serif', 'Explainer Sans'];

/** Words shown around a letter that cannot be set. */
const AROUND = 24;

/** Returns a function that finds the first letter of a text that our faces lack; undefined if there is none. */
function letterFinder(faces: readonly PaperFace[]): (text: string) => string | undefined {
  const ofText = faces.filter(({ family }) => TEXT_FAMILIES.includes(family));
  const others = faces.filter(({ family }) => !TEXT_FAMILIES.includes(family));
  const isSet = (letter: string) =>
    ofText.every(({ face }) => face.widthOf(letter) !== undefined) ||
    others.some(({ face }) => face.widthOf(letter) !== undefined);
  const known = new Map([['\n', true]]);
  return (text) => {
    for (const letter of text) {
      if (!known.has(letter)) known.set(letter, isSet(letter));
      if (known.get(letter) === false) return letter;
    }
    return undefined;
  };
}

const EXPECTED =
  'letters that src/cli/make-fonts.ts names; it takes the Chinese and Cyrillic ones from the content whenever it is run';

/**
 * Checks that our faces have all letters of a page.
 * @throws ContentError if one is missing: the browser would take the letter from whatever face the machine has.
 */
export function checkPaperLetters(html: string, page: string, faces: readonly PaperFace[]): void {
  const text = textContent(parsePage(html)).replace(/\s+/g, ' ');
  const lacking = letterFinder(faces)(text);
  if (lacking === undefined) return;
  const at = text.indexOf(lacking);
  const words = text.slice(Math.max(0, at - AROUND), at + AROUND).trim();
  fail({
    file: page,
    found: `"${lacking}" in "${words}", for which no face in src/fonts has a letter`,
    expected: EXPECTED,
  });
}

/** Files that the briefing on paper takes no words from. */
const NOT_PRINTED = /(?:published-ids\.txt|promises\.yaml|numbered-names\.yaml|boundaries\.\w+)$/;

/** Checks before anything is built that our faces have all letters of the content, each line by itself. @param files Paths from the root. */
export function checkContentLetters(root: string, files: readonly string[]): Problem[] {
  const find = letterFinder(readPaperFaces(root));
  return files
    .filter((file) => !NOT_PRINTED.test(file))
    .flatMap((file) => {
      const text = readText(root, file, []) ?? '';
      if (find(text) === undefined) return [];
      return text.split(/\r?\n/).flatMap((line, index) => {
        const letter = find(line);
        return letter === undefined
          ? []
          : [
              {
                file,
                line: index + 1,
                found: `"${letter}" (${codeOf(letter)}), for which no face in src/fonts has a letter`,
                expected: EXPECTED,
              },
            ];
      });
    });
}
