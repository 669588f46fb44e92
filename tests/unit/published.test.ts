import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forwardIds, forwardPage, withAnchor } from '../../src/build/redirects.ts';
import { attributeOf, elementsOf, parsePage } from '../../src/build/html.ts';
import { checkPublishedIds } from '../../src/build/published-ids.ts';
import { readForwards } from '../../src/site/permanent-ids/redirects.ts';
import { describeProblem, type Problem } from '../../src/data/errors.ts';
import { addressesOf, liveIds } from '../../src/site/permanent-ids/ids.ts';
import {
  PUBLISHED_FILE,
  publishedText,
  readPublished,
  unpublished,
} from '../../src/site/permanent-ids/published-file.ts';
import { smallLedger } from './kit/ledger.ts';
import { write } from './kit/project.ts';
import { tempFolder } from './kit/temp.ts';

const ledger = smallLedger();

describe('the list of published ids', () => {
  it('is read as it was written, whatever the order', () => {
    const live = liveIds(ledger);
    expect(live.length).toBeGreaterThan(30);
    expect(listed(publishedText([...live].reverse())).ids.map(({ kind, id }) => ({ kind, id }))).toEqual(live);
    expect(publishedText([...live, ...live])).toBe(publishedText(live));
  });

  it('tells what is new', () => {
    const live = liveIds(ledger);
    expect(unpublished(live, live)).toEqual([]);
    expect(
      unpublished(
        live,
        live.filter(({ id }) => id !== 'lashio'),
      ),
    ).toEqual([{ kind: 'place', id: 'lashio' }]);
  });

  it.each([
    ['figure', 'found "figure"; expected a kind and one id, such as "figure map"'],
    ['figure map crossings', 'found "figure map crossings"; expected a kind and one id, such as "figure map"'],
    ['picture map', 'found "picture map"; expected a line that begins with one of actor, assessment, '],
    ['figure map\nfigure  map', 'found "figure map" again; expected each id once (first at line 2)'],
  ])('refuses the line %j', (lines, expected) => {
    expect(listed(`# ids\n${lines}\n`).problems.map(describeProblem)).toEqual([expect.stringContaining(expected)]);
  });
});

describe('a forward', () => {
  const GOOD = '- { kind: place, from: old-lashio, to: lashio, change: change-first-edition }';

  it('leads from an id that is gone to one that lives', () => {
    expect(forwards(GOOD)).toEqual({
      found: [
        {
          old: { kind: 'place', id: 'old-lashio' },
          successor: { kind: 'place', id: 'lashio' },
          change: 'change-first-edition',
        },
      ],
      problems: [],
    });
  });

  it('is not needed', () => {
    expect(readForwards(tempFolder(), ledger, [])).toEqual([]);
    expect(forwards('[]').problems).toEqual([]);
  });

  it.each([
    [
      GOOD.replace('to: lashio', 'to: laukkai'),
      'content/forwarded-ids.yaml:1 "to": found "laukkai"; expected the id of a place that is on the site',
    ],
    [
      GOOD.replace('from: old-lashio', 'from: lashio'),
      'content/forwarded-ids.yaml:1 "from": found "lashio"; expected the id of a place that is gone: this one still has its own entry',
    ],
    [
      GOOD.replace('change-first-edition', 'change-none'),
      'content/forwarded-ids.yaml:1 "change": found "change-none"; expected the id of an entry in content/changes.yaml, where readers are told',
    ],
    [
      GOOD.replace('kind: place', 'kind: town'),
      'content/forwarded-ids.yaml:1 "kind": found "town"; expected one of actor, ',
    ],
    [`${GOOD}\n${GOOD}`, 'content/forwarded-ids.yaml:2 "from": found "old-lashio" again; expected each place once'],
    [
      GOOD.replace(', change: change-first-edition', ''),
      'content/forwarded-ids.yaml:1 "0.change": found nothing; expected a string',
    ],
  ])('is refused: %s', (text, expected) => {
    expect(forwards(text).problems).toEqual([expect.stringContaining(expected)]);
  });
});

describe('an anchor of an old name', () => {
  it.each([
    ['<table><tbody><tr id="new"><td>27 Oct</td></tr></tbody></table>', '<td><span id="old"></span>27 Oct</td>'],
    ['<section id="new"><header><h2>China</h2></header></section>', '<h2><span id="old"></span>China</h2>'],
    ['<ul><li id="new"><p>Words</p></li></ul>', '<p><span id="old"></span>Words</p>'],
    ['<ul><li id="new">Words <p>more</p></li></ul>', '<li id="new"><span id="old"></span>Words'],
    ['<dl><div id="new"><dt>MNDAA</dt><dd>A group.</dd></div></dl>', '<dt><span id="old"></span>MNDAA</dt>'],
    ['<figure id="new"><svg><path d="M0 0"/></svg></figure>', '<figure id="new"><span id="old"></span><svg>'],
  ])('stands where words may stand: %s', (body, expected) => {
    const html = withAnchor(page(body), 'old', 'new');
    expect(html).toContain(expected);
    expect(html.replace('<span id="old"></span>', '')).toBe(page(body));
    const ids = [...elementsOf(parsePage(html))]
      .map((element) => attributeOf(element, 'id'))
      .filter((id) => id !== undefined);
    expect(ids.filter((id) => id === 'old')).toHaveLength(1);
  });

  it('stands nowhere if there is no successor', () => {
    expect(withAnchor(page('<p id="a">A</p>'), 'old', 'new')).toBe(page('<p id="a">A</p>'));
  });
});

describe('a built site', () => {
  it('is refused with id, place and the two ways out where a published id is gone', () => {
    const folder = tempFolder();
    write(folder, 'places.html', page('<p id="place-lashio">Lashio</p>'));
    const check =
      (...ids: string[]) =>
      () =>
        checkPublishedIds(
          folder,
          ids.map((id, index) => ({ kind: 'place', id, line: index + 5 })),
        );
    expect(check('lashio')).not.toThrow();
    expect(check('lashio', 'laukkai')).toThrow(
      'content/published-ids.txt:6: found "place laukkai", which is no longer at places.html#place-laukkai; expected every id that was ever published to go on working: restore it, or forward it to its successor in content/forwarded-ids.yaml',
    );
    expect(() => checkPublishedIds(folder, [{ kind: 'term', id: 'mndaa', line: 1 }])).toThrow(
      '"term mndaa", which is no longer at glossary.html#term-mndaa',
    );
  });

  it('is well again once the id is forwarded', () => {
    const folder = tempFolder();
    write(folder, 'places.html', page('<article id="place-lashio"><h4>Lashio</h4></article>'));
    expect(
      forwardIds(folder, [
        {
          old: { kind: 'place', id: 'laukkai' },
          successor: { kind: 'place', id: 'lashio' },
          change: 'change-first-edition',
        },
      ]),
    ).toEqual([]);
    expect(() => checkPublishedIds(folder, [{ kind: 'place', id: 'laukkai', line: 1 }])).not.toThrow();
    expect(readFileSync(join(folder, 'places.html'), 'utf8')).toContain(
      '<h4><span id="place-laukkai"></span>Lashio</h4>',
    );
  });

  it('leads from the file of an old id to that of its successor, at any depth', () => {
    const elements = [...elementsOf(parsePage(forwardPage('s/old.html', 's/china.html', 'change-first-edition')))];
    const links = elements.filter(({ tagName }) => tagName === 'a').map((element) => attributeOf(element, 'href'));
    const refresh = elements.find((element) => attributeOf(element, 'http-equiv') === 'refresh');
    expect(links).toEqual(['china.html', '../changes.html#change-first-edition']);
    expect(refresh && attributeOf(refresh, 'content')).toBe('0; url=china.html');
    expect(forwardPage('figures/old.html', 'index.html#map', 'change-x')).toContain('href="../index.html#map"');
  });
});

it('gives every kind of id an address with the id in it', () => {
  expect(
    liveIds(ledger).filter(
      (one) => addressesOf(one).length === 0 || !addressesOf(one).every((address) => address.includes(one.id)),
    ),
  ).toEqual([]);
});

function page(body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A</title></head><body>${body}</body></html>`;
}

function listed(text: string) {
  const root = tempFolder();
  write(root, PUBLISHED_FILE, text);
  const problems: Problem[] = [];
  return { ids: readPublished(root, problems), problems };
}

function forwards(text: string) {
  const root = tempFolder();
  mkdirSync(join(root, 'content'));
  writeFileSync(join(root, 'content/forwarded-ids.yaml'), `${text}\n`);
  const problems: Problem[] = [];
  return { found: readForwards(root, ledger, problems), problems: problems.map(describeProblem) };
}
