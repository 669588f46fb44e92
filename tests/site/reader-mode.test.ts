import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { figureModels } from '../../src/figures/index.ts';
import { sectionNames } from '../../src/site/mentions.ts';
import { readBuilt, ROOT } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';

const [map] = figureModels(ledger, 'map');
const china = sectionNames(ROOT).find(({ id }) => id === 'china');

const oneSpace = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const parse = (html: string) => parseHTML(html).document as unknown as Document;
const textsOf = (page: Document, selector: string) =>
  [...page.querySelectorAll(selector)].map((element) => oneSpace(element.textContent)).filter(Boolean);

describe.each([
  { file: 'index.html', title: ledger.site.title },
  { file: 's/china.html', title: china?.title },
  { file: 'figures/map.html', title: `Figure ${map?.number}: ${map?.title}` },
])('reader mode of $file', ({ file, title }) => {
  const page = parse(readBuilt(file));
  // The library takes the page apart.
  const article = new Readability(parse(readBuilt(file))).parse();
  const text = oneSpace(article?.textContent);

  it('has the title of the page', () => {
    expect(article?.title).toBe(title);
  });

  it('keeps the text, each finding, and for each picture what it shows', () => {
    const wanted = textsOf(page, '.opening__answer, .section__finding, .section > p, .figure__finding');
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((words) => !text.includes(words))).toEqual([]);
  });

  it('keeps each table, to its last row', () => {
    const kept = textsOf(parse(`<body>${article?.content}</body>`), 'table tr');
    const last = textsOf(page, 'main tbody:last-of-type > tr:last-child');
    expect(last.length).toBeGreaterThan(0);
    expect(last.filter((row) => !kept.includes(row))).toEqual([]);
  });

  it('has no signs of links, no code, and no ways to other pages', () => {
    expect(text).not.toMatch(/(?:^|\s)#(?:\s|$)|<iframe|BibTeX|CSL-JSON|TY {2}-/);
    expect(textsOf(page, '.beside, .contents').filter((words) => text.includes(words))).toEqual([]);
  });
});
