import { describe, expect, it } from 'vitest';
import type { Briefing } from '../../src/build/pdf/print-forms.ts';
import { finishPages } from '../../src/build/finish-pages.ts';
import { readPage } from '../../src/build/page.ts';
import { briefingFile } from '../../src/site/briefing-forms.ts';

const file = briefingFile({ id: 'full' }, { id: 'a4' });
const briefing = {
  file,
  pages: 69,
  bytes: 1_200_000,
  thumbnail: { png: Buffer.from('png'), width: 300, height: 424 },
} as Briefing;

/** The bodies of finished pages, by their files. */
function finish(bodies: Record<string, string>, briefings: Briefing[] | null = null): Record<string, string> {
  const page = (body: string) => `<!doctype html><meta charset="utf-8"><body>${body}</body>`;
  const pages = new Map(Object.entries(bodies).map(([name, body]) => [name, readPage(name, page(body))]));
  return Object.fromEntries(
    [
      ...finishPages(pages, {
        forwards: [],
        moved: [],
        texts: new Map(),
        briefings,
        own: { styles: new Set(), scripts: new Set() },
      }),
    ].map(([name, html]) => [name, /<body>([^]*)<\/body>/.exec(html)?.[1] ?? '']),
  );
}

describe('what a page says of printed forms', () => {
  const html = `<p data-late="if:briefings">Size: <span data-late="size:${file}"></span>, <b data-late="pages:${file}">0</b> pages <img data-late="picture:${file}" alt=""></p><p data-late="unless:briefings">None.</p>`;

  it('is what was printed', () => {
    expect(finish({ 'a.html': html }, [briefing])['a.html']).toBe(
      `<p>Size: 1.2 MB, <b>69</b> pages <img src="data:image/png;base64,${Buffer.from('png').toString('base64')}" width="300" height="424" alt=""></p>`,
    );
  });

  it('is that there are none, where none were printed', () => {
    expect(finish({ 'a.html': html })['a.html']).toBe('<p>None.</p>');
  });

  it('is about nothing that was not printed', () => {
    expect(() => finish({ 'a.html': html }, [])).toThrow(`a.html: found the late value "size:${file}"; expected`);
    expect(() => finish({ 'a.html': html.replace('size:', 'weight:') }, [briefing])).toThrow(
      `a.html: found the late value "weight:${file}"; expected size, pages, picture`,
    );
  });
});

describe('what a page says of another', () => {
  const long = Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 1_000_003).join(' ');

  it('is what that one weighs once it is finished, whichever comes first', () => {
    const asking =
      '<a href="b.html">B</a>, <span data-late="weight:b.html"></span>, <code data-late="size:b.html"></code>';
    const found = /^<a href="b\.html">B<\/a>, \d+ kB, <code>13\d kB<\/code>$/;
    expect(finish({ 'a.html': asking, 'b.html': long })['a.html']).toMatch(found);
    expect(finish({ 'b.html': long, 'c.html': asking })['c.html']).toMatch(found);
  });

  it('is not said of a page that is not there', () => {
    expect(() => finish({ 'a.html': '<span data-late="weight:b.html"></span>' })).toThrow(
      'a.html: found the late value "weight:b.html"; expected the address of a page',
    );
  });

  it('is not said of one that waits for it', () => {
    const asking = (about: string) => `<span data-late="size:${about}"></span>`;
    expect(() => finish({ 'a.html': asking('b.html'), 'b.html': asking('a.html') })).toThrow(
      'a.html: found a late value about a page that waits for this one; expected no such circle',
    );
  });
});
