import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { attributeOf } from '../../src/build/html-tree.ts';
import { pressFolds, useBrowser } from './kit/browser.ts';
import { elementsBuilt, PAGES } from './kit/dist.ts';

const WITH_CHARTS = ['index.html', 's/losses.html', 'figures/map.html', 'reading-copy.html', 'embed/map.html'];

const visit = useBrowser();

describe.each(WITH_CHARTS)('%s with drawings switched off', (file) => {
  it('has the finding and the table in their place, and no heap of words', async () => {
    const found = await visit(file, { javaScriptEnabled: false }, async (page) => {
      const drawn = await switchOffDrawings(page);
      await pressFolds(page);
      return { drawn, left: await wordsOfDrawings(page), figures: await figuresInWords(page) };
    });
    expect(found.drawn).toBeGreaterThan(0);
    expect(found.left).toEqual([]);
    expect(found.figures.length).toBeGreaterThan(0);
    // A frame is too small for a table; its page has it.
    const needed = file.startsWith('embed/') ? { finding: true } : { finding: true, rows: true };
    for (const figure of found.figures) expect(figure).toMatchObject(needed);
  });
});

it('has pictures that must be fetched on no page, and each image within one has words or is one of the words beside it', () => {
  const images = PAGES.flatMap((file) =>
    elementsBuilt(file)
      .filter(({ tagName }) => tagName === 'img')
      .map((image) => ({ file, src: attributeOf(image, 'src') ?? '', alt: attributeOf(image, 'alt') })),
  );
  expect(images.filter(({ src, alt }) => !src.startsWith('data:') || alt === undefined)).toEqual([]);
});

describe.each(['light', 'dark'] as const)('index.html in the %s colours that a reader has forced', (colorScheme) => {
  it('draws every mark and every word of a chart in a colour that is not the ground’s', async () => {
    const { drawn, lost } = await visit('index.html', { colorScheme, forcedColors: 'active' }, coloursOfCharts);
    expect(drawn).toBeGreaterThan(200);
    expect(lost).toEqual([]);
  });
});

/** How many marks and words are drawn, and those that cannot be told from the ground. */
function coloursOfCharts(page: Page): Promise<{ drawn: number; lost: string[] }> {
  return page.evaluate(() => {
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    const shown = [...document.querySelectorAll('.chart')].filter((chart) => chart.getClientRects().length > 0);
    const parts = shown
      .flatMap((chart) => [...chart.querySelectorAll('[data-row], text')])
      .filter((part) => part instanceof SVGGeometryElement || part instanceof SVGTextElement);
    const isSeen = (part: Element) => {
      const { fill, stroke, strokeWidth } = getComputedStyle(part);
      const isText = part instanceof SVGTextElement;
      return [fill, ...(isText || parseFloat(strokeWidth) === 0 ? [] : [stroke])].some(
        (colour) => colour !== 'none' && colour !== ground,
      );
    };
    return {
      drawn: parts.length,
      lost: parts
        .filter((part) => !isSeen(part))
        .map((part) => `${part.parentElement?.getAttribute('class')}: ${part.outerHTML.slice(0, 80)}`)
        .slice(0, 10),
    };
  });
}

/** Does to drawings what a browser does that knows none: their elements mean nothing to it, and their attributes say nothing. */
async function switchOffDrawings(page: Page): Promise<number> {
  return page.evaluate(() => {
    const unknown = (element: Element): Element => {
      const copy = document.createElementNS('urn:unknown', element.localName);
      for (const { name, value } of element.attributes) copy.setAttribute(name, value);
      for (const child of element.childNodes)
        copy.append(child instanceof Element ? unknown(child) : child.cloneNode());
      return copy;
    };
    const drawings = [...document.querySelectorAll('svg')].filter((svg) => !svg.parentElement?.closest('svg'));
    for (const drawing of drawings) drawing.replaceWith(unknown(drawing));
    return drawings.length;
  });
}

/** What can be seen of the words inside drawings. */
async function wordsOfDrawings(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(
        (element) =>
          element.namespaceURI === 'urn:unknown' &&
          [...element.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.nodeValue?.trim()),
      )
      .filter((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return [...range.getClientRects()].some(({ width, height }) => width > 0 && height > 0);
      })
      .map((element) => (element.textContent ?? '').slice(0, 40)),
  );
}

/** Whether each figure says its finding and shows the rows of its table, or leads to one that has them. */
async function figuresInWords(page: Page): Promise<{ id: string; finding: boolean; rows: boolean }[]> {
  return page.evaluate(() => {
    const isShown = (element: Element | null | undefined) => !!element && element.getBoundingClientRect().height > 0;
    return [...document.querySelectorAll('figure')]
      .filter((figure) => figure.querySelector('.figure__picture'))
      .map((figure) => ({
        id: figure.id,
        finding: isShown(figure.querySelector('.figure__finding')),
        rows: isShown(
          [...figure.querySelectorAll('tbody tr[id]')].at(-1) ?? figure.querySelector('.figure__numbers a[href^="#"]'),
        ),
      }));
  });
}
