import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { create } from 'fontkitten';
import { copyrightOf, renameFace } from './font-names.ts';

/**
 * Makes src/fonts from the faces that npm packages ship, for pictures and for printed forms. Run by hand, never by the build: what
 * draws pictures reads only TrueType, which the packages do not hold, and so they are no dependency of the site. They may lie in
 * any folder, which is given as the argument:
 *
 *   mkdir /tmp/faces && cd /tmp/faces && echo '{}' > package.json
 *   npm install --no-save subset-font@2.9.0 @fontsource/source-serif-4@5.3.1 @fontsource/source-sans-3@5.3.1 \
 *     @fontsource/noto-sans-myanmar@5.3.0 @fontsource/noto-sans-sc@5.3.0 @fontsource/dejavu-sans@5.3.0
 *   cd - && node src/cli/make-fonts.ts /tmp/faces
 *
 * A face with fewer letters is a changed one, and the licence keeps the name “Source” for unchanged ones; hence other names.
 */
const packages = createRequire(join(resolve(process.argv[2] ?? '.'), 'package.json'));
const subset = packages('subset-font') as (
  face: Buffer,
  text: string,
  options: { targetFormat: 'truetype' },
) => Promise<Buffer>;

/** The letters of western Europe, and the punctuation of set text. */
const LATIN = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0xff),
  ...range(0x2010, 0x2026),
  0x2032,
  0x2033,
  0x2039,
  0x203a,
  0x20ac,
  0x2122,
  0x2212,
]
  .map((code) => String.fromCodePoint(code))
  .join('');

/** A script in which the explainer prints little gets only the letters that its content has. */
const USED = charactersIn('content');
const CYRILLIC = only(/\p{Script=Cyrillic}/u);
const HAN = only(/\p{Script=Han}/u);
/** Burmese is shaped from parts, so a new word needs no new letters: all of the language, and nothing of others in its script. */
const BURMESE = [
  ...range(0x1000, 0x1021),
  ...range(0x1023, 0x1027),
  ...range(0x1029, 0x1032),
  ...range(0x1036, 0x104f),
  0x20,
  0x200b,
  0x200c,
  0x200d,
  0x25cc,
]
  .map((code) => String.fromCodePoint(code))
  .join('');

/** Families by the beginning of their file names: their package, its part, their name and letters. */
const FAMILIES = {
  serif: { from: 'source-serif-4', part: 'latin', name: 'Explainer Serif', letters: LATIN },
  sans: { from: 'source-sans-3', part: 'latin', name: 'Explainer Sans', letters: LATIN },
  cyrillic: { from: 'source-sans-3', part: 'cyrillic', name: 'Explainer Cyrillic', letters: CYRILLIC },
  myanmar: { from: 'noto-sans-myanmar', part: 'myanmar', name: 'Explainer Myanmar', letters: BURMESE },
  han: { from: 'noto-sans-sc', part: 'chinese-simplified', name: 'Explainer Han', letters: HAN },
} as const;

/** The faces by family, weight and slope. */
const FACES = [
  ['serif', '400', 'normal'],
  ['serif', '400', 'italic'],
  ['serif', '600', 'normal'],
  ['sans', '400', 'normal'],
  ['sans', '400', 'italic'],
  ['sans', '600', 'normal'],
  ['sans', '700', 'normal'],
  ['cyrillic', '400', 'normal'],
  ['myanmar', '400', 'normal'],
  ['han', '400', 'normal'],
] as const;

const LICENCE = 'This font is licensed under the SIL Open Font License, Version 1.1: https://openfontlicense.org';

for (const [kind, weight, slope] of FACES) {
  const { from, part, name, letters } = FAMILIES[kind];
  const face = readFileSync(packages.resolve(`@fontsource/${from}/files/${from}-${part}-${weight}-${slope}.woff2`));
  const small = await subset(face, letters, { targetFormat: 'truetype' });
  const style = slope === 'italic' ? `${weight} Italic` : weight;
  const copyright = copyrightOf(small);
  const ready = renameFace(small, {
    0: copyright,
    1: name,
    2: slope === 'italic' ? 'Italic' : 'Regular',
    4: `${name} ${style}`,
    6: `${name} ${style}`.replaceAll(' ', '-'),
    13: LICENCE,
  });
  const file = `src/fonts/${kind}-${weight}${slope === 'italic' ? '-italic' : ''}.ttf`;
  writeFileSync(file, ready);
  console.log(`${file}: ${ready.length} bytes`);
  writeFileSync(`src/fonts/${kind}-OFL.txt`, licenceOf(from, name, copyright));
}

writeWidths();

/** Writes the widths of the characters of labels, for charts: in thousandths of an em, by face. */
function writeWidths(): void {
  const files = {
    'dejavu-sans-400': packages.resolve('@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff2'),
    'dejavu-sans-700': packages.resolve('@fontsource/dejavu-sans/files/dejavu-sans-latin-700-normal.woff2'),
    'sans-400': 'src/fonts/sans-400.ttf',
    'sans-600': 'src/fonts/sans-600.ttf',
  };
  const letters = [...range(0x20, 0x7e).map((code) => String.fromCodePoint(code)), ...'–—−’‘“”…×·→'];
  const widths = Object.entries(files).map(([name, file]) => {
    const face = create(readFileSync(file));
    if (face.isCollection) throw new Error(`${file} holds several faces`);
    const entries = letters.flatMap((letter): [string, number][] => {
      const { id, advanceWidth } = face.glyphForCodePoint(letter.codePointAt(0) as number);
      return id === 0 ? [] : [[letter, Math.round((advanceWidth * 1000) / face.unitsPerEm)]];
    });
    return `"${name}":${JSON.stringify(Object.fromEntries(entries))}`;
  });
  writeFileSync('src/charts/text-widths.json', `{\n${widths.join(',\n')}\n}\n`);
}

/** Returns the licence of the package, under the line of those who hold the copyright. */
function licenceOf(family: string, name: string, copyright: string): string {
  const text = readFileSync(join(dirname(packages.resolve(`@fontsource/${family}/package.json`)), 'LICENSE'), 'utf8');
  return `${copyright}\n\n${name} is a part of that face under another name; src/cli/make-fonts.ts makes it.\n${text.slice(text.indexOf('\n'))}`;
}

/** Lists every character of the files under a folder, sorted. */
function charactersIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return [...new Set(files.flatMap((entry) => [...readFileSync(join(entry.parentPath, entry.name), 'utf8')]))].sort();
}

/** Returns those characters of the content that are of one script. */
function only(script: RegExp): string {
  return USED.filter((letter) => script.test(letter)).join('');
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
