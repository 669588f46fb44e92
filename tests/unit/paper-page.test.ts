import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';
import { describe, expect, it } from 'vitest';
import { OUR_FACES, readPaperFaces } from '../../src/build/pdf/paper-faces.ts';
import { checkPaperLetters } from '../../src/build/pdf/check-letters.ts';
import { checkPaperStyles } from '../../src/build/pdf/check-styles.ts';
import { idsToNumber, linkPaper, withPageNumbers } from '../../src/build/pdf/paper-page.ts';
import { applyEdits } from '../../src/build/page.ts';
import { cssString } from '../../src/layouts/page-margins.ts';
import { shortAddress } from '../../src/site/addresses.ts';

const ROOT = process.cwd();
const SITE = 'https://explainer.example/';

describe('the links of a page of paper', () => {
  it('lead to a place in the same document where it has one', () => {
    expect(linkPaper('<a href="index.html#map">map</a><p id="map">', SITE)).toContain('<a href="#map">');
    expect(linkPaper('<a href="#map">map</a><p id="map">', undefined)).toContain('<a href="#map">');
  });

  it('lead to the site for all else', () => {
    expect(linkPaper('<a href="s/china.html">a</a>', SITE)).toContain(`href="${SITE}s/china.html"`);
    expect(linkPaper('<a href="index.html#china">a</a>', SITE)).toContain(`href="${SITE}#china"`);
    expect(linkPaper('<a href="index.html?at=2023-12-01#map">a</a>', SITE)).toContain(
      `href="${SITE}index.html?at=2023-12-01#map"`,
    );
  });

  it('are words alone where they could lead nowhere', () => {
    expect(linkPaper('<a href="s/china.html">China</a>', undefined)).toBe('<a >China</a>');
  });

  it('leave addresses of others as they are', () => {
    const html = '<a href="https://example.org/?a=1&amp;b=2">a</a><a href="mailto:a@b.example">b</a>';
    expect(linkPaper(html, SITE)).toBe(html);
  });

  it('say the number of the source that they lead to', () => {
    expect(
      linkPaper('<a href="sources.html#source-a">AFP</a><ol><li id="source-a" value="7">AFP</li></ol>', SITE),
    ).toContain('<a href="#source-a">AFP [7]</a>');
    expect(linkPaper('<sup><a href="#n-7">7</a></sup><ol><li id="n-7" value="7">AFP</li></ol>', SITE)).toContain(
      '<a href="#n-7">7</a>',
    );
  });
});

describe('the contents of a form', () => {
  const html = '<a href="#a">A <span data-page-of="a"></span></a><a href="#b">B <b data-page-of="b">0</b></a>';

  it('get the pages of what they name', () => {
    expect(idsToNumber(html)).toEqual(['a', 'b']);
    expect(
      withPageNumbers(
        html,
        new Map([
          ['a', 2],
          ['b', 13],
        ]),
        'paper/full.html',
      ),
    ).toBe('<a href="#a">A <span data-page-of="a">2</span></a><a href="#b">B <b data-page-of="b">13</b></a>');
  });

  it('name nothing that is on no page', () => {
    expect(() => withPageNumbers(html, new Map([['a', 2]]), 'paper/full.html')).toThrow(
      'paper/full.html: found "b" in the contents, and no page on which it begins; expected the id of something that the contents link to',
    );
  });
});

describe('the faces of paper', () => {
  const faces = readPaperFaces(ROOT);

  function lettersIn(file: string): number[] {
    const face = create(readFileSync(file));
    if (face.isCollection) throw new Error(`${file} has several faces`);
    return face.characterSet.toSorted((a, b) => a - b);
  }

  it('have every letter in every weight and slope of a family', () => {
    for (const [family, members] of Map.groupBy(faces, (one) => one.family)) {
      const [first, ...others] = members.map(({ face }) => lettersIn(face.file));
      for (const other of others) expect(other, family).toEqual(first);
    }
  });

  it('are called by names that no other face has', () => {
    for (const { family } of faces) expect(`${family.replace(' ', '-')}`).toMatch(new RegExp(`^${OUR_FACES}`));
  });

  it('must be there', () => {
    expect(() => readPaperFaces('/nowhere')).toThrow(
      'src/fonts/serif-400.ttf: found no such file; expected a TrueType face, as src/cli/make-fonts.ts makes it',
    );
  });

  it('set every letter of a page, Burmese and Chinese too', () => {
    expect(() => checkPaperLetters('<p>Lashio, လားရှိုး, 果敢</p>', 'paper/full.html', faces)).not.toThrow();
    expect(() => checkPaperLetters('<p>from there → to here</p>', 'paper/full.html', faces)).toThrow(
      'paper/full.html: found "→" in "from there → to here", for which no face in src/fonts has a letter; expected letters that src/cli/make-fonts.ts names',
    );
  });
});

describe('small things', () => {
  it('a text is put into a style sheet so that it cannot end it', () => {
    expect(cssString('A "b" </style> \\ c')).toBe('"A \\22 b\\22  \\3c /style\\3e  \\5c  c"');
  });

  it('an address on paper is as short as can be', () => {
    expect([
      shortAddress('https://explainer.example/'),
      shortAddress(new URL('http://a.example/x/')),
      shortAddress(undefined),
    ]).toEqual(['explainer.example', 'a.example/x', null]);
  });

  it('edits of a text do not move one another', () => {
    expect(
      applyEdits('abcdef', [
        { from: 4, to: 5, text: 'E' },
        { from: 0, to: 2, text: '' },
        { from: 3, to: 3, text: '-' },
      ]),
    ).toBe('c-dEf');
  });
});

describe('the pictures of a page of paper', () => {
  const page = (drawn: string) => `<style>.bar path{fill:red}</style><svg>${drawn}</svg>`;

  it('are painted by its own style sheets', () => {
    expect(() => checkPaperStyles(page('<g class="bar tone-x"><path d=""/></g>'), 'full')).not.toThrow();
  });

  it('are refused where no rule paints them', () => {
    for (const name of ['step__ring', 'chart__new tone-ink'])
      expect(() =>
        checkPaperStyles(`<style>.tone-ink{--x:0}</style>${page(`<path class="${name}" d=""/>`)}`, 'full'),
      ).toThrow(`full: found <path class="${name}"> in a picture, and no rule for it`);
  });
});
