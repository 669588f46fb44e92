import { Resvg } from '@resvg/resvg-js';
import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import type { HtmlElement } from '../../src/build/html-tree.ts';
import { formatDate } from '../../src/data/format.ts';
import { useBrowser } from './kit/browser.ts';
import { READING_COPY } from '../../src/site/editions.ts';
import { canonicalOf, IS_WHOLE, parseBuilt, readBuilt, WHOLE_PAGES } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';
import { MILLIMETRE } from './kit/print.ts';
import { withClass, wordsOf } from './kit/words.ts';

const { site, changes } = ledger;
const [newest] = changes.values();
const visit = useBrowser();

/** What a camera reads from a code on a page, eight pixels a module. */
function scan(svg: HtmlElement, html: string): string | undefined {
  const { startOffset, endOffset } = svg.sourceCodeLocation!;
  const drawing = html.slice(startOffset, endOffset).replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
  const { pixels, width, height } = new Resvg(drawing, { fitTo: { mode: 'zoom', value: 8 } }).render();
  return jsQR(new Uint8ClampedArray(pixels), width, height, { inversionAttempts: 'dontInvert' })?.data;
}

describe.each(WHOLE_PAGES)('the colophon that %s has on paper', (file) => {
  const page = parseBuilt(file);
  const colophons = withClass(page, 'imprint');
  const words = wordsOf(colophons[0]);
  // Nobody keeps the page that says that nothing is there, and the reading copy is of the whole: its colophon is theirs.
  const address = file === '404.html' || file === READING_COPY ? canonicalOf('index.html') : canonicalOf(file);
  const top = canonicalOf('index.html');

  it('stands there once, and says what this is, how old it is, on what terms, and how to cite it', () => {
    expect(colophons).toHaveLength(1);
    expect(wordsOf(withClass(page, 'imprint__title')[0])).not.toBe('');
    expect(words).toContain(`Version ${site.version} of ${formatDate(newest!.date)}, data to `);
    expect(words).toContain(`${site.licence.name}, ${site.licence.url}`);
    expect(words).toContain(`Cite as Contributors to ${site.title}, “`);
    expect(words).toContain('What has changed since?');
  });

  it('says where this very page and the list of changes stand, where that is known', () => {
    if (address === undefined || top === undefined)
      return expect(words).toContain('built without an address of its own');
    expect(wordsOf(withClass(page, 'imprint__address')[0])).toBe(address);
    expect(words).toContain(`${new URL('changes.html', top).href} lists each correction and addition`);
    expect(words.endsWith(`, ${address}.`)).toBe(true);
  });

  it('has a code that leads to it', () => {
    const codes = withClass(page, 'qr');
    // The sheet of a section has one of its own, on its first side.
    const count = address === undefined ? 0 : file.startsWith('s/') ? 2 : 1;
    expect(codes.map((svg) => scan(svg, readBuilt(file)))).toEqual(Array.from({ length: count }, () => address));
  });
});

/** Pages of each form of paper: upright in the explainer and a section, across at a figure; or with `SITE_PAGES=all` more of them. */
const PRINTED = ['index.html', 's/china.html', 'figures/map.html'];
const MORE = ['figures/crossings.html', 'timeline.html', 'sources.html'];

describe.each(IS_WHOLE ? [...PRINTED, ...MORE] : PRINTED)('%s', (file) => {
  it('shows its colophon on paper and not on screens, with a code that a telephone can read', async () => {
    const { onScreen, onPaper, code } = await visit(file, { viewport: { width: 650, height: 900 } }, async (page) => {
      const colophon = page.locator('.imprint');
      const isShown = await colophon.isVisible();
      await page.emulateMedia({ media: 'print' });
      return {
        onScreen: isShown,
        onPaper: await colophon.isVisible(),
        code: await page
          .locator('.qr')
          .first()
          .boundingBox({ timeout: 1000 })
          .catch(() => null),
      };
    });
    expect({ onScreen, onPaper }).toEqual({ onScreen: false, onPaper: true });
    if (canonicalOf(file)) expect(code!.width / MILLIMETRE).toBeGreaterThanOrEqual(20);
  });
});
