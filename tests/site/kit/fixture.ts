import type { Page } from 'playwright';
import { inject } from 'vitest';
import { attributeOf, elementsOf, textContent } from '../../../src/build/html-tree.ts';
import { isProgram } from '../../../src/build/passes/content-policy.ts';
import { parseBuilt } from './dist.ts';

/** Opens a page of the test's own with the styles and scripts of a page of the site; `search` may hold a query and a fragment. */
export async function openFixture(page: Page, body: string, search = '', like = 'index.html'): Promise<void> {
  const elements = [...elementsOf(parseBuilt(like))];
  const styles = elements
    .filter(({ tagName }) => tagName === 'style')
    .map((one) => `<style media="${attributeOf(one, 'media') ?? 'all'}">${textContent(one)}</style>`)
    .join('');
  const scripts = elements
    .filter(isProgram)
    .map((one) => `<script type="module">${textContent(one)}</script>`)
    .join('');
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page of a test</title><meta name="viewport" content="width=device-width">${styles}</head><body><main><h1>A page of a test</h1>${body}</main>${scripts}</body></html>`;
  const address = `${inject('origin')}/fixture.html`;
  await page.route(
    (url) => url.pathname === '/fixture.html',
    (route) => route.fulfill({ contentType: 'text/html', body: html }),
  );
  await page.goto(address + search);
}
