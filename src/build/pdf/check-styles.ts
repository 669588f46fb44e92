import { fail } from '../../data/errors.ts';
import { attributeOf, elementsOf, parsePage, textContent, type HtmlElement } from '../html-tree.ts';

const SHAPES = new Set(['path', 'rect', 'circle', 'line', 'use']);
/** Letters that have a class of their own are painted by it. */
const LETTERS = new Set(['text', 'tspan']);

/**
 * Checks that the style sheets of a page of paper have a rule for everything that its pictures draw.
 * @throws ContentError if no rule names what a drawn element is: it would be printed black, whatever it means. A tone alone is a colour and paints nothing.
 */
export function checkPaperStyles(html: string, page: string): void {
  const elements = [...elementsOf(parsePage(html))];
  const css = elements.flatMap((one) => (one.tagName === 'style' ? [textContent(one)] : [])).join('');
  const ruled = new Set(Array.from(css.matchAll(/\.(-?[a-z_][\w-]*)/gi), ([, name = '']) => name));
  for (const element of elements) {
    // A group paints its shapes; its letters are ink without a rule.
    const { tagName } = element;
    if (!SHAPES.has(tagName) && !LETTERS.has(tagName) && !(tagName === 'g' && holdsShapes(element))) continue;
    const classes = (attributeOf(element, 'class') ?? '').split(/\s+/).filter(Boolean);
    const kinds = classes.filter((name) => !name.startsWith('tone-'));
    if (classes.length === 0 || (kinds.length > 0 ? kinds : classes).some((name) => ruled.has(name))) continue;
    fail({
      file: page,
      found: `<${element.tagName} class="${classes.join(' ')}"> in a picture, and no rule for it`,
      expected: 'a style sheet in src/layouts/Paper.astro, or among those of the form, that says how it is painted',
    });
  }
}

function holdsShapes(group: HtmlElement): boolean {
  return [...elementsOf(group)].some(({ tagName }) => SHAPES.has(tagName));
}
