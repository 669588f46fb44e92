import { describe, expect, it } from 'vitest';
import { attributeOf, textContent } from '../../src/build/html-tree.ts';
import { elementsBuilt, EMBEDS, MOVED, PAGES, parseBuilt, WHOLE_PAGES } from './kit/dist.ts';
import { withClass, withTag, wordsOf } from './kit/words.ts';

describe.each(PAGES)('%s', (file) => {
  const elements = elementsBuilt(file);
  const count = (tag: string) => elements.filter((element) => element.tagName === tag).length;

  it('has one first heading, and no heading skips a level', () => {
    const levels = elements.filter(({ tagName }) => /^h[1-6]$/.test(tagName)).map(({ tagName }) => Number(tagName[1]));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  it('has no heading without words', () => {
    expect(
      elements.filter((element) => /^h[1-6]$/.test(element.tagName) && textContent(element).trim() === '').length,
    ).toBe(0);
  });

  it(
    EMBEDS.includes(file) || MOVED.includes(file)
      ? 'is nothing but its main part'
      : 'has a head, a way around, one main part and a foot',
    () => {
      const isWhole = WHOLE_PAGES.includes(file);
      expect({
        header: count('header') > 0,
        nav: count('nav') > 0,
        main: count('main'),
        footer: count('footer') > 0,
      }).toEqual({
        header: isWhole,
        nav: isWhole,
        main: 1,
        footer: isWhole,
      });
    },
  );

  it('names its language and itself', () => {
    const root = elements.find(({ tagName }) => tagName === 'html');
    const title = elements.find(({ tagName }) => tagName === 'title');
    expect(root && attributeOf(root, 'lang')).toBe('en');
    expect(title && textContent(title).trim()).not.toBe('');
  });
});

it.each(PAGES)('%s holds its words, and no control that only a script could serve', (file) => {
  const [main] = withTag(parseBuilt(file), 'main');
  expect(wordsOf(main).length).toBeGreaterThan(10);
  expect(withClass(main!, 'comfort')).toEqual([]);
});

it('gives each page a title of its own', () => {
  const titles = PAGES.map((file) => elementsBuilt(file).find(({ tagName }) => tagName === 'title')).map(
    (title) => title && textContent(title),
  );
  expect(new Set(titles).size).toBe(PAGES.length);
});
