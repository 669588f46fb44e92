import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { elementsOf } from '../../src/build/html-tree.ts';
import { drawn, useBrowser } from './kit/browser.ts';
import { parseBuilt, readBuilt } from './kit/dist.ts';

/** Screens on which the explainer is measured, in CSS pixels, with what each may show. */
const SCREENS = [
  {
    name: 'a desk',
    viewport: { width: 1440, height: 900 },
    pictureTop: 480,
    pictureFoot: 900,
    height: 26_000,
    underPicture: 120,
  },
  {
    name: 'a phone',
    viewport: { width: 390, height: 844 },
    pictureTop: 700,
    pictureFoot: 2 * 844,
    height: 48_000,
    underPicture: 170,
  },
] as const;

const MAX_WORDS = 9_000;
/** Links that look like links; numbers, each of which leads to its entry, do not until they are pointed at. */
const MAX_LINKS = 350;
const MAX_NUMBER_LINKS = 70;
const MAX_TYPE_SIZES = 8;
const MAX_BETWEEN_PICTURES = 2_400;
const MAX_TITLE_WORDS = 15;
const MAX_ELEMENTS = 6_500;
const MAX_BYTES = 480_000;

const visit = useBrowser();

describe.each(SCREENS)('the explainer on $name', ({ viewport, pictureTop, pictureFoot, height, underPicture }) => {
  it('shows the answer first, is calm at rest, and ends within its length', async () => {
    const found = await visit('index.html', { viewport }, async (page) => {
      await drawn(page);
      return measure(page);
    });
    console.log(`index.html at ${viewport.width} px: ${JSON.stringify(found)}`);
    const { lead } = found;
    expect.soft(lead.top, 'top of the lead picture').toBeLessThanOrEqual(pictureTop);
    expect.soft(lead.foot, 'foot of the lead picture').toBeLessThanOrEqual(pictureFoot);
    expect.soft(found.height, 'height of the page').toBeLessThanOrEqual(height);
    expect.soft(found.underPicture, 'from a picture’s foot to its figure’s end').toBeLessThanOrEqual(underPicture);
    expect.soft(found.words, 'words at rest').toBeLessThanOrEqual(MAX_WORDS);
    expect.soft(found.links, 'links at rest').toBeLessThanOrEqual(MAX_LINKS);
    expect.soft(found.numberLinks, 'numbers that are links').toBeLessThanOrEqual(MAX_NUMBER_LINKS);
    expect
      .soft(found.typeSizes.length, `sizes of type: ${found.typeSizes.join(', ')}`)
      .toBeLessThanOrEqual(MAX_TYPE_SIZES);
    if (viewport.width > 1000)
      expect.soft(found.betweenPictures, 'from one picture to the next').toBeLessThanOrEqual(MAX_BETWEEN_PICTURES);
  });
});

it(`has at most ${MAX_ELEMENTS} elements and ${MAX_BYTES} bytes`, () => {
  expect.soft([...elementsOf(parseBuilt('index.html'))].length, 'elements').toBeLessThanOrEqual(MAX_ELEMENTS);
  expect.soft(Buffer.byteLength(readBuilt('index.html')), 'bytes').toBeLessThanOrEqual(MAX_BYTES);
});

it(`has no title of a figure with more than ${MAX_TITLE_WORDS} words`, async () => {
  const titles = await visit('index.html', {}, (page) =>
    page.$$eval('.figure__title', (all) =>
      all.map((title) => title.lastChild?.textContent?.trim().replaceAll(/\s+/g, ' ') ?? ''),
    ),
  );
  expect(titles.length).toBeGreaterThan(0);
  expect(titles.filter((title) => title.split(' ').length > MAX_TITLE_WORDS)).toEqual([]);
});

/** Measures what a reader sees of the explainer before pressing anything, in pixels of the page and in counts. */
function measure(page: Page) {
  return page.evaluate(() => {
    const box = (element: Element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { top: Math.round(top + scrollY), foot: Math.round(bottom + scrollY) };
    };
    const isSeen = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const isNumber = (link: Element) => {
      const [own, around] = [link, link.parentElement!].map((element) => getComputedStyle(element));
      return link.matches('.num') && own!.textDecorationLine === 'none' && own!.color === around!.color;
    };
    const pictures = [...document.querySelectorAll('main figure svg')].filter(
      (svg) => isSeen(svg) && svg.getBoundingClientRect().height > 60,
    );
    const boxes = pictures.map(box).sort((a, b) => a.top - b.top);
    const storyEnd = box(document.querySelector('#after')!).foot;
    const inStory = boxes.filter(({ top }) => top < storyEnd);
    const gaps = inStory.map(({ foot }, index) => (inStory[index + 1]?.top ?? storyEnd) - foot);
    const under = [...document.querySelectorAll('main figure.figure')].map((figure) => {
      // With the names behind a map's numbers, which belong to the picture.
      return box(figure).foot - box(figure.querySelector('.figure__picture')!).foot;
    });
    const sizes = new Set<string>();
    let words = 0;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const { parentElement: parent } = node;
      const text = node.textContent?.trim() ?? '';
      if (!parent || text === '' || !isSeen(parent) || parent.closest('script, style, .visually-hidden')) continue;
      words += text.split(/\s+/).length;
      if (!parent.closest('svg')) sizes.add(getComputedStyle(parent).fontSize);
    }
    return {
      lead: boxes[0] ?? { top: Infinity, foot: Infinity },
      height: document.documentElement.scrollHeight,
      betweenPictures: Math.max(...gaps),
      underPicture: Math.max(...under),
      words,
      links: [...document.querySelectorAll('a[href]')].filter((link) => isSeen(link) && !isNumber(link)).length,
      numberLinks: [...document.querySelectorAll('a[href]')].filter(isNumber).length,
      typeSizes: [...sizes].sort(),
    };
  });
}
