import type { Page } from 'playwright';

/** Lists the parts of a page that move, by a transition, an animation or a smooth scroll. */
export async function movingParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isLong = (times: string) => times.split(',').some((time) => parseFloat(time) > 0.01);
    return [...document.querySelectorAll('*')]
      .filter((element) => {
        const style = getComputedStyle(element);
        return (
          isLong(style.transitionDuration) ||
          (style.animationName !== 'none' && isLong(style.animationDuration)) ||
          style.scrollBehavior === 'smooth'
        );
      })
      .map((element) => element.outerHTML.slice(0, 120));
  });
}
