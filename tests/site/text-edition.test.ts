import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  attributeOf,
  childrenOf,
  elementsOf,
  parsePage,
  textContent,
  type HtmlElement,
} from '../../src/build/html-tree.ts';
import { readAloud } from '../../src/build/passes/speech-text.ts';
import { figurePages } from '../../src/figures/citable-figures.ts';
import { formatFileSize } from '../../src/data/format.ts';
import { textAddress, TEXT_PAGE } from '../../src/site/editions.ts';
import { SECTION_IDS } from '../unit/kit/content.ts';
import { parseBuilt, readBuilt } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';

/** The most that the whole, and a section, may weigh with brotli. */
const LIMITS = { whole: 40_000, section: 8_100, losses: 8_600 };

const pages = [
  { file: TEXT_PAGE, limit: LIMITS.whole },
  ...SECTION_IDS.map((id) => ({ file: textAddress({ id }), limit: id === 'losses' ? LIMITS.losses : LIMITS.section })),
];
const weigh = (file: string) => brotliCompressSync(readBuilt(file)).length;

/** Words without the marks of notes, and without spaces, which pages set differently. */
const letters = (text: string) =>
  readAloud(text)
    .replace(/\[\d+\]/g, '')
    .replace(/\s+/g, '');

/** A text without the numbers of its notes. */
const withoutRefs = (node: HtmlElement): string =>
  childrenOf(node)
    .map((child) =>
      'value' in child
        ? child.value
        : 'tagName' in child && attributeOf(child, 'class') !== 'ref'
          ? withoutRefs(child)
          : '',
    )
    .join('');

const byId = (file: string, id: string) =>
  [...elementsOf(parseBuilt(file))].find((element) => attributeOf(element, 'id') === id)!;

it.each(pages)(`$file weighs at most $limit bytes with brotli`, ({ file, limit }) => {
  console.log(`${file}: ${weigh(file)} bytes with brotli, ${Buffer.byteLength(readBuilt(file))} without`);
  expect(weigh(file)).toBeLessThanOrEqual(limit);
});

it.each(pages)('$file is words alone: no picture, no script, nothing folded away or hidden', ({ file }) => {
  const tags = new Set([...elementsOf(parseBuilt(file))].map(({ tagName }) => tagName));
  expect(
    [...tags].filter((tag) => ['svg', 'img', 'script', 'details', 'canvas', 'iframe', 'button', 'input'].includes(tag)),
  ).toEqual([]);
  expect([...elementsOf(parseBuilt(file))].filter((element) => attributeOf(element, 'hidden') !== undefined)).toEqual(
    [],
  );
});

describe.each(SECTION_IDS.map((id) => ({ id })))('the section $id in words', ({ id }) => {
  const told = letters(textContent(byId(textAddress({ id }), id)));

  it('says every paragraph and every open question of the section on the explainer', () => {
    const section = byId('index.html', id);
    const blocks = [...elementsOf(section)].filter(
      (element) => (element.tagName === 'p' || element.tagName === 'li') && element.parentNode === section,
    );
    const questions = [...elementsOf(section)]
      .filter((element) => attributeOf(element, 'class') === 'unknowns')
      .flatMap((one) => [...elementsOf(one)].filter(({ tagName }) => tagName === 'li'));
    expect(blocks.length).toBeGreaterThan(0);
    expect(
      [...blocks, ...questions].map((one) => letters(withoutRefs(one))).filter((words) => !told.includes(words)),
    ).toEqual([]);
  });

  it('stands in the whole text, word for word', () => {
    expect(letters(textContent(byId(TEXT_PAGE, id)))).toBe(told);
  });
});

it('says of every figure the finding, the caveats and every row', () => {
  const whole = letters(textContent(parseBuilt(TEXT_PAGE)));
  for (const { id, title, finding, caveat } of figurePages(ledger)) {
    for (const words of [title, finding, caveat ?? '']) expect(whole, id).toContain(letters(words));
    const rows = [...elementsOf(byId('index.html', id))]
      .filter(({ tagName }) => tagName === 'tr')
      .filter((row) => attributeOf(row, 'id') !== undefined);
    expect(rows.length, id).toBeGreaterThan(0);
    const firstTwo = rows.map((row) =>
      childrenOf(row)
        .filter((cell) => 'tagName' in cell)
        .slice(0, 2)
        .map((cell) => letters(textContent(cell)))
        .join(''),
    );
    expect(
      firstTwo.filter((words) => !whole.includes(words)),
      id,
    ).toEqual([]);
  }
});

it('says of every claim of the wire report the verdict and what is known since', () => {
  const whole = letters(textContent(parseBuilt(TEXT_PAGE)));
  expect(
    [...ledger.claims.values()]
      .flatMap(({ claim, verdict_reason: reason }) => [claim, reason])
      .filter((words) => !whole.includes(letters(words))),
  ).toEqual([]);
});

it('is led to within the first kilobyte of the explainer’s words, with what it weighs', () => {
  const main = byId('index.html', 'main');
  const beginning = Buffer.from(textContent(main).replace(/\s+/g, ' ')).subarray(0, 1_000).toString();
  expect(beginning).toContain(`Text edition, ${formatFileSize(weigh(TEXT_PAGE))}`);
  expect([...elementsOf(main)].some((element) => attributeOf(element, 'href') === TEXT_PAGE)).toBe(true);
});

it('is led to from the page of each section', () => {
  for (const id of SECTION_IDS)
    expect(
      [...elementsOf(parsePage(readBuilt(`s/${id}.html`)))].some(
        (element) => attributeOf(element, 'href') === `../${textAddress({ id })}`,
      ),
      id,
    ).toBe(true);
});
