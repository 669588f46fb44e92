import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/build/page.ts';
import { checkPublishedIds, oldAnchors } from '../../src/build/passes/forwarded-ids.ts';
import { attributeOf, elementsOf, parsePage } from '../../src/build/html-tree.ts';
import { readForwards, type ForwardedId } from '../../src/site/permanent-ids/read-forwards.ts';
import { describeProblem, type Problem } from '../../src/data/errors.ts';
import { publishedAddresses, liveIds } from '../../src/site/permanent-ids/permanent-ids.ts';
import {
  PUBLISHED_FILE,
  formatPublished,
  readPublished,
  findUnpublished,
} from '../../src/site/permanent-ids/published-file.ts';
import { smallLedger } from './kit/ledger.ts';
import { afterPass } from './kit/passes.ts';
import { write } from './kit/project.ts';
import { tempFolder } from './kit/temp.ts';

const ledger = smallLedger();

describe('the list of published ids', () => {
  it('is read as it was written, whatever the order', () => {
    const live = liveIds(ledger);
    expect(live.length).toBeGreaterThan(30);
    expect(listed(formatPublished([...live].reverse())).ids.map(({ kind, id }) => ({ kind, id }))).toEqual(live);
    expect(formatPublished([...live, ...live])).toBe(formatPublished(live));
  });

  it('tells what is new', () => {
    const live = liveIds(ledger);
    expect(findUnpublished(live, live)).toEqual([]);
    expect(
      findUnpublished(
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

/** A place that is gone, and the one that took its place. */
const FORWARD: ForwardedId = {
  old: { kind: 'place', id: 'old' },
  successor: { kind: 'place', id: 'new' },
  change: 'change-first-edition',
};
const withAnchors = (html: string) =>
  afterPass((one) => oldAnchors(one, [FORWARD]).map(({ edit }) => edit), html, 'places.html');

describe('an anchor of an old name', () => {
  const anchor = '<span id="place-old"></span>';

  it.each([
    ['<table><tbody><tr id="place-new"><td>27 Oct</td></tr></tbody></table>', `<td>${anchor}27 Oct</td>`],
    ['<section id="place-new"><header><h2>China</h2></header></section>', `<h2>${anchor}China</h2>`],
    ['<ul><li id="place-new"><p>Words</p></li></ul>', `<p>${anchor}Words</p>`],
    ['<ul><li id="place-new">Words <p>more</p></li></ul>', `<li id="place-new">${anchor}Words`],
    ['<dl><div id="place-new"><dt>MNDAA</dt><dd>A group.</dd></div></dl>', `<dt>${anchor}MNDAA</dt>`],
    ['<figure id="place-new"><svg><path d="M0 0"/></svg></figure>', `<figure id="place-new">${anchor}<svg>`],
  ])('stands where words may stand: %s', (body, expected) => {
    const html = withAnchors(page(body));
    expect(html).toContain(expected);
    expect(html.replace(anchor, '')).toBe(page(body));
    const ids = [...elementsOf(parsePage(html))].map((element) => attributeOf(element, 'id'));
    expect(ids.filter((id) => id === 'place-old')).toHaveLength(1);
  });

  it('stands nowhere if there is no successor, and on no other page', () => {
    expect(withAnchors(page('<p id="a">A</p>'))).toBe(page('<p id="a">A</p>'));
    expect(oldAnchors(readPage('index.html', page('<p id="place-new">A</p>')), [FORWARD])).toEqual([]);
  });
});

describe('a built site', () => {
  it('is refused with id, place and the two ways out where a published id is gone', () => {
    const found = new Set(['names.html#place-lashio', 'places.html#place-lashio']);
    const check = (...ids: string[]) =>
      checkPublishedIds(
        ids.map((id, index) => ({ kind: 'place', id, line: index + 5 })),
        (file, id) => found.has(`${file}#${id}`),
      );
    expect(() => check('lashio')).not.toThrow();
    expect(() => check('lashio', 'laukkai')).toThrow(
      'content/published-ids.txt:6: found "place laukkai", which is no longer at names.html#place-laukkai and places.html#place-laukkai; expected every id that was ever published to go on working: restore it, or forward it to its successor in content/forwarded-ids.yaml',
    );
  });

  it('needs a page for an id that is one', () => {
    const check = (files: string[]) =>
      checkPublishedIds(
        [{ kind: 'figure', id: 'map', line: 1 }],
        (file, id) => id !== undefined || files.includes(file),
      );
    expect(() => check(['figures/map.html', 'embed/map.html'])).not.toThrow();
    expect(() => check(['figures/map.html'])).toThrow('"figure map", which is no longer at embed/map.html;');
  });
});

it('gives every kind of id an address with the id in it', () => {
  expect(
    liveIds(ledger).filter(
      (one) =>
        publishedAddresses(one).length === 0 || !publishedAddresses(one).every((address) => address.includes(one.id)),
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
