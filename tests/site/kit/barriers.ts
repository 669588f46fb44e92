import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/** WCAG 2.2, levels A and AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe objects to in one part of a page, as it is now. */
export async function barriersOf(page: Page, selector: string): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page })
    .include(selector)
    .options({ resultTypes: ['violations'] })
    .withTags(TAGS)
    .analyze();
  // A run in which no rule found anything to look at would prove nothing.
  if (passes.length < 5) return [`only ${passes.length} rules found anything in ${selector}`];
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join('; ')}`);
}
