import { describe, expect, it } from 'vitest';
import { checkTexts, shortenTexts } from '../../src/data/checks/check-texts.ts';
import { describeProblem } from '../../src/data/errors.ts';
import { isZawgyi } from '../../src/data/encoding-faults.ts';
import { findTextFaults } from '../../src/data/text-faults.ts';
import { write } from './kit/project.ts';
import { tempFolder } from './kit/temp.ts';

const foundIn = (text: string) => findTextFaults(text).map(({ found }) => found);

describe('findTextFaults', () => {
  it.each([
    'A plain line, with 12% and https://x.example/?a=1&b=2;c.',
    'Ta’ang “quoted” – café… naïve, “É”, ‘Über’, “fin de l’été…”',
    'Lashio (လားရှိုး), 腊戍, KK园区; Операция',
    'no-break\u00a0space and 10\u202f%',
    'နမ့်ဆန် ကြူကုတ် (ပန်ဆိုင်း)'.normalize('NFC'),
    'Наступление в Мьянме в 2023',
    `https://x.example/${'a'.repeat(200)}`,
  ])('finds nothing in %j', (text) => expect(foundIn(text)).toEqual([]));

  it.each([
    ['turned \u202eround', 'a mark that turns the direction (U+202E) after “turned”'],
    ['zero\u200bwidth', 'a zero-width space (U+200B) after “zero”'],
    ['\ufeffmark', 'a byte-order mark (U+FEFF) at the beginning'],
    ['bell\u0007', 'a control character (U+0007) after “bell”'],
    ['tab\there', 'a tab (U+0009) after “tab”'],
    ['logo \uf8ff', 'a private-use character (U+F8FF) after “logo”'],
    ['not \u0378 yet', 'an unassigned character (U+0378) after “not”'],
    ['tag \u{e0041}', 'an invisible character (U+E0041) after “tag”'],
    ['filler \u3164', 'an invisible character (U+3164) after “filler”'],
    ['wide\u2003space', 'a space of unusual width (U+2003) after “wide”'],
    ['soft\u00adhyphen', 'a soft hyphen (U+00AD) after “soft”'],
  ])('finds characters that nobody sees in %j', (text, found) => expect(foundIn(text)).toContain(found));

  it.each(['L\u0430shio', 'Myanm\u0430r', '\u03b1rmy', 'Lashioလား', 'Ꮮashio', 'c\u043e\u0441\u043e'])(
    'refuses letters of two scripts in the word %j',
    (word) => expect(foundIn(`In ${word} it`)[0]).toMatch(/^".*", a word of \S+ and \S+ letters \(/),
  );

  it('refuses a word of Cyrillic letters that all look Latin, beside Latin words', () => {
    expect(foundIn('the сосо')).toEqual(['"сосо", a word of Cyrillic letters that look like Latin ones']);
    expect(foundIn('та же')).toEqual([]);
  });

  it.each(['’', '“', '–', '…', 'é', 'Ü', 'လားရှိုး', '腊戍', 'Д', '\u00a0'])('recognises %j decoded twice', (text) => {
    const twice = new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
    expect(foundIn(`before ${twice} after`)[0]).toMatch(/^text that was decoded twice/);
  });

  it.each(['lost � letter', 'the ???? word', 'caf??e', '&nbsp;', '&#x202e;', '\\u202e'])('refuses %j', (text) =>
    expect(foundIn(text)).toHaveLength(1),
  );

  it.each([
    ['ﬁrst', '"ﬁ" (U+FB01), a letter or digit of an unusual shape'],
    ['ａ', '"ａ" (U+FF41), a letter or digit of an unusual shape'],
    ['𝐀', '"𝐀" (U+1D400), a letter or digit of an unusual shape'],
    ['s\u0335\u0336\u0337', '3 marks on one letter'],
    ['cafe\u0301', '"café", which is not in Unicode form NFC (U+0065 U+0301)'.replace('é', 'e\u0301')],
    ['w'.repeat(61), `a word of 61 letters, "${'w'.repeat(61)}"`],
  ])('refuses %j', (text, found) => expect(foundIn(text)).toContain(found));
});

describe('isZawgyi', () => {
  it.each([
    ['မြန်မာ', 'ျမန္မာ'],
    ['လောက်ကိုင်', 'ေလာက္ကိုင္'],
    ['တပ်မတော်', 'တပ္မေတာ္'],
    ['မူဆယ်', 'မူဆယ္'],
    ['ကြူကုတ်', 'ၾကဴကုတ္'],
    ['လားရှိုး', 'လား႐ိႈး'],
    ['လားရှိုး', 'လားရွိဳး'],
    ['သိန္နီ', 'သိႏၷီ'],
    ['မင်္ဂလာ', 'မဂၤလာ'],
  ])('takes %s for Unicode and %s for Zawgyi', (unicode, zawgyi) => {
    expect([isZawgyi(unicode), isZawgyi(unicode.normalize('NFC')), isZawgyi(zawgyi)]).toEqual([false, false, true]);
  });

  it.each(['လႃႈသဵဝ်ႈ', 'ဝဵင်းမူႇၸေႊ', 'ပ္ဍဲ'])('leaves the Shan or Mon word %s alone', (word) =>
    expect(isZawgyi(word)).toBe(false),
  );
});

describe('checkTexts', () => {
  it('names the line and the column of a cell, also behind a line break in quotes', () => {
    const root = tempFolder();
    write(root, 'content/a.csv', 'id,note\nx,"one\ntwo\u200b"\n');
    expect(checkTexts(root, ['content/a.csv']).map(describeProblem)).toEqual([
      'content/a.csv:3 "note": found a zero-width space (U+200B) after “two”; expected characters that can be seen, and plain spaces',
    ]);
  });

  it('names the field of a YAML file', () => {
    const root = tempFolder();
    write(root, 'content/a.yaml', 'a: b\ntitle: "\\u202e"\n');
    expect(checkTexts(root, ['content/a.yaml'])).toMatchObject([{ line: 2, field: 'title' }]);
  });

  it('shows the first few of many', () => {
    const root = tempFolder();
    write(root, 'content/a.mdx', 'It’s\n'.repeat(50).replaceAll('’', 'â€™'));
    const shown = shortenTexts(checkTexts(root, ['content/a.mdx']));
    expect(shown).toHaveLength(3);
    expect(shown[2]?.expected).toMatch(/\(the file has 47 more of this kind\)$/);
  });
});
