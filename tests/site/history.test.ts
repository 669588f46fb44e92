import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attributeOf, elementsOf, parsePage } from '../../src/build/html.ts';
import { loadLedger } from '../../src/data/load.ts';
import { useBrowser } from './kit/browser.ts';
import { ROOT } from './kit/dist.ts';
import { Project } from './kit/project.ts';
import { elementsById, linksOf, withClass, withTag, wordsOf } from './kit/words.ts';

const { version } = loadLedger(ROOT).site;
const CORRECTION = `- id: change-test-gate
  date: "2026-12-31"
  version: ${version}
  kind: correction
  where: [BX01, china]
  text: The day on which a gate was lost was wrong in the table.
  was: Taken 29 October 2023, 12 soldiers
  is: Taken 27 October 2023
  why: The row had the day on which the report was published.
`;
const FORWARDS = `- { kind: place, from: test-old-town, to: lashio, change: change-test-gate }
- { kind: row, from: crossings-TEST, to: crossings-BX01, change: change-test-gate }
`;
/** A row that a figure lists and no rule needs. */
const [CARD, ROW, KEPT] = ['content/figures/crossings.yaml', 'rows: [TN08, TN57]', 'rows: [TN57]'];

const visit = useBrowser();
let project: Project;
beforeAll(() => {
  project = new Project();
});
afterAll(() => project?.remove());

describe('a site without an address, with a correction and two ids that had to go', () => {
  let output: string;
  beforeAll(async () => {
    const [first = ''] = /^- id: .*$/m.exec(project.read('content/changes.yaml')) ?? [];
    project.edit('content/changes.yaml', first, CORRECTION + first);
    project.edit('content/forwarded-ids.yaml', '\n[]\n', `\n${FORWARDS}`);
    project.edit(
      'content/published-ids.txt',
      '\nplace lashio\n',
      '\nplace lashio\nplace test-old-town\nrow crossings-TEST\n',
    );
    const outcome = await project.build(undefined, '');
    output = outcome.output;
    expect(outcome.code, output).toBe(0);
  });

  it('has no feed, no list of pages and no oEmbed document, and the build says so in one line', () => {
    expect(
      ['feed.xml', 'sitemap.xml', 'embed/map.json'].filter((file) => existsSync(join(project.folder, 'dist', file))),
    ).toEqual([]);
    expect(project.read('dist/robots.txt')).toBe('User-agent: *\nAllow: /\n');
    expect(output.split('\n').filter((line) => line.includes('SITE_URL'))).toEqual([
      expect.stringMatching(/^SITE_URL is not set: canonical links and previews, .*feed.* were left out\.$/),
    ]);
    expect(project.read('dist/changes.html')).not.toContain('feed.xml');
  });

  it('prints no address that it does not have, and no code for one', () => {
    for (const file of ['dist/index.html', 'dist/s/china.html', 'dist/figures/map.html', 'dist/timeline.html']) {
      const page = project.read(file);
      const colophon = wordsOf(withClass(parsePage(page), 'imprint')[0]);
      expect(colophon, file).toContain('This copy was built without an address of its own');
      expect(colophon.match(/https?:\/\/\S+/g), file).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
      expect(page, file).not.toContain('class="qr"');
      expect(page, file).toMatch(/@bottom-left\{content:"Data to [^"]* · version [\d.]*"\}/);
    }
  });

  it('reminds of the id that is not yet on the list', () => {
    expect(output).toContain('1 id of the content not in content/published-ids.txt: run npm run publish-ids.');
  });

  it('tells the correction apart from updates, with what was, what is, why and where', () => {
    const page = parsePage(project.read('dist/changes.html'));
    const entry = elementsById(page).get('change-test-gate')!;
    expect(withTag(entry, 'dt').map(wordsOf)).toEqual(['Was', 'Now', 'Why']);
    expect(withTag(entry, 'dd').map(wordsOf)).toEqual([
      'Taken 29 October 2023, 12 soldiers',
      'Taken 27 October 2023',
      'The row had the day on which the report was published.',
    ]);
    expect(
      linksOf(entry)
        .slice(1)
        .map(({ words }) => words),
    ).toEqual(['Chinshwehaw gate', 'China’s part']);
    const home = [...elementsOf(page)].find((element) => attributeOf(element, 'aria-labelledby') === 'corrections')!;
    expect([...elementsOf(home)]).toContain(entry);
  });

  it('leads from both old ids to their successors', () => {
    const around = (file: string, old: string, successor: string) => {
      const element = elementsById(parsePage(project.read(`dist/${file}`))).get(successor)!;
      return [...elementsOf(element)].filter((inside) => attributeOf(inside, 'id') === old).length;
    };
    expect(around('places.html', 'place-test-old-town', 'place-lashio')).toBe(1);
    expect(around('index.html', 'crossings-TEST', 'crossings-BX01')).toBe(1);
  });
});

it('opens the table at the successor of a row that had to go', async () => {
  const shown = await visit(`file://${project.folder}/dist/index.html#crossings-TEST`, {}, async (page) => {
    await page.waitForTimeout(300);
    return page.evaluate(() => {
      const row = document.getElementById('crossings-BX01')!;
      const { top, bottom } = row.getBoundingClientRect();
      return { open: row.closest('details')!.open, seen: bottom > 0 && top < innerHeight };
    });
  });
  expect(shown).toEqual({ open: true, seen: true });
});

it('stops when a row goes that readers have shared, names it with the two ways out, and keeps the site as it was', async () => {
  const before = project.fingerprint();
  project.edit(CARD, ROW, KEPT);
  const { code, output } = await project.build();
  expect(code).toBe(1);
  expect(output).toMatch(
    /^content\/published-ids\.txt:\d+: found "row crossings-TN08", which is no longer at index\.html#crossings-TN08.*; expected every id that was ever published to go on working: restore it, or forward it to its successor in content\/forwarded-ids\.yaml$/m,
  );
  expect(output, 'no stack').not.toMatch(/^\s+at /m);
  expect(project.fingerprint()).toBe(before);
});
