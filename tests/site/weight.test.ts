import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { attributeOf, elementsOf, textContent } from '../../src/build/html-tree.ts';
import { isProgram } from '../../src/build/passes/content-policy.ts';
import { INDEX_FILE } from '../../src/client/search-entry.ts';
import { NUMBERS_PAGE } from '../../src/site/addresses.ts';
import { EXPLAINER_TEXT } from '../../src/site/editions.ts';
import { SECTION_IDS } from '../unit/kit/content.ts';
import { COPIES, DIST, EMBEDS, PAGES, parseBuilt, readBuilt } from './kit/dist.ts';

/** What a reader on a slow, costly line is asked to load. */
const BROTLI_LIMIT = 120_000;
/** Pages keep the quotes and end tags of their elements, which gzip, unlike brotli, does not pack away: 1.6 kB. */
const GZIP_LIMIT = 155_500;
const SCRIPT_LIMIT = 7_000;
/** On pages without figures, what each kind uses. */
const SCRIPT_LIMITS: [pages: RegExp, limit: number][] = [
  [/^(?:index|reading-copy)\.html$|^(?:s|figures)\//, SCRIPT_LIMIT],
  [/^timeline\.html$|^then\//, 2_000],
  [/^404\.html$/, 3_700],
  // With the search program.
  [/^search\.html$/, 25_000],
  [/./, 500],
];

/** A section by itself, with its record; those that hold most of the figures, each with its table, take more. */
const SECTION_LIMIT = 30_000;
const SECTION_LIMITS: Partial<Record<string, number>> = {
  campaign: 50_000,
  glance: 34_000,
  losses: 48_000,
  civilians: 39_500,
};

/** What plain texts may weigh: the whole for a line of 2G, and a section with its record. */
const TEXT_LIMIT = 25_000;
const SECTION_TEXT_LIMIT = 15_000;

/** Every number of the text, with what can be printed of it. */
const NUMBERS_LIMIT = 60_000;

/** What the field of the search loads. */
const INDEX_LIMIT = 90_000;

/** What a figure in a frame adds to somebody else’s page. */
const FRAME_LIMIT = 20_000;

/** What fits into the first round trip of a connection: ten packets. */
const FIRST_TRIP = 14_000;

const html = readBuilt('index.html');
const brotli = withBrotli(html);
const gzip = gzipSync(html, { level: 9 });

it(`weighs at most ${BROTLI_LIMIT} bytes with brotli`, () => {
  console.log(
    `index.html: ${brotli.length} bytes with brotli, ${gzip.length} with gzip, ${Buffer.byteLength(html)} without`,
  );
  expect(brotli.length).toBeLessThanOrEqual(BROTLI_LIMIT);
});

it(`asks for at most ${NUMBERS_LIMIT} bytes for the page of numbers`, () => {
  expect(withBrotli(readBuilt(NUMBERS_PAGE)).length).toBeLessThanOrEqual(NUMBERS_LIMIT);
});

it(`weighs at most ${GZIP_LIMIT} bytes with gzip`, () => {
  expect(gzip.length).toBeLessThanOrEqual(GZIP_LIMIT);
});

it(`has given the answer within the first ${FIRST_TRIP} bytes that arrive`, () => {
  const end = endOfAnswer();
  const fromBrotli = brotliDecompressSync(brotli.subarray(0, FIRST_TRIP), {
    finishFlush: constants.BROTLI_OPERATION_FLUSH,
  });
  const fromGzip = gunzipSync(gzip.subarray(0, FIRST_TRIP), { finishFlush: constants.Z_SYNC_FLUSH });
  expect(fromBrotli.length).toBeGreaterThanOrEqual(end);
  expect(fromGzip.length).toBeGreaterThanOrEqual(end);
});

it('has on each page only the scripts that it uses', () => {
  const heavy = PAGES.flatMap((file) => {
    const elements = [...elementsOf(parseBuilt(file))];
    const bytes = Buffer.byteLength(elements.filter(isProgram).map(textContent).join(''));
    const hasFigure = elements.some((element) => attributeOf(element, 'class') === 'figure__picture');
    const [, kind = 0] = SCRIPT_LIMITS.find(([pages]) => pages.test(file)) ?? [];
    const limit = /^s\//.test(file) && !hasFigure ? SCRIPT_LIMIT / 2 : kind;
    return bytes > limit ? [`${file}: ${bytes} bytes, at most ${limit}`] : [];
  });
  expect(heavy).toEqual([]);
});

it.each(SECTION_IDS.map((id) => ({ file: `s/${id}.html`, limit: SECTION_LIMITS[id] ?? SECTION_LIMIT })))(
  '$file weighs at most $limit bytes with brotli',
  ({ file, limit }) => {
    expect(weightOf(file)).toBeLessThanOrEqual(limit);
  },
);

it.each([
  { file: EXPLAINER_TEXT, limit: TEXT_LIMIT },
  { file: INDEX_FILE, limit: INDEX_LIMIT },
  ...SECTION_IDS.map((id) => ({ file: `s/${id}.txt`, limit: SECTION_TEXT_LIMIT })),
])('$file weighs at most $limit bytes with brotli', ({ file, limit }) => {
  expect(weightOf(file)).toBeLessThanOrEqual(limit);
});

it.each(EMBEDS)(`%s weighs at most ${FRAME_LIMIT} bytes with brotli`, (file) => {
  expect(weightOf(file)).toBeLessThanOrEqual(FRAME_LIMIT);
});

/** Says and returns how many bytes a file takes with brotli: those of its packed copy, which the site should have. */
function weightOf(file: string): number {
  const copy = `${file}.br`;
  const { length } = COPIES.includes(copy) ? readFileSync(join(DIST, copy)) : withBrotli(readBuilt(file));
  console.log(`${file}: ${length} bytes with brotli`);
  return length;
}

function withBrotli(text: string): Buffer {
  return brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text) },
  });
}

/** How many bytes of the page a browser needs to have name, answer, lead picture and key numbers. */
function endOfAnswer(): number {
  const elements = [...elementsOf(parseBuilt('index.html'))];
  const ends = ['opening__answer', 'keys', 'figure__picture'].map((name) => {
    const end = elements.find((element) => attributeOf(element, 'class') === name)?.sourceCodeLocation?.endOffset;
    expect(end, name).toBeDefined();
    return end ?? 0;
  });
  return Buffer.byteLength(html.slice(0, Math.max(...ends)));
}
