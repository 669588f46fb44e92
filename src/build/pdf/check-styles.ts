import { fail } from '../../data/errors.ts';
import { attributeOf, elementsOf, parsePage, textContent } from '../html-tree.ts';

/** Elements of a drawing that are painted, or whose children take their paint from them. */
const PAINTED = new Set(['g', 'path', 'rect', 'circle', 'line', 'text', 'tspan', 'use']);

/**
 * Checks that the style sheets of a page of paper have a rule for everything that its pictures draw.
 * @throws ContentError if no rule names what a drawn element is: it would be printed black, whatever it means. A tone alone is a colour and paints nothing.
 */
export function checkPaperStyles(html: string, page: string): void {
  const elements = [...elementsOf(parsePage(html))];
  const css = elements.flatMap((one) => (one.tagName === 'style' ? [textContent(one)] : [])).join('');
  const ruled = new Set(Array.from(css.matchAll(/\.(-?[a-z_][\w-]*)/gi), ([, name = '']) => name));
  for (const element of elements) {
    if (!PAINTED.has(element.tagName)) continue;
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
