import { describe, expect, it } from 'vitest';
import { fillSizes } from '../../src/build/fill-sizes.ts';
import { relativeLinks } from '../../src/build/relative-links.ts';
import { homeInText, isText } from '../../src/site/editions.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from './kit/temp.ts';

describe('the text edition', () => {
  it('is the whole, and each section by itself', () => {
    expect(['text.html', 't/china.html', 's/china.html', 't/nothing.html', 'index.html'].filter(isText)).toEqual([
      'text.html',
      't/china.html',
    ]);
  });

  it('leads from a section to a section in few bytes, and to the rest in the whole', () => {
    expect(
      relativeLinks(
        '<!DOCTYPE html><a href="#china">C</a><a href="#claim-check">K</a><a href="#n-who-1">1</a><i id="n-who-1"></i>',
        1,
        homeInText,
      ),
    ).toBe(
      '<!DOCTYPE html><a href="../t/china.html">C</a><a href="../text.html#claim-check">K</a><a href="#n-who-1">1</a><i id="n-who-1"></i>',
    );
  });
});

describe('what a page weighs', () => {
  it('is said where a link asks for it', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'a.html'), '<a href="b.html">B</a>, <span data-weight-of="b.html"></span>');
    writeFileSync(
      join(folder, 'b.html'),
      Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 1_000_003).join(' '),
    );
    fillSizes(folder, ['a.html', 'b.html']);
    expect(readFileSync(join(folder, 'a.html'), 'utf8')).toMatch(/^<a href="b\.html">B<\/a>, \d+ kB$/);
  });

  it('is not said of a page that is not there', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'a.html'), '<span data-weight-of=b.html></span>');
    expect(() => fillSizes(folder, ['a.html'])).toThrow(
      'a.html: found a question about b.html; expected a page of the site',
    );
  });
});
