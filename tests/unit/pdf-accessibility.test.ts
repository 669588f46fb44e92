import { PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { foreignWords } from '../../src/build/pdf/foreign-words.ts';
import { markArtifacts, readPieces } from '../../src/build/pdf/mark-content.ts';
import { isElement, type StructureElement, type StructureKid } from '../../src/build/pdf/structure-tree.ts';
import { tidyStructure } from '../../src/build/pdf/tidy-structure.ts';

const PAGE = {} as never;
/** Writes a structure as nested arrays: a type and what lies in it, a number for a piece, `@` for a link. */
type Short = number | '@' | [string, ...Short[]];

function long(short: Short): StructureKid {
  if (typeof short === 'number') return { page: PAGE, mcid: short };
  if (short === '@') return { page: PAGE, object: PAGE };
  const [role, ...kids] = short;
  return { role, entries: new Map(), kids: kids.map(long) };
}

function short(kid: StructureKid): Short {
  if (isElement(kid)) return [kid.role, ...kid.kids.map(short)];
  return 'mcid' in kid ? kid.mcid : '@';
}

/** Tidies a structure in which piece 0 only decorates and piece 9 is Burmese. */
const tidied = (...kids: Short[]): Short[] => {
  const top = tidyStructure(long(['Document', ...kids]) as StructureElement, {
    factsOf: ({ mcid }) => ({ isDecoration: mcid === 0, ...(mcid === 9 && { language: 'my' }) }),
    languageEntry: (language) => PDFString.of(language),
    attributesOf: () => undefined,
  });
  return (short(top) as [string, ...Short[]]).slice(1) as Short[];
};

describe('the structure that Chromium writes', () => {
  it('loses boxes without meaning, and words beside blocks get paragraphs', () => {
    expect(tidied(['NonStruct', ['NonStruct', 1], ['P', ['NonStruct', 2], ['Link', ['NonStruct', 3], '@']]])).toEqual([
      ['P', 1],
      ['P', 2, ['Link', 3, '@']],
    ]);
    expect(
      tidied(['NonStruct', ['NonStruct', ['NonStruct', 1], ['Link', 2, '@']], ['NonStruct', ['Link', 3, '@']]]),
    ).toEqual([
      ['P', 1, ['Link', 2, '@']],
      ['P', ['Link', 3, '@']],
    ]);
  });

  it('gets bodies for list items', () => {
    expect(tidied(['L', 0, ['LI', ['Lbl', 1], ['NonStruct', 2]], ['LI', ['NonStruct', 3], ['P', 4]]])).toEqual([
      ['L', ['LI', ['Lbl', 1], ['LBody', 2]], ['LI', ['LBody', ['P', 3], ['P', 4]]]],
    ]);
  });

  it('takes a figure with a caption for a section with a picture', () => {
    expect(tidied(['Figure', 0, ['H3', 1], ['Figure', 2], ['P', 3]])).toEqual([
      ['Sect', ['H3', 1], ['Figure', 2], ['P', 3]],
    ]);
  });

  it('knows as a link what leads somewhere, and says the language of words', () => {
    expect(tidied(['P', ['NonStruct', ['NonStruct', 1], '@'], ['NonStruct', 9]])).toEqual([
      ['P', ['Link', 1, '@'], ['Span', 9]],
    ]);
  });

  it('keeps the empty cells of a table', () => {
    expect(tidied(['Table', 0, ['TR', ['TH', 1], ['TD']]])).toEqual([['Table', ['TR', ['TH', 1], ['TD']]]]);
  });
});

describe('the drawing of a page', () => {
  const text = 'BT\n/F4 10 Tf\n1 0 0 -1 5 9 Tm\n<0041> Tj\nET';
  const font = () => ({
    widthOf: () => 500,
    textOf: (codes: string) => String.fromCharCode(Number.parseInt(codes, 16)),
  });

  it('has marks for what is no part of the structure, one for what follows on each other', () => {
    expect(
      markArtifacts(`q\n0 0 5 5 re\nW* n\n0 0 5 5 re\nf\n${text}\nQ\n/P <</MCID 1 >>BDC\n${text}\nEMC`, new Set()),
    ).toBe(`q\n0 0 5 5 re\nW* n\n/Artifact BMC\n0 0 5 5 re\nf\n${text}\nEMC \nQ\n/P <</MCID 1 >>BDC\n${text}\nEMC`);
  });

  it('has marks for what only decorates', () => {
    expect(markArtifacts('/L <</MCID 1 >>BDC\n0 0 5 5 re\nf\nEMC', new Set([1]))).toBe(
      '/Artifact BMC\n0 0 5 5 re\nf\nEMC ',
    );
  });

  it('is read piece by piece, with the words that stand in for glyphs', () => {
    const spoken = 'BT\n/Span<</ActualText <FEFF1000103C> >> BDC\n/F4 10 Tf\n<0000> Tj\nEMC\nET';
    expect(
      readPieces(
        `/P <</MCID 1 >>BDC\n${text}\nEMC\n/P <</MCID 2 >>BDC\n${spoken}\nEMC\n/L <</MCID 3 >>BDC\n0 0 5 5 re\nf\nEMC`,
        font,
      ),
    ).toEqual([
      { mcid: 1, words: 'A', isContent: true },
      { mcid: 2, words: '\u1000\u103c', isContent: true },
      { mcid: 3, words: '', isContent: false },
    ]);
  });
});

describe('words in another language', () => {
  const languageOf = foreignWords(
    '<html lang="en"><p>On <b lang="zh-Hans">三兄弟联盟</b>, <i lang="it">Almeno 130 postazioni</i></p>',
  );

  it('are known by what the page says of them, whole or in part', () => {
    expect(languageOf('三兄弟联盟')).toBe('zh-Hans');
    expect(languageOf('兄弟 联')).toBe('zh-Hans');
    expect(languageOf('Almeno 130')).toBe('it');
  });

  it('are not guessed from a few Latin letters', () => {
    expect(languageOf('130')).toBeUndefined();
    expect(languageOf('On ')).toBeUndefined();
  });
});
