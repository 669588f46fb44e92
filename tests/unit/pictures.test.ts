import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { setCard, type CardWords } from '../../src/build/pictures/card.ts';
import { cardPicture } from '../../src/build/pictures/draw-card.ts';
import {
  checkLetters,
  FACE_FILES,
  FAMILIES,
  measuresOf,
  readFaces,
  widthIn,
  type Face,
} from '../../src/build/pictures/faces.ts';
import { figurePicture } from '../../src/build/pictures/figure-picture.ts';
import { figureSlide, SMALLEST_ON_SLIDE } from '../../src/build/pictures/figure-slide.ts';
import { imprintOf } from '../../src/build/pictures/imprint.ts';
import { drawPng } from '../../src/build/pictures/png.ts';
import { readStyles } from '../../src/build/pictures/styles.ts';
import { drawSmall, figureModels } from '../../src/figures/index.ts';
import { CARD_SIZE } from '../../src/site/preview-cards.ts';
import { readLedger } from '../../src/data/load.ts';
import { tempFolder } from './kit/temp.ts';

const LIMIT = 60_000;

const root = process.cwd();
const { ledger } = readLedger(root);
const styles = readStyles(root);
const faces = readFaces(root);
const measures = measuresOf(faces);
const model = figureModels(ledger, 'handovers').at(-1)!;

/** The texts of a drawing, line for line, as they are set. */
function linesOf(svg: string): string[] {
  return [...svg.matchAll(/<tspan [^>]*>([^<]*)<\/tspan>/g)].map(([, line]) => line as string);
}

/** A text as SVG writes it. */
function written(text: string): string {
  return text.replaceAll('&', '&#38;');
}

describe('the committed faces', () => {
  it.each(FACE_FILES)('%s is small, under a name of its own', (file) => {
    expect(statSync(file).size).toBeLessThanOrEqual(LIMIT);
    const text = readFileSync(file, 'latin1').replaceAll('\0', '');
    expect(text).toContain(file.includes('sans') ? FAMILIES['sans-serif'] : FAMILIES.serif);
    expect(text).toContain('SIL Open Font License');
  });

  it.each(['sans', 'serif'])('%s has its licence beside it', (family) => {
    const licence = readFileSync(`src/fonts/${family}-OFL.txt`, 'utf8');
    expect(licence).toContain('Adobe');
    expect(licence).toContain('SIL OPEN FONT LICENSE Version 1.1');
  });

  it.each([
    ['sans', 400],
    ['sans', 600],
    ['serif', 400],
    ['serif', 600],
  ] as const)('%s %i has the widths that it is drawn with', (family, weight) => {
    const drawn = (text: string) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="20"><text y="15" font-size="20" font-weight="${weight}" font-family="${family === 'sans' ? FAMILIES['sans-serif'] : FAMILIES.serif}">${text}</text></svg>`;
      return new Resvg(svg, { font: { fontFiles: FACE_FILES, loadSystemFonts: false } }).getBBox()!.width;
    };
    const face = faces.get(`${family}-${weight}`) as Face;
    for (const letter of ['n', 'W', '8', 'ü'])
      expect(widthIn(face, letter.repeat(3), 20)).toBeCloseTo(drawn(letter.repeat(4)) - drawn(letter), 0);
  });

  it('have every letter of what is drawn', () => {
    expect(() =>
      checkLetters('<svg><title>Réunion &#38; “more” – 8</title></svg>', 'figures/a.png', faces),
    ).not.toThrow();
    expect(() => checkLetters('<svg><text>to → there</text></svg>', 'figures/a.png', faces)).toThrow(
      'figures/a.png: found "→" in "to → there", for which src/fonts/sans-400.ttf has no letter; expected letters that src/cli/make-fonts.ts names',
    );
  });

  it('are refused if one is missing, is none, or lacks a letter', () => {
    const folder = tempFolder();
    expect(() => readFaces(folder)).toThrow(
      `${FACE_FILES[0]}: found no such file; expected a TrueType face, as src/cli/make-fonts.ts makes it`,
    );
    mkdirSync(join(folder, 'src/fonts'), { recursive: true });
    writeFileSync(join(folder, FACE_FILES[0] as string), 'no face');
    expect(() => readFaces(folder)).toThrow(`${FACE_FILES[0]}: found something that cannot be read`);
    expect(() => widthIn(faces.get('serif-600') as Face, 'to 滚弄', 10)).toThrow(
      'src/fonts/serif-600.ttf: found no letter for "滚" in "to 滚弄"; expected every letter that pictures say',
    );
  });
});

describe('a figure that stands alone', () => {
  const imprint = imprintOf(ledger, model, 'https://explainer.example/');

  it.each([...ledger.figures.keys()])('%s says its finding, its caveat, its sources and its address, whole', (id) => {
    const one = figureModels(ledger, id).at(-1)!;
    const said = linesOf(figurePicture(one, imprintOf(ledger, one, 'https://explainer.example/'), styles)).join(' ');
    for (const text of [one.title, one.subtitle, one.notes[0]!, ...one.sources.map(({ publisher }) => publisher)])
      expect(said).toContain(written(text));
    expect(said).toContain(`https://explainer.example/figures/${id}.html`);
  });

  it('is cut to the frame of its picture, and keeps the thickness that a group gives its lines', () => {
    const faded = {
      ...model,
      marks: [{ kind: 'fade' as const, tone: 'alliance', d: 'M10 20h13', thickness: 11, opacity: 0.4, boxes: [] }],
    };
    const file = figurePicture(faded, imprint, styles);
    const [, id] = /<clipPath id="([^"]+)">/.exec(file)!;
    expect(file).toContain(`<g clip-path="url(#${id})"><g transform=`);
    expect(file).toMatch(/stroke-width="11"[^>]*>\s*<path d="M10 20h13" opacity="0.4"/);
  });

  it('names no address where the site has none', () => {
    expect(figurePicture(model, imprintOf(ledger, model, undefined), styles)).not.toContain('figures/handovers');
  });

  it('breaks an address that is longer than a line', () => {
    const long = `https://${'archive.'.repeat(20)}example/`;
    const lines = linesOf(figurePicture(model, imprintOf(ledger, model, long), styles));
    expect(lines.join('')).toContain(`${long}figures/handovers.html`);
    expect(lines).not.toContain(`${long}figures/handovers.html`);
  });

  it('is refused if it cannot be drawn', async () => {
    await expect(drawPng('<svg', 'figures/a.png', root, 1, {})).rejects.toThrow(
      /^figures\/a\.png: found a picture that cannot be drawn \(.*\); expected an SVG file$/,
    );
  });
});

describe('a figure on a slide', () => {
  /** Two pictures in one, which no slide has the height for: its letters are nine tenths of the size of the others. */
  const DENSE = 'taken-and-returned';

  it.each([...ledger.figures.keys()])('%s says whose it is in letters that the last row reads', (id) => {
    const models = figureModels(ledger, id);
    const imprint = imprintOf(ledger, models[0], 'https://explainer.example/');
    const svg = figureSlide(models, imprint, styles, measures);
    const said = linesOf(svg).join(' ');
    for (const text of [models[0].title, models[0].subtitle, `Data to ${imprint.asOf}.`, 'Sources: ', 'CC BY 4.0'])
      expect(said).toContain(written(text));
    expect(said.replaceAll(' ', '')).toContain(`explainer.example/figures/${id}.html`);
    const [words, chart] = [svg.replace(/<g clip.*<\/g>/s, ''), /<g clip.*<\/g>/s.exec(svg)![0]];
    const sizes = (of: string) => [...of.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    const scale = Number(/scale\(([\d.]+)\)/.exec(chart)![1]);
    expect(Math.min(...sizes(words))).toBeGreaterThanOrEqual(SMALLEST_ON_SLIDE);
    expect(Math.min(...sizes(chart)) * scale).toBeGreaterThanOrEqual(SMALLEST_ON_SLIDE * (id === DENSE ? 0.85 : 1));
  });
});

describe('a card', () => {
  const pictureOf = (id: string) => drawSmall(ledger, ledger.figures.get(id)!);
  const words: CardWords = {
    site: 'Title',
    part: 'Figure 7',
    finding: 'A short finding.',
    credit: { of: 'Sources', publishers: ['A & B'] },
    asOf: '1 May 2024',
    address: 'explainer.example',
  };
  const draw = (shown: CardWords, picture: Parameters<typeof setCard>[1]) =>
    cardPicture(setCard(shown, picture, styles, measures, CARD_SIZE), styles);
  const sizeOf = (svg: string) =>
    Number(/font-size="(\d+)" font-weight="600" fill="[^"]*"><tspan[^>]*>A/.exec(svg)?.[1]);

  it('sets a long finding smaller, and never shortens it', () => {
    const finding = `A finding ${'that goes on and on '.repeat(12)}to its end.`;
    const [short, long] = [draw(words, null), draw({ ...words, finding }, null)];
    expect(linesOf(long).join(' ')).toContain(finding);
    expect(sizeOf(long)).toBeLessThan(sizeOf(short));
  });

  it('refuses a finding that would be too small to read', () => {
    expect(() => draw({ ...words, finding: 'much too long '.repeat(200) }, null)).toThrow(
      /^cards: found "much too long .*expected a finding that fits its card$/,
    );
  });

  it('counts the publishers that it has no room to name', () => {
    const publishers = Array.from({ length: 30 }, (_, index) => `The Newsroom of Town ${index + 1}`);
    const said = linesOf(draw({ ...words, credit: { of: 'Sources', publishers } }, pictureOf('handovers'))).join(' ');
    const named = publishers.filter((name) => new RegExp(`${name}(?!\\d)`).test(said)).length;
    expect(named).toBeGreaterThan(0);
    expect(said).toContain(`and ${30 - named} more`);
  });

  it('shows the picture that a figure has for it, in words that are still read at a quarter of its size', () => {
    for (const id of ledger.figures.keys()) {
      const svg = draw(words, pictureOf(id));
      const [, scale] = /<g transform="translate\([^)]*\) scale\(([\d.]+)\)/.exec(svg)!;
      // The map is as high as a card.
      expect(Number(scale) * pictureOf(id).frame.text, id).toBeGreaterThanOrEqual(id === 'map' ? 25 : 26);
      expect(linesOf(svg).join(' ')).toContain('The whole picture and its key are at the address.');
    }
  });

  it('leaves its chart out where a long finding and a long address leave no room for it', () => {
    const finding = `A finding ${'that goes on and on '.repeat(22)}to its end.`;
    const svg = draw({ ...words, finding, address: `${'a'.repeat(52)}.example` }, pictureOf('crossings'));
    expect(svg).not.toContain('scale(');
    expect(linesOf(svg).join(' ')).toContain(finding);
  });

  it('gives a long finding the room of its chart, before setting it small', () => {
    const scaleOf = (finding: string) =>
      Number(/scale\(([\d.]+)\)/.exec(draw({ ...words, finding }, pictureOf('crossings')))![1]);
    expect(scaleOf(`A finding ${'that goes on and on '.repeat(10)}to its end.`)).toBeLessThan(
      scaleOf('A short finding.'),
    );
  });
});
