import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright';
import { IS_WHOLE } from './dist.ts';

declare global {
  /** The program that looks for barriers, in the page under test. */
  var axe: typeof import('axe-core') | undefined;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2, levels A and AA. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The same, and what axe advises beyond them. */
const ALL_RULES = [...WCAG, 'best-practice'];

/** How many elements that are made alike are tried where each takes long: a few, or with `SITE_PAGES=all` every one. */
export const EACH = IS_WHOLE ? Infinity : 2;

/** Rules whose result depends on the colour scheme; all others give the same in both. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** The same rules for marked elements alone. */
const FOR_MARKED = [
  { id: 'color-contrast', selector: '[data-looked-at]' },
  { id: 'link-in-text-block', selector: 'a[href][data-looked-at]' },
];

/** What axe shall look for, and at how many of the texts that are styled alike it looks at colours; at every one, if that is left out. */
interface Search {
  rules: 'all' | 'of colour' | 'but of colour';
  each?: number;
  /** Whether so many are looked at in each drawing, where each text has a ground of its own; if left out, they are. */
  withDrawings?: boolean;
}

/** Runs axe on a page as it is now and returns its objections: one line for each rule, with a few of the elements. */
export async function barriersOnPage(
  page: Page,
  { rules, each = Infinity, withDrawings = true }: Search,
): Promise<string[]> {
  if (each < Infinity) await markSome(page, each, withDrawings);
  const isOff = rules === 'but of colour';
  const { violations, passes } = await runAxe(
    page,
    rules === 'of colour'
      ? { runOnly: RULES_OF_COLOUR }
      : {
          runOnly: ALL_RULES,
          rules: Object.fromEntries(isOff ? RULES_OF_COLOUR.map((rule) => [rule, { enabled: false }]) : []),
        },
    { isForMarked: each < Infinity },
  );
  // A run in which no rule found anything to look at would prove nothing.
  const found = [...passes, ...violations].map(({ id }) => id);
  if (rules !== 'of colour' && found.length < 11) return [`only ${found.length} rules found anything to look at`];
  if (!isOff && !found.includes('color-contrast')) return ['no colours were looked at'];
  return violations.map(({ id, help, nodes }) => {
    const some = nodes
      .slice(0, 5)
      .map((node) => `${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ')}`);
    return `${id} (${help}), ${nodes.length} times: ${some.join('; ')}`;
  });
}

/** Marks of texts of one class in one place so many, and if so asked as many in each drawing. */
async function markSome(page: Page, each: number, withDrawings: boolean): Promise<void> {
  await page.evaluate(
    ([most, marksDrawings]) => {
      const alike = new Map<string, number>();
      const placeOf = (element: Element | null): string =>
        element ? `${placeOf(element.parentElement)} ${element.localName}.${element.getAttribute('class') ?? ''}` : '';
      const drawings: (Element | null)[] = [...document.querySelectorAll('.chart')];
      const hasText = ({ childNodes }: Element) =>
        [...childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.nodeValue?.trim());
      for (const element of document.querySelectorAll('body *')) {
        if (!hasText(element) || element.closest('style, script')) continue;
        const drawing = marksDrawings ? drawings.indexOf(element.closest('.chart')) : -1;
        const place = `${drawing} ${placeOf(element)}`;
        const earlier = alike.get(place) ?? 0;
        alike.set(place, earlier + 1);
        if (earlier < most) element.setAttribute('data-looked-at', '');
      }
    },
    [each, withDrawings] as const,
  );
}

/**
 * Takes out of a page all but a few of the entries, notes and rows that are built alike and stand in places alike: axe looks for a long time at each.
 * Whatever has another part, class or attribute than its neighbours stays, and so does what names or describes something else.
 */
export async function thinOut(page: Page): Promise<void> {
  if (IS_WHOLE) return;
  await page.evaluate((most) => {
    const nameOf = (element: Element) =>
      `${element.localName} ${[...element.attributes]
        .map(({ name, value }) =>
          ['class', 'role', 'lang', 'type', 'scope'].includes(name) ? `${name}=${value}` : name,
        )
        .join(' ')}`;
    const formOf = (element: Element): string =>
      `${nameOf(element)}(${[...new Set([...element.children].map(formOf))].sort().join()})`;
    const placeOf = (element: Element | null): string =>
      element ? `${placeOf(element.parentElement)} ${element.localName}.${element.getAttribute('class') ?? ''}` : '';
    const named = new Set(
      [
        ...document.querySelectorAll('[aria-labelledby], [aria-describedby], [aria-controls], [for], [headers]'),
      ].flatMap((element) =>
        ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'headers'].flatMap(
          (name) => element.getAttribute(name)?.split(' ') ?? [],
        ),
      ),
    );
    const isNamed = (element: Element) =>
      [element, ...element.querySelectorAll('[id]')].some(({ id }) => named.has(id));
    const alike = new Map<string, number>();
    for (const element of document.querySelectorAll('main :is(li, tbody > tr, dl > div, article, .note, figure)')) {
      if (!element.isConnected || isNamed(element)) continue;
      const key = `${placeOf(element.parentElement)} > ${formOf(element)}`;
      const earlier = alike.get(key) ?? 0;
      alike.set(key, earlier + 1);
      if (earlier >= most) element.remove();
    }
  }, EACH);
}

/** Runs axe on one part of a page as it is now and returns its objections. */
export async function barriersOf(page: Page, selector: string): Promise<string[]> {
  const { violations, passes } = await runAxe(page, { runOnly: WCAG }, { selector });
  // A run in which no rule found anything to look at would prove nothing.
  if (passes.length < 5) return [`only ${passes.length} rules found anything in ${selector}`];
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join('; ')}`);
}

/** Runs axe inside a page, which holds no frames; the program is brought into a page once. */
async function runAxe(
  page: Page,
  options: RunOptions,
  { selector = 'html', isForMarked = false },
): Promise<Pick<AxeResults, 'violations' | 'passes'>> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(
    async ([part, how, rules]) => {
      globalThis.axe!.configure({ rules });
      const { violations, passes } = await globalThis.axe!.run(part, how);
      return { violations, passes };
    },
    [selector, { ...options, resultTypes: ['violations'] } as RunOptions, isForMarked ? FOR_MARKED : []] as const,
  );
}
