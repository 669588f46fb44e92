import type { BrowserContext } from 'playwright';
import type { Paper } from '../../site/briefing-forms.ts';
import { fail } from '../../data/errors.ts';

/** The page is given this address, and nothing else is there: what a page of paper wants from elsewhere it does not get. */
const NOWHERE = 'https://paper.invalid/';

/**
 * Prints one page.
 * @param name What the page is called, for errors.
 * @param isDraft Whether only the places of things are wanted, so that structure and bookmarks may be left out.
 * @throws ContentError if the browser cannot print it.
 */
export async function printPage(
  context: BrowserContext,
  html: string,
  name: string,
  paper: Paper,
  isDraft = false,
): Promise<Uint8Array> {
  const address = `${NOWHERE}${name}`;
  try {
    const page = await context.newPage();
    try {
      await page.route(`${NOWHERE}**`, (route) =>
        route.request().url() === address
          ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
          : route.abort(),
      );
      await page.goto(address);
      const broken = await page.evaluate(async () => {
        await Promise.allSettled([...document.fonts].map((face) => face.load()));
        // A page laid out bit by bit, while it and its faces arrive, splits some links otherwise from one print to the next.
        document.body.hidden = true;
        document.body.getBoundingClientRect();
        document.body.hidden = false;
        return [...document.fonts]
          .filter(({ status }) => status === 'error')
          .map(({ family, weight, style }) => `${family} ${weight} ${style}`);
      });
      if (broken.length > 0) throw new Error(`no reading of ${broken.join(', ')}`);
      return await page.pdf({
        ...paper.size,
        preferCSSPageSize: false,
        printBackground: true,
        tagged: !isDraft,
        outline: !isDraft,
      });
    } finally {
      await page.close();
    }
  } catch (error) {
    return fail({
      file: name,
      found: `a page that the browser did not print on ${paper.name} (${(error as Error).message.split('\n')[0]})`,
      expected: 'a page that prints; npm run build without a browser leaves the PDFs out',
    });
  }
}
