import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseFragment } from 'parse5';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { sourceWords } from '../../src/figures/shared/figure-tables.ts';
import { attributeOf, elementsOf, textContent } from '../../src/build/html-tree.ts';
import { figureFile, slideFile } from '../../src/site/addresses.ts';
import { formatDate } from '../../src/data/format.ts';
import { figureModels } from '../../src/figures/index.ts';
import { sharedPages } from '../../src/figures/all-works.ts';
import { MAX_CARD_DESCRIPTION, SLIDE_SIZE } from '../../src/site/preview-cards.ts';
import { readSiteUrl } from '../../src/build/settings.ts';
import { useBrowser } from './kit/browser.ts';
import { DIST, FILES, parseBuilt, readBuilt, ROOT } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';
import { elementsById, withTag, wordsOf } from './kit/words.ts';

/** What previews of links load at most, in bytes. */
const LIMIT = 200_000;
/** What a picture for a slide weighs at most, in bytes. */
const SLIDE_LIMIT = 250_000;
/** The light paper, without a hole. */
const PAPER = 0xfbfaf6ff;
/** Fewer colours than this are a sheet with nothing on it, or with flat shapes alone. */
const COLOURS = 30;

/** What the site was built for. */
const SITE = readSiteUrl(process.env);
const FIGURES = [...ledger.figures.keys()];
const WORKS = sharedPages(ledger, ROOT);
const SLIDES = WORKS.filter(({ kind }) => kind === 'section' || kind === 'figure');

const visit = useBrowser();

interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue and opacity of each point, from the upper left. */
  data: Buffer;
}

async function pixelsOf(file: string): Promise<Pixels> {
  const { data, info } = await sharp(join(DIST, file)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Whether a picture has more than a few colours. */
function isDrawn({ data }: Pixels): boolean {
  const found = new Set<number>();
  for (let at = 0; at < data.length && found.size <= COLOURS; at += 4) found.add(data.readUInt32BE(at));
  return found.size > COLOURS;
}

/** The first point nearer to an edge than this that is not paper. */
function markedInMargin({ data, width, height }: Pixels, margin: number): string | null {
  for (let y = 0; y < height; y += 1) {
    const isBand = y < margin || y >= height - margin;
    for (let x = 0; x < width; x += 1) {
      if (!isBand && x === margin) x = width - margin;
      if (data.readUInt32BE((y * width + x) * 4) !== PAPER) return `${x},${y}`;
    }
  }
  return null;
}

describe.each(FIGURES)('the files of %s', (id) => {
  const model = figureModels(ledger, id).at(-1)!;
  const svg = readBuilt(figureFile({ id }, 'svg'));
  const elements = [...elementsOf(parseFragment(svg))];

  it('hold an SVG file that opens as such, with all words inside it in the fonts of this machine', async () => {
    const seen = await visit(figureFile({ id }, 'svg'), {}, (page) =>
      page.evaluate(() => {
        const root = document.documentElement.getBoundingClientRect();
        const boxes = [...document.querySelectorAll('text')].map((text) => text.getBoundingClientRect());
        const outside = boxes.filter(
          (box) => box.left < root.left + 24 || box.right > root.right - 24 || box.bottom > root.bottom - 16,
        );
        return {
          root: document.documentElement.tagName,
          title: document.querySelector('title')?.textContent,
          broken: document.querySelector('parsererror') !== null,
          outside: outside.length,
        };
      }),
    );
    expect(seen).toEqual({ root: 'svg', title: model.title, broken: false, outside: 0 });
  });

  it('whose look hangs on no style sheet, no script and nothing outside it', () => {
    expect(svg.replace(`url(#figure-${id}-frame)`, '')).not.toMatch(/var\(|calc\(|<style|<script|href=|url\(/);
    expect(
      elements.flatMap(({ attrs }) => attrs).filter(({ name }) => /^(?:class|style|data-.*|on.*)$/.test(name)),
    ).toEqual([]);
    const colours = elements.flatMap((element) =>
      ['fill', 'stroke'].flatMap((name) => attributeOf(element, name) ?? []),
    );
    expect(colours.filter((colour) => !/^(?:#[0-9a-f]{3,6}|none)$/.test(colour))).toEqual([]);
  });

  it('that names and describes itself to who hears it, under names that no other figure has', () => {
    const parts = elements.flatMap((element) => {
      const name = attributeOf(element, 'id');
      return name === undefined ? [] : [[element.tagName, name, textContent(element)] as const];
    });
    expect(parts.map(([tag, name]) => [tag, name])).toEqual([
      ['title', `figure-${id}-title`],
      ['desc', `figure-${id}-desc`],
      ['clipPath', `figure-${id}-frame`],
    ]);
    expect(parts[0]![2]).toBe(model.title);
    for (const text of [model.alt, model.summary.replace(/\s+/g, ' ')])
      expect(parts[1]![2].replace(/\s+/g, ' ')).toContain(text);
    expect(['role', 'aria-labelledby', 'aria-describedby'].map((name) => attributeOf(elements[0]!, name))).toEqual([
      'img',
      `figure-${id}-title`,
      `figure-${id}-desc`,
    ]);
  });

  it('which says its finding, its sources, the day of its data, its licence and its address', () => {
    const said = elements
      .filter(({ tagName }) => tagName === 'text')
      .map(textContent)
      .join(' ')
      .replace(/\s+/g, ' ');
    for (const text of [
      model.title,
      sourceWords(model.sources),
      `Data as of ${formatDate(model.asOf)}.`,
      ledger.site.licence.name,
      ledger.site.version,
    ])
      expect(said).toContain(text);
    expect(said.includes(`figures/${id}.html`)).toBe(SITE !== undefined);
    if (SITE !== undefined) expect(said).toContain(`${SITE}figures/${id}.html`);
  });

  it('whose letters are never smaller than those of the page', () => {
    const sizes = elements.flatMap((element) => attributeOf(element, 'font-size') ?? []).map(Number);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
  });

  it('and whose picture for a slide tells programs what it is', () => {
    const bytes = readFileSync(join(DIST, figureFile({ id }, 'png')));
    expect(bytes.includes(Buffer.from(`iTXtTitle\0\0\0\0\0${model.title}`))).toBe(true);
    expect(bytes.includes(Buffer.from('iTXtCopyright'))).toBe(true);
  });
});

describe.skipIf(SITE === undefined)('the picture', () => {
  it.each(SLIDES)(
    'for a slide, $address, is of the size of a screen, light, and cuts nothing at its edges',
    async (work) => {
      const picture = await pixelsOf(slideFile(work));
      expect([picture.width, picture.height]).toEqual([SLIDE_SIZE.width, SLIDE_SIZE.height]);
      expect(statSync(join(DIST, slideFile(work))).size).toBeLessThan(SLIDE_LIMIT);
      expect(isDrawn(picture)).toBe(true);
      expect(markedInMargin(picture, 24)).toBeNull();
    },
  );

  it.each(SLIDES)('is named on $address, for a chat and for a slide, with words to paste', (work) => {
    const page = parseBuilt(work.address);
    const named = new Map(withTag(page, 'a').map((link) => [wordsOf(link), attributeOf(link, 'href')]));
    expect(named.get('Picture for a chat, 1200 × 630')).toBe(`../${work.card}`);
    expect(named.get('Picture for a slide, 1920 × 1080')).toBe(`../${slideFile(work)}`);
    const byId = elementsById(page);
    const words = ['picture-chat', 'picture-slide'].flatMap((id) => wordsOf(byId.get(id)) || []);
    expect(words).toHaveLength(work.kind === 'figure' ? 2 : 1);
    expect(words[0]).toBe(work.cardWords);
    expect(words.at(-1)).toContain(work.kind === 'figure' ? work.title : work.finding);
    for (const text of words) expect(text.length).toBeLessThanOrEqual(MAX_CARD_DESCRIPTION);
  });
});

describe.skipIf(SITE === undefined)('the card', () => {
  it.each(WORKS.map(({ card }) => card))(
    '%s is of the size of previews, light, and cuts nothing at its edges',
    async (card) => {
      const picture = await pixelsOf(card);
      expect([picture.width, picture.height]).toEqual([1200, 630]);
      expect(statSync(join(DIST, card)).size).toBeLessThan(LIMIT);
      expect(isDrawn(picture)).toBe(true);
      expect(markedInMargin(picture, 24)).toBeNull();
    },
  );

  it('is there for every work and nothing else', () => {
    expect(FILES.filter((file) => file.startsWith('cards/'))).toEqual(WORKS.map(({ card }) => card).sort());
  });
});
