import type { Page } from 'playwright';

/** Waits until the search has said what it found. */
export async function answered(page: Page): Promise<void> {
  await page.locator('#search-status', { hasText: /result|Nothing|not start/ }).waitFor();
}

/** Asks on a page that is open, and returns where its results lead. */
export async function search(page: Page, text: string): Promise<string[]> {
  await page.locator('#search-words').fill(text);
  await page.locator('#search-words').press('Enter');
  await page.locator('#search-status', { hasText: `“${text}”` }).waitFor();
  return hrefs(page);
}

/** Returns where the results lead. */
export async function hrefs(page: Page): Promise<string[]> {
  return page.locator('#search-results a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}
