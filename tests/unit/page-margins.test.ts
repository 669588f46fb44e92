import postcss from 'postcss';
import { describe, expect, it } from 'vitest';
import { cssString, pageMargins, typedAddress } from '../../src/layouts/page-margins.ts';

/** Reads a string of CSS as a browser does, where it is all that a declaration holds. */
function read(text: string): string[] {
  const [rule, ...rest] = postcss.parse(`a{content:${cssString(text)}}`).nodes;
  if (rule?.type !== 'rule' || rest.length > 0) return [];
  return rule.nodes.flatMap((node) => {
    const [, inside] = (node.type === 'decl' && /^"((?:[^"\\\n]|\\[^])*)"$/.exec(node.value)) || [];
    return inside === undefined ? [] : [inside.replace(/\\(?:([0-9a-f]{1,6})\s?|([^]))/gi, unescapeCss)];
  });
}

function unescapeCss(_: string, code: string | undefined, letter: string | undefined): string {
  return code === undefined ? (letter as string) : String.fromCodePoint(Number.parseInt(code, 16));
}

describe('a text in the margin of a page', () => {
  it.each(['Operation 1027: an explainer', 'China’s part', 'A “quoted” title', 'Kyaukphyu – 第一', 'ချင်းရွှေဟော်'])(
    'stays as it is: %s',
    (text) => {
      expect(read(text)).toEqual([text]);
    },
  );

  it.each([
    '"; } body { display: none } "',
    'a\\',
    'a\nb',
    '</style><script>alert(1)</script>',
    '<!-- &amp; -->',
    'a\u0007b',
    "it's {A21}",
    '\\"',
    'url(javascript:1)',
  ])('cannot end its string, its sheet or its element: %j', (text) => {
    expect(read(text)).toEqual([text]);
    expect(cssString(text)).toMatch(/^"[^"\n<>&]*"$/);
  });
});

describe('the margins of a page', () => {
  const margins = { site: 'A title', part: 'A part', foot: ['Data to 1 May 2024', 'site.example'], fromFirst: false };

  it('say what it is, how old it is, where it stands, and which page of how many', () => {
    expect(pageMargins(margins)).toContain(
      '@top-left{content:"A title"}@top-right{content:"A part"}@bottom-left{content:"Data to 1 May 2024 · site.example"}@bottom-right{content:"Page " counter(page) " of " counter(pages)}',
    );
  });

  it('leave the head out of a first page that has its title in the text', () => {
    expect(pageMargins(margins)).toContain('@page:first{@top-left{content:none}@top-right{content:none}}');
    expect(pageMargins({ ...margins, fromFirst: true })).not.toContain(':first');
  });

  it('name no part where there is none', () => {
    expect(pageMargins({ ...margins, part: null, fromFirst: true })).not.toContain('@top-right');
  });
});

it('an address is shown as it is typed', () => {
  expect(
    ['https://site.example/', 'https://site.example/s/china.html', 'http://site.example/a/'].map(typedAddress),
  ).toEqual(['site.example', 'site.example/s/china.html', 'http://site.example/a']);
});
