import type { Page } from 'playwright';

/** Presses Tab and Enter at the top of a page, then Tab again. @returns Where that led. */
export async function tryWayPastHead(page: Page) {
  await page.keyboard.press('Tab');
  const link = page.locator(':focus');
  const target = (await link.getAttribute('href')) ?? '';
  const box = await link.boundingBox();
  const isShown = box !== null && box.x >= 0 && box.y >= 0 && box.width > 20 && box.height > 10;
  if (!target.startsWith('#')) return { isShown, leadsIntoText: false, goesOnFromThere: false };

  await page.keyboard.press('Enter');
  const leadsIntoText = await page.evaluate(
    (hash) => !!document.querySelector(hash)?.closest('main') && location.hash === hash,
    target,
  );
  await page.keyboard.press('Tab');
  const goesOnFromThere = await page.evaluate(() => {
    const main = document.querySelector('main') as HTMLElement;
    const place = main.compareDocumentPosition(document.activeElement as Element);
    return main.contains(document.activeElement) || (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  });
  return { isShown, leadsIntoText, goesOnFromThere };
}
