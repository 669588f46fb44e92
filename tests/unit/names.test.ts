import { describe, expect, it } from 'vitest';
import { actorSpellings, toSpelling } from '../../src/data/spelling.ts';
import { namedThings, nameIndex, splitReferences, type NamedThing } from '../../src/site/names.ts';
import type { Place } from '../../src/data/schemas/place.ts';
import type { Actor } from '../../src/data/schemas/actor.ts';
import { change, smallLedger } from './kit/ledger.ts';
import { place, rowsIn } from './kit/rows.ts';

function actor(changes: Partial<Actor>): Actor {
  return {
    ...(smallLedger().actors.get('mndaa') as Actor),
    scripts: [],
    other_names: [],
    leaders: undefined,
    ...changes,
  };
}

/** The spellings after the full name and its short form, each with what ties it to the group. */
function extraNames(changes: Partial<Actor>): string[] {
  return actorSpellings(actor(changes))
    .slice(2)
    .map(({ text, as }) => (as === undefined ? text : `${text} <${as}>`));
}

describe('the names of a group', () => {
  it('are its full name and each of its short forms', () => {
    expect(
      actorSpellings(actor({ name: 'Chin forces', abbreviation: 'CNF/CNA, CDFs' })).map(({ text }) => text),
    ).toEqual(['Chin forces', 'CNF', 'CNA', 'CDFs']);
  });

  it.each([
    ['Kokang Army', ['Kokang Army']],
    ['Arakkha Army (in local media since 2024)', ['Arakkha Army <in local media since 2024>']],
    ['United Wa State Party (UWSP)', ['United Wa State Party', 'UWSP']],
    [
      'armed wing of the United League of Arakan (ULA)',
      ['United League of Arakan <its armed wing>', 'ULA <its armed wing>'],
    ],
    ['armed wing: KNLA', ['KNLA <armed wing>']],
    [
      'includes the Mandalay PDF (MDY-PDF) and many local forces',
      ['Mandalay PDF <a part of it>', 'MDY-PDF <a part of it>'],
    ],
  ])('are told from what is said around them: %s', (text, expected) => {
    expect(extraNames({ other_names: [text] })).toEqual(expected);
  });

  it('hold who leads or speaks for it, in every spelling, without rank or office', () => {
    const leaders =
      'Senior General Peng Jiasheng (彭家声, also Pheung or Phone Kyar Shin), founder; Mao Ning, Lin Jian and Guo Jiakun, Foreign Ministry spokespersons; collective';
    expect(extraNames({ leaders }).map((text) => text.replace(' <under leaders and speakers>', ''))).toEqual([
      'Peng Jiasheng',
      '彭家声',
      'Pheung',
      'Phone Kyar Shin',
      'Mao Ning',
      'Lin Jian',
      'Guo Jiakun',
    ]);
  });
});

describe('the names of a place', () => {
  const spellingsOf = (changes: Partial<Place>) => {
    const ledger = smallLedger();
    ledger.places = rowsIn('content/data/places.csv', [place('T1', { slug: 't1', ...changes })]);
    return namedThings(ledger).find(({ href }) => href === 'names.html#place-t1')?.spellings ?? [];
  };

  it('are its own, its Burmese ones and its other spellings, each with its language', () => {
    expect(spellingsOf({ name: 'Northtown', name_my: 'ချင်းရွှေဟော်', name_alt: ['North Town', '清水河'] })).toEqual([
      { text: 'Northtown', lang: 'en' },
      { text: 'ချင်းရွှေဟော်', lang: 'my' },
      { text: 'North Town', lang: 'en' },
      { text: '清水河', lang: 'zh-Hans' },
    ]);
  });

  it('part two Burmese names that stand in one cell', () => {
    const spellings = spellingsOf({ name_my: 'ကြူကုတ် (ပန်ဆိုင်း)' });
    expect(spellings.filter(({ lang }) => lang === 'my').map(({ text }) => text)).toEqual(['ကြူကုတ်', 'ပန်ဆိုင်း']);
  });

  it('do not pass off what lies opposite a gate as the gate', () => {
    const spellings = spellingsOf({ kind: 'border-crossing', name_alt: ['opposite Southgate'] });
    expect(spellings).toContainEqual({ text: 'Southgate', lang: 'en', as: 'opposite' });
  });
});

describe('the index', () => {
  const thing = (name: string, others: string[] = [], what = 'town, Shan (North)'): NamedThing => ({
    kind: 'place',
    name,
    what,
    href: `names.html#${name}`,
    spellings: [name, ...others].map((text) => toSpelling(text)),
  });
  const linesOf = (things: NamedThing[]) =>
    nameIndex(things).map(({ title, lines }) => `${title}: ${lines.map(({ text }) => text).join(', ')}`);

  it('goes by letter, without articles and accents, then by script', () => {
    expect(
      linesOf([thing('Zin'), thing('the junta'), thing('105 Mile'), thing('Ébe', ['腊戍', 'လားရှိုး']), thing('jade')]),
    ).toEqual([
      '0–9: 105 Mile',
      'E: Ébe',
      'J: jade, the junta',
      'Z: Zin',
      'Burmese script: လားရှိုး',
      'Chinese script: 腊戍',
    ]);
  });

  it('counts numbers in names as numbers', () => {
    expect(linesOf([thing('Command 15'), thing('Command 9')])).toEqual(['C: Command 9, Command 15']);
  });

  it('gives one line to a spelling, and one name to entries of the same name', () => {
    const [group] = nameIndex([
      thing('Laukkai', ['Laogai']),
      { ...thing('Laukkai', ['Laogai'], 'term'), kind: 'term' },
      thing('Elsewhere', ['Laogai']),
    ]).filter(({ title }) => title === 'L');
    expect(group?.lines.find(({ text }) => text === 'Laogai')?.names).toEqual([
      { name: 'Laukkai', hrefs: ['names.html#Laukkai', 'names.html#Laukkai'] },
      { name: 'Elsewhere', hrefs: ['names.html#Elsewhere'] },
    ]);
  });

  it('puts the entries of a name where it stands, and gathers the spellings between that only lead to one', () => {
    const [group] = nameIndex([
      thing('Lashio', ['Laeng', 'Lasho']),
      thing('Laukkai', ['Lashio']),
      { ...thing('Lashio'), kind: 'term', href: 'names.html#term' },
    ]);
    expect(splitReferences(group!.lines)).toMatchObject([
      { kind: 'references', lines: [{ text: 'Laeng' }] },
      { kind: 'entry', hrefs: ['names.html#Lashio', 'names.html#term'], also: [{ name: 'Laukkai' }] },
      { kind: 'references', lines: [{ text: 'Lasho', names: [{ name: 'Lashio' }] }] },
      { kind: 'entry', hrefs: ['names.html#Laukkai'], also: [] },
    ]);
  });

  it('says how a name is tied to an entry only if that holds for every entry', () => {
    const tied = { ...thing('Gate'), spellings: [toSpelling('Gate'), toSpelling('Wanding', 'opposite')] };
    const lineOf = (things: NamedThing[]) =>
      nameIndex(things)
        .flatMap(({ lines }) => lines)
        .find(({ text }) => text === 'Wanding');
    expect(lineOf([tied])?.as).toBe('opposite');
    expect(lineOf([tied, thing('Wanding')])?.as).toBeUndefined();
  });

  it('is the same each time, in whatever order the things come', () => {
    const things = namedThings(smallLedger());
    const texts = (list: NamedThing[]) => nameIndex(list).map(({ id, lines }) => [id, lines.map(({ text }) => text)]);
    expect(texts([...things].reverse())).toEqual(texts(things));
  });

  it('has names, terms and figures of any ledger', () => {
    const small = smallLedger();
    change(small.terms, 'mndaa', { forms: ["People's army"] });
    const texts = nameIndex(namedThings(small)).flatMap(({ lines }) => lines.map(({ text }) => text));
    expect(texts).toEqual(
      expect.arrayContaining([
        'Lashio',
        'La-sho',
        'လားရှိုး',
        'MNDAA',
        'People’s army',
        'Kokang Army',
        '缅甸民族民主同盟军',
      ]),
    );
  });
});
