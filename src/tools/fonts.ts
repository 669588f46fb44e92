import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { copyrightOf, renamed } from './font-names.ts';

/**
 * Makes src/fonts from the faces that npm packages ship. Run by hand, never by the build: what draws pictures reads only
 * TrueType, which the packages do not hold, and so they are no dependency of the site. They may lie in any folder, which is
 * given as the argument:
 *
 *   mkdir /tmp/faces && cd /tmp/faces
 *   npm install --no-save subset-font@2.9.0 @fontsource/source-serif-4@5.3.1 @fontsource/source-sans-3@5.3.1
 *   cd - && node src/tools/fonts.ts /tmp/faces
 *
 * A face with fewer letters is a changed one, and the licence keeps the name “Source” for unchanged ones; hence other names.
 */
const packages = createRequire(join(resolve(process.argv[2] ?? '.'), 'package.json'));
const subset = packages('subset-font') as (face: Buffer, text: string, options: { targetFormat: 'truetype' }) => Promise<Buffer>;

const FAMILIES = { sans: { from: 'source-sans-3', name: 'Explainer Sans' }, serif: { from: 'source-serif-4', name: 'Explainer Serif' } } as const;

/** The faces that pictures use, by family, weight and slope. */
const FACES = [
  ['sans', '400', 'normal'],
  ['sans', '400', 'italic'],
  ['sans', '600', 'normal'],
  ['sans', '700', 'normal'],
  ['serif', '400', 'normal'],
  ['serif', '600', 'normal'],
] as const;

/** Basic Latin, the letters of western Europe, and the punctuation of set text. */
const CHARACTERS = [...range(0x20, 0x7e), ...range(0xa0, 0xff), ...range(0x2010, 0x2026), 0x2032, 0x2033, 0x2039, 0x203a, 0x20ac, 0x2122, 0x2212].map((code) => String.fromCodePoint(code)).join('');

const LICENCE = 'This font is licensed under the SIL Open Font License, Version 1.1: https://openfontlicense.org';

for (const [kind, weight, slope] of FACES) {
  const { from, name } = FAMILIES[kind];
  const face = readFileSync(packages.resolve(`@fontsource/${from}/files/${from}-latin-${weight}-${slope}.woff2`));
  const small = await subset(face, CHARACTERS, { targetFormat: 'truetype' });
  const style = slope === 'italic' ? `${weight} Italic` : weight;
  const copyright = copyrightOf(small);
  const ready = renamed(small, { 0: copyright, 1: name, 2: slope === 'italic' ? 'Italic' : 'Regular', 4: `${name} ${style}`, 6: `${name} ${style}`.replaceAll(' ', '-'), 13: LICENCE });
  const file = `src/fonts/${kind}-${weight}${slope === 'italic' ? '-italic' : ''}.ttf`;
  writeFileSync(file, ready);
  console.log(`${file}: ${ready.length} bytes`);
  writeFileSync(`src/fonts/${kind}-OFL.txt`, licenceOf(from, name, copyright));
}

/** The licence as the package has it, under the line of those who hold the copyright. */
function licenceOf(family: string, name: string, copyright: string): string {
  const text = readFileSync(join(dirname(packages.resolve(`@fontsource/${family}/package.json`)), 'LICENSE'), 'utf8');
  return `${copyright}\n\n${name} is a part of that face under another name; src/tools/fonts.ts makes it.\n${text.slice(text.indexOf('\n'))}`;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
