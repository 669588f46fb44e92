import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { FIGURE_IDS } from '../../src/figures/index.ts';
import { SECTION_IDS } from '../unit/kit/content.ts';
import { readBuilt } from './kit/dist.ts';

const oneSpace = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/** What Firefox’s reader mode makes of a page, and what the page has. */
function readerMode(file: string) {
  const [page, read] = [0, 1].map(() => parseHTML(readBuilt(file)).document as unknown as Document) as [
    Document,
    Document,
  ];
  const article = new Readability(read).parse();
  return { page, article, text: oneSpace(article?.textContent), content: article?.content ?? '' };
}

/** The texts of all elements that match. */
const textsOf = (page: Document, selector: string) =>
  [...page.querySelectorAll(selector)].map((element) => oneSpace(element.textContent)).filter(Boolean);

describe.each(['index.html', `s/${SECTION_IDS[6]}.html`, `figures/${FIGURE_IDS[0]}.html`])(
  'reader mode of %s',
  (file) => {
    const { page, article, text, content } = readerMode(file);

    it('has the title of the page', () => {
      expect(article?.title).not.toBe('');
      expect(page.title).toContain(article?.title);
    });

    it('keeps each finding, for each picture what it shows, and all tables', () => {
      const findings = textsOf(page, '.section__finding, .figure__finding');
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.filter((finding) => !text.includes(finding))).toEqual([]);
      expect(content.match(/<table\b/g)?.length ?? 0).toBe(page.querySelectorAll('main table').length);
    });

    it('keeps the text', () => {
      const paragraphs = textsOf(page, '.section > p');
      expect(paragraphs.filter((paragraph) => !text.includes(paragraph))).toEqual([]);
    });

    it('has no signs of links, no code, and no ways to other pages at its end', () => {
      expect(text).not.toMatch(/(?:^|\s)#(?:\s|$)|<iframe|BibTeX|CSL-JSON|@misc|TY {2}-/);
      expect(textsOf(page, '.beside').filter((words) => text.includes(words))).toEqual([]);
    });
  },
);
