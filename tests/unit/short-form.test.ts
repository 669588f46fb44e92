import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paperAddress } from '../../src/components/paper/short/printed-address.ts';
import { paperNotes, sectionSources } from '../../src/components/paper/short/printed-notes.ts';
import { phrasingHtml } from '../../src/components/paper/short/phrasing.ts';
import { describeProblem, ContentError } from '../../src/data/errors.ts';
import { checkProse } from '../../src/site/checks/check-prose.ts';
import { readShortForm } from '../../src/data/short-form.ts';
import { SECTION_IDS, smallLedger } from './kit/ledger.ts';
import { sectionFile, sectionText, write, writeProject } from './kit/project.ts';

const ledger = smallLedger();
const file = sectionFile('what');

/** A project each of whose sections has something for the short forms; the section `what` has this body, which begins on line 8. */
function projectOf(body: string): string {
  const root = writeProject();
  for (const id of SECTION_IDS)
    writeFileSync(
      join(root, sectionFile(id)),
      `${readFileSync(join(root, sectionFile(id)), 'utf8')}\n<ShortForm>\n\nThe alliance attacked on 27 October 2023.\n\n</ShortForm>\n`,
    );
  write(root, file, sectionText('what', body));
  return root;
}

const problemsOf = (body: string) => checkProse(projectOf(body), ledger).map(describeProblem);
const storyOf = (body: string) => readShortForm(projectOf(body)).find(({ id }) => id === 'what')!;
const htmlOf = (body: string, site?: URL) =>
  storyOf(body).paragraphs.map(({ words }) =>
    phrasingHtml(ledger, words, {
      note: '<sup>1</sup>',
      address: (href) => (/^[a-z]+:/.test(href) ? href : (paperAddress(site, href)?.href ?? null)),
    }),
  );

describe('<ShortForm>', () => {
  it('stands around whole paragraphs', () => {
    expect(
      problemsOf(
        'One.\n\n<ShortForm>\n\nThe alliance attacked.\n\nOCHA counted <Num id="A21" unit />. <Cite ids="A21" />\n\n</ShortForm>\n\nTwo.',
      ),
    ).toEqual([]);
  });

  const shown =
    'words, links, <Num>, <Latest>, <DataDate>, <LatestEvent>, <Quoted>, <Term>, <Cite>: the short printed forms show nothing else';
  it.each([
    [
      'inside a line',
      'The <ShortForm>alliance</ShortForm> attacked.',
      8,
      '<ShortForm> inside a line',
      'it around whole paragraphs, with its tags on lines of their own',
    ],
    [
      'inside a list',
      '- One.\n\n  <ShortForm>\n\n  Two.\n\n  </ShortForm>',
      10,
      '<ShortForm> inside a list',
      'it around whole paragraphs, with its tags on lines of their own',
    ],
    [
      'inside another',
      '<ShortForm>\n\nOne.\n\n<ShortForm>\n\nTwo.\n\n</ShortForm>\n\n</ShortForm>',
      12,
      '<ShortForm> inside <ShortForm>',
      'it around whole paragraphs, with its tags on lines of their own',
    ],
    [
      'around nothing',
      'One.\n\n<ShortForm>\n\n</ShortForm>',
      10,
      '<ShortForm> around nothing',
      'at least one paragraph in it',
    ],
    ['around a list', '<ShortForm>\n\n- One.\n\n</ShortForm>', 10, 'a list in <ShortForm>', 'paragraphs only'],
    ['around a heading', '<ShortForm>\n\n### One\n\n</ShortForm>', 10, 'a heading in <ShortForm>', 'paragraphs only'],
    [
      'around events',
      '<ShortForm>\n\n<Events ids="t017" />\n\n</ShortForm>',
      10,
      '<Events> in <ShortForm>',
      'paragraphs only',
    ],
    ['around code', '<ShortForm>\n\nRun\n`it`.\n\n</ShortForm>', 11, 'code in <ShortForm>', shown],
  ])('is refused %s, with the line', (_, body, line, found, expected) => {
    expect(problemsOf(body)).toContain(`${file}:${line}: found ${found}; expected ${expected}`);
  });
});

describe('the story in short', () => {
  it('is the marked paragraphs of each section, in order', () => {
    const story = readShortForm(
      projectOf('No.\n\n<ShortForm>\n\nYes.\n\n</ShortForm>\n\nNo.\n\n<ShortForm>\n\nAnd *yes*.\n\n</ShortForm>'),
    );
    expect(story.map(({ id }) => id)).toEqual(SECTION_IDS);
    expect(
      htmlOf('No.\n\n<ShortForm>\n\nYes.\n\n</ShortForm>\n\nNo.\n\n<ShortForm>\n\nAnd *yes*.\n\n</ShortForm>'),
    ).toEqual(['Yes.', 'And <em>yes</em>.']);
  });

  it('is asked of every section', () => {
    expect(() => readShortForm(projectOf('The alliance attacked.'))).toThrow(
      new ContentError([
        {
          file,
          found: 'no <ShortForm>',
          expected: 'one around each paragraph that the short printed forms shall take, at least around one',
        },
      ]),
    );
  });

  it('has the numbers, words and hedges of the page, and its terms without links', () => {
    const [html] = htmlOf(
      '<ShortForm>\n\nOCHA counted <Num id="A21" unit />, the <Term id="mndaa">MNDAA</Term> {/* as of November */}none.{" "} <Cite ids="A21" />\n\n</ShortForm>',
    );
    expect(html).toMatch(
      /^OCHA counted <data class="num" value="\d+">[^<]+ people<\/data>, the MNDAA none\.\s+<sup>1<\/sup>$/,
    );
  });

  it('has links that a reader of paper can follow, and none where the address of the site is not known', () => {
    const body =
      '<ShortForm>\n\nSee [the timeline](timeline.html) and [UNHCR](https://unhcr.example/a?b=1&c=2).\n\n</ShortForm>';
    expect(htmlOf(body, new URL('https://explainer.example/war/'))).toEqual([
      'See <a href="https://explainer.example/war/timeline.html">the timeline</a> and <a href="https://unhcr.example/a?b=1&#38;c=2">UNHCR</a>.',
    ]);
    expect(htmlOf(body)).toEqual(['See the timeline and <a href="https://unhcr.example/a?b=1&#38;c=2">UNHCR</a>.']);
  });

  it('has for each note its number, and all sources of it', () => {
    const section = storyOf(
      '<ShortForm>\n\nOne. <Cite ids="B25" />\n\nNone.\n\nOCHA counted <Num id="A21" />. <Cite ids="A21" />\n\n</ShortForm>',
    );
    const { notes, numberOf } = paperNotes(ledger, [section]);
    expect(section.paragraphs.map(({ note }) => numberOf(note))).toEqual([1, null, 2]);
    const sourcesOf = (id: string) => ledger.observations.get(id)!.source_ids;
    expect(notes).toEqual([
      { n: 1, sourceIds: sourcesOf('B25') },
      { n: 2, sourceIds: sourcesOf('A21') },
    ]);
    expect(sectionSources(ledger, section)).toEqual([...new Set([...sourcesOf('B25'), ...sourcesOf('A21')])]);
  });
});

describe('an address on paper', () => {
  it('is whole where it leads and short where it is read', () => {
    expect(paperAddress(new URL('https://explainer.example/war/'), 's/china.html')).toEqual({
      href: 'https://explainer.example/war/s/china.html',
      short: 'explainer.example/war/s/china.html',
    });
    expect(paperAddress(new URL('https://explainer.example/'))).toEqual({
      href: 'https://explainer.example/',
      short: 'explainer.example',
    });
  });

  it('is none where that of the site is not known', () => {
    expect(paperAddress(undefined, 's/china.html')).toBeNull();
  });
});
