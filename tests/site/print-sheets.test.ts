import { describe, expect, it } from 'vitest';
import { figurePages } from '../../src/figures/all-works.ts';
import { useBrowser } from './kit/browser.ts';
import { canonicalOf, IS_WHOLE } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';
import { pagesOf, printed, scan } from './kit/print.ts';

const figures = figurePages(ledger);
const visit = useBrowser();

describe.each(ledger.sectionIds)('the section %s', (id) => {
  it.each(IS_WHOLE ? (['Letter', 'A4'] as const) : (['Letter'] as const))(
    'tells its story on one sheet of %s, in letters of 9 points and more, with its pictures, what is not known and a code, and the record on another',
    async (paper) => {
      const file = `s/${id}.html`;
      const sheet = await visit(file, {}, async (page) => {
        await page.emulateMedia({ media: 'print' });
        const small = await page.$eval('.sheet', (sheet) => {
          const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
          const found: string[] = [];
          while (texts.nextNode()) {
            const around = texts.currentNode.parentElement!;
            const text = texts.currentNode.textContent!.trim();
            if (text === '' || around.closest('svg, .notes, .ref, .visually-hidden') || !around.checkVisibility())
              continue;
            if (Number.parseFloat(getComputedStyle(around).fontSize) < 11.99) found.push(text.slice(0, 60));
          }
          return found;
        });
        const smallest = await page.$$eval('.sheet .chart', (charts) =>
          charts
            .filter((chart) => chart.checkVisibility())
            .map((chart) => {
              const scale = chart.getBoundingClientRect().width / (chart as SVGSVGElement).viewBox.baseVal.width;
              const sizes = [...chart.querySelectorAll('text')].map((text) =>
                parseFloat(getComputedStyle(text).fontSize),
              );
              return Math.min(...sizes) * scale * 0.75;
            }),
        );
        const finding = await page.$eval('.section__finding', (one) => one.textContent.trim());
        return { small, smallest, finding, pdf: await printed(page, paper) };
      });
      expect(sheet.small).toEqual([]);
      expect(sheet.smallest.filter((points) => points < 5.8)).toEqual([]);
      const pages = await pagesOf(sheet.pdf);
      const record = pages.findIndex(({ text }) => /The record(?!,)/.test(text));
      expect(record, 'pages before the record').toBe(2);
      const story = pages
        .slice(0, record)
        .map(({ text }) => text)
        .join(' ')
        .replace(/\s+/g, '');
      const drawn = [...ledger.figures.values()].filter(({ section }) => section === id);
      const own = figures.filter((figure) => drawn.some((one) => one.id === figure.id));
      for (const words of [sheet.finding, ...own.map(({ title }) => title)])
        expect(story).toContain(words.replace(/\s+/g, ''));
      expect(await scan(sheet.pdf, 1)).toBe(canonicalOf(file));
    },
  );
});

describe('the claims of the first report', () => {
  it.each(IS_WHOLE ? (['Letter', 'A4'] as const) : (['Letter'] as const))(
    'stand with our verdicts on one sheet of %s, both sides, and their evidence on others',
    async (paper) => {
      const pages = await pagesOf(await visit('claims.html', {}, (page) => printed(page, paper)));
      const plain = (text: string) => text.replace(/\s+/g, '');
      const evidence = pages.findIndex(({ text }) => text.includes('The evidence for each claim'));
      expect(evidence).toBe(2);
      const sheet = plain(
        pages
          .slice(0, evidence)
          .flatMap(({ text }) => text)
          .join(' '),
      );
      for (const { claim, verdict_reason: reason } of ledger.claims.values())
        for (const words of [claim, reason]) expect(sheet).toContain(plain(words));
      const others = plain(
        pages
          .slice(evidence)
          .flatMap(({ text }) => text)
          .join(' '),
      );
      expect(others).toContain(plain([...ledger.claims.values()][0]!.evidence_since ?? '').slice(0, 40));
    },
  );
});
