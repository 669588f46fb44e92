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

/** Asks one thing after another on a page that is open, as fast as it answers, and returns where the results of each lead. */
export async function searchEach(page: Page, texts: readonly string[]): Promise<string[][]> {
  return page.evaluate(async (all) => {
    const [words, status] = ['search-words', 'search-status'].map((id) => document.getElementById(id)!) as [
      HTMLInputElement,
      HTMLElement,
    ];
    const found: string[][] = [];
    for (const text of all) {
      status.textContent = '';
      const isAnswered = new Promise<void>((resolve) => {
        const watch = new MutationObserver(() => {
          if (!status.textContent?.includes(`“${text}”`)) return;
          watch.disconnect();
          resolve();
        });
        watch.observe(status, { childList: true, subtree: true });
      });
      words.value = text;
      words.form!.requestSubmit();
      await isAnswered;
      found.push([...document.querySelectorAll('#search-results a')].map((link) => link.getAttribute('href') ?? ''));
    }
    return found;
  }, texts);
}

/** Returns where the results lead. */
export async function hrefs(page: Page): Promise<string[]> {
  return page.locator('#search-results a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}
