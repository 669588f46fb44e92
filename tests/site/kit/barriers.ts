import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/** WCAG 2.2, levels A and AA. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The same, and what axe advises beyond them. */
export const ALL_RULES = [...WCAG, 'best-practice'];

/** Rules whose result depends on the colour scheme; all others give the same in both. */
export const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** What axe shall look for, and at how many of the texts that are styled alike; at everything, if that is left out. */
interface Search {
  tags?: string[];
  rules?: string[];
  except?: string[];
  each?: number;
}

/** Runs axe on a page as it is now and returns its objections: one line for each rule, with a few of the elements. */
export async function barriersOnPage(
  page: Page,
  { tags, rules, except = [], each = Infinity }: Search,
): Promise<string[]> {
  const axe = axeOn(page);
  if (tags) axe.withTags(tags);
  if (rules) axe.withRules(rules);
  if (except.length > 0) axe.disableRules(except);
  if (each < Infinity) axe.include(await markSome(page, each));
  const { violations, passes } = await axe.analyze();
  // A run in which no rule found anything to look at would prove nothing.
  const least = rules ? 1 : 11;
  if (passes.length + violations.length < least) return [`only ${passes.length} rules found anything to look at`];
  return violations.map(({ id, help, nodes }) => {
    const some = nodes
      .slice(0, 5)
      .map((node) => `${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ')}`);
    return `${id} (${help}), ${nodes.length} times: ${some.join('; ')}`;
  });
}

/**
 * Marks every text inside a drawing, where each has a ground of its own, and of texts of one class in one place so many.
 * @returns What picks the marked ones.
 */
async function markSome(page: Page, each: number): Promise<string> {
  await page.evaluate((most) => {
    const alike = new Map<string, number>();
    const placeOf = (element: Element | null): string =>
      element ? `${placeOf(element.parentElement)} ${element.localName}.${element.getAttribute('class') ?? ''}` : '';
    const hasText = ({ childNodes }: Element) =>
      [...childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.nodeValue?.trim());
    for (const element of document.querySelectorAll('body *')) {
      if (!hasText(element) || element.closest('style, script')) continue;
      const place = placeOf(element);
      const earlier = alike.get(place) ?? 0;
      alike.set(place, earlier + 1);
      if (earlier < most || element.closest('svg')) element.setAttribute('data-looked-at', '');
    }
  }, each);
  return '[data-looked-at]';
}

/** Runs axe on one part of a page as it is now and returns its objections. */
export async function barriersOf(page: Page, selector: string): Promise<string[]> {
  const { violations, passes } = await axeOn(page).include(selector).withTags(WCAG).analyze();
  // A run in which no rule found anything to look at would prove nothing.
  if (passes.length < 5) return [`only ${passes.length} rules found anything in ${selector}`];
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join('; ')}`);
}

/** Makes a search on the page itself: no page holds a frame, and bringing the results of several together takes four times as long. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
}
