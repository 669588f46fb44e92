import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paperAddress } from '../../src/components/paper/address.ts';
import { paperNotes, sectionSources } from '../../src/components/paper/notes.ts';
import { phrasingHtml } from '../../src/components/paper/phrasing.ts';
import { describeProblem, LedgerError } from '../../src/ledger/problems.ts';
import { checkProse } from '../../src/ledger/prose-refs.ts';
import { readStory } from '../../src/ledger/story.ts';
import { SECTION_IDS } from '../../src/schemas/section.ts';
import { smallLedger } from './kit/ledger.ts';
import { sectionFile, sectionText, write, writeProject } from './kit/project.ts';

const ledger = smallLedger();
const file = sectionFile('what');

/** A project each of whose sections has something for the short forms; the section `what` has this body, which begins on line 8. */
function projectOf(body: string): string {
  const root = writeProject();
  for (const id of SECTION_IDS)
    writeFileSync(
      join(root, sectionFile(id)),
      `${readFileSync(join(root, sectionFile(id)), 'utf8')}\n<Brief>\n\nThe alliance attacked on 27 October 2023.\n\n</Brief>\n`,
    );
  write(root, file, sectionText('what', body));
  return root;
}

const problemsOf = (body: string) => checkProse(projectOf(body), ledger).map(describeProblem);
const storyOf = (body: string) => readStory(projectOf(body)).find(({ id }) => id === 'what')!;
const htmlOf = (body: string, site?: URL) =>
  storyOf(body).paragraphs.map(({ words }) =>
    phrasingHtml(ledger, words, {
      note: '<sup>1</sup>',
      address: (href) => (/^[a-z]+:/.test(href) ? href : (paperAddress(site, href)?.href ?? null)),
    }),
  );

describe('<Brief>', () => {
  it('stands around whole paragraphs', () => {
    expect(
      problemsOf(
        'One.\n\n<Brief>\n\nThe alliance attacked.\n\nOCHA counted <Num id="A21" unit />. <Cite ids="A21" />\n\n</Brief>\n\nTwo.',
      ),
    ).toEqual([]);
  });

  const shown = 'words, links, <Num>, <Said>, <Term>, <Cite>: the short printed forms show nothing else';
  it.each([
    [
      'inside a line',
      'The <Brief>alliance</Brief> attacked.',
      8,
      '<Brief> inside a line',
      'it around whole paragraphs, with its tags on lines of their own',
    ],
    [
      'inside a list',
      '- One.\n\n  <Brief>\n\n  Two.\n\n  </Brief>',
      10,
      '<Brief> inside a list',
      'it around whole paragraphs, with its tags on lines of their own',
    ],
    [
      'inside another',
      '<Brief>\n\nOne.\n\n<Brief>\n\nTwo.\n\n</Brief>\n\n</Brief>',
      12,
      '<Brief> inside <Brief>',
      'it around whole paragraphs, with its tags on lines of their own',
    ],
    ['around nothing', 'One.\n\n<Brief>\n\n</Brief>', 10, '<Brief> around nothing', 'at least one paragraph in it'],
    ['around a list', '<Brief>\n\n- One.\n\n</Brief>', 10, 'a list in <Brief>', 'paragraphs only'],
    ['around a heading', '<Brief>\n\n### One\n\n</Brief>', 10, 'a heading in <Brief>', 'paragraphs only'],
    ['around events', '<Brief>\n\n<Events ids="t017" />\n\n</Brief>', 10, '<Events> in <Brief>', 'paragraphs only'],
    ['around code', '<Brief>\n\nRun\n`it`.\n\n</Brief>', 11, 'code in <Brief>', shown],
  ])('is refused %s, with the line', (_, body, line, found, expected) => {
    expect(problemsOf(body)).toContain(`${file}:${line}: found ${found}; expected ${expected}`);
  });
});

describe('the story in short', () => {
  it('is the marked paragraphs of each section, in order', () => {
    const story = readStory(
      projectOf('No.\n\n<Brief>\n\nYes.\n\n</Brief>\n\nNo.\n\n<Brief>\n\nAnd *yes*.\n\n</Brief>'),
    );
    expect(story.map(({ id }) => id)).toEqual(SECTION_IDS);
    expect(htmlOf('No.\n\n<Brief>\n\nYes.\n\n</Brief>\n\nNo.\n\n<Brief>\n\nAnd *yes*.\n\n</Brief>')).toEqual([
      'Yes.',
      'And <em>yes</em>.',
    ]);
  });

  it('is asked of every section', () => {
    expect(() => readStory(projectOf('The alliance attacked.'))).toThrow(
      new LedgerError([
        {
          file,
          found: 'no <Brief>',
          expected: 'one around each paragraph that the short printed forms shall take, at least around one',
        },
      ]),
    );
  });

  it('has the numbers, words and hedges of the page, and its terms without links', () => {
    const [html] = htmlOf(
      '<Brief>\n\nOCHA counted <Num id="A21" unit />, the <Term id="mndaa">MNDAA</Term> {/* as of November */}none.{" "} <Cite ids="A21" />\n\n</Brief>',
    );
    expect(html).toMatch(
      /^OCHA counted <data class="num" value="\d+">[^<]+ people<\/data>, the MNDAA none\.\s+<sup>1<\/sup>$/,
    );
  });

  it('has links that a reader of paper can follow, and none where the address of the site is not known', () => {
    const body =
      '<Brief>\n\nSee [the timeline](timeline.html) and [UNHCR](https://unhcr.example/a?b=1&c=2).\n\n</Brief>';
    expect(htmlOf(body, new URL('https://explainer.example/war/'))).toEqual([
      'See <a href="https://explainer.example/war/timeline.html">the timeline</a> and <a href="https://unhcr.example/a?b=1&#38;c=2">UNHCR</a>.',
    ]);
    expect(htmlOf(body)).toEqual(['See the timeline and <a href="https://unhcr.example/a?b=1&#38;c=2">UNHCR</a>.']);
  });

  it('has for each note its number, and all sources of it', () => {
    const section = storyOf(
      '<Brief>\n\nOne. <Cite ids="B25" />\n\nNone.\n\nOCHA counted <Num id="A21" />. <Cite ids="A21" />\n\n</Brief>',
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
