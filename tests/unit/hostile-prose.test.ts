import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/check-content.ts';
import { ContentError, describeProblem } from '../../src/data/errors.ts';
import { markUpIn } from '../../src/data/mark-up.ts';
import { checkProse } from '../../src/site/checks/check-prose.ts';
import { smallLedger } from './kit/ledger.ts';
import { edit, sectionFile, sectionText, write, writeProject } from './kit/project.ts';

const FILE = sectionFile('what');

const ledger = smallLedger();
const shared = writeProject(ledger);

/** What is said of the prose of a project whose section `what` has this body, which begins on line 8. */
function saidOf(body: string): string[] {
  write(shared, FILE, sectionText('what', body));
  return checkProse(shared, ledger).map(describeProblem);
}

/** What `npm run check` says of a project. */
function said(root: string): string[] {
  try {
    checkContent(root);
    return [];
  } catch (error) {
    return error instanceof ContentError ? error.problems.map(describeProblem) : [String(error)];
  }
}

describe('prose that would load, frame, redirect, submit or run something is refused', () => {
  it.each([
    '<script>document.title=location.pathname</script>',
    '<script src="https://evil.example/a.js"></script>',
    '<style>body{"{"}display:none{"}"}</style>',
    '<iframe src="https://evil.example/"></iframe>',
    '<object data="a.svg"></object>',
    '<embed src="a.svg" />',
    '<form action="https://evil.example/"><input name="q" /></form>',
    '<button formaction="https://evil.example/">Go</button>',
    '<base href="https://evil.example/" />',
    '<meta httpEquiv="refresh" content=".;url=https://evil.example/" />',
    '<link rel="prefetch" href="https://evil.example/" />',
    '<img src="https://evil.example/a.png" alt="" />',
    '<picture><source srcSet="https://evil.example/a.png" /></picture>',
    '<video src="https://evil.example/a.mp4" />',
    '<svg><use href="https://evil.example/a.svg#x" /></svg>',
    '<svg><a href="javascript:go()"><text>Go</text></a></svg>',
    '<math><mtext>x</mtext></math>',
    '<p onclick="go()">Words.</p>',
    'A <span id="losses">word</span>.',
    'A <b>word</b>.',
    '<a href="javascript:go()">Go</a>',
    '<>Words.</>',
    '<x-foo>Words.</x-foo>',
    '<xlink:href>Words.</xlink:href>',
    '<Figure.Evil>Words.</Figure.Evil>',
    '<Fragment set:html="words" />',
    '<SectionNotes notes="[]" />',
    '<Unknowns />',
    '{process.exit()}',
    'It said {globalThis.words}.',
    '{/* one */ process.exit() /* two */}',
    '{(() => {while (true);})()}',
    '<Term id={process.env.HOME}>MNDAA</Term>',
    '<Term {...globalThis}>MNDAA</Term>',
    'import x from "node:fs"',
    'export const x = 1',
    'export default function f() {}',
    '![words](https://evil.example/a.png)',
    '![words][a]\n\n[a]: https://evil.example/a.png',
    '[words](javascript:go())',
    '[words](JavaScript&#58;go())',
    '[words](data:text/html,words)',
    '[words](vbscript:go())',
    '[words](//evil.example/)',
    '[words](\\\\evil.example)',
    '[words](http://evil.example/)',
    '[words](HTTPS://editor@evil.example/)',
    '[words](https://evil.example/?utm_source=x)',
    '[words](mailto:a@example.org?bcc=b@example.org)',
    '[words](ftp://evil.example/)',
    '[words](tel:+123)',
    '[words][a]\n\n[a]: javascript:go()',
    '[words](#china "a title")',
    'See www.evil.example for more.',
    'See http://evil.example for more.',
    '<https://evil.example>',
    '- [ ] a box',
    '| a | b |\n| - | - |\n| c | d |',
    'Words.[^a]\n\n[^a]: A note.',
    '~~Words~~',
    '`words`',
    '<!-- words -->',
    '\\<script>go()',
    '&lt;script&gt;go()',
    '<Places ids="TN14" caption="<b>words</b>" />',
  ])('%s', (body) => {
    const lines = saidOf(body);
    expect(lines).not.toEqual([]);
    for (const line of lines)
      expect(line).toMatch(/^content\/sections\/02-what\.mdx:(?:[89]|10)\b.*: found .+; expected .+/);
  });

  it('on its own line, whatever stands around it', () => {
    expect(saidOf('Words.\n\n> - words\n> - more <i>words</i>')).toEqual([
      expect.stringMatching(
        /^content\/sections\/02-what\.mdx:11: found <i>; expected no HTML element: words, markdown, or one of Actors/,
      ),
    ]);
  });

  it('and so is front matter that Astro would end before we do', () => {
    const root = writeProject();
    edit(root, FILE, 'title: About what', 'title: "About\n---what"');
    expect(said(root)).toContain(
      `${FILE}:5: found "---what""; expected no line of front matter that begins with --- or +++ but its last`,
    );
  });
});

describe('harmless prose is taken', () => {
  it.each([
    '*Words*, **words**.{/* seen in May */}',
    '> Words.',
    '1. Words\n2. Words',
    'Words\\\nand words.',
    '1 < 2 & so on'.replace('1', 'a').replace('2', 'b'),
  ])('%s', (body) => expect(saidOf(body)).toEqual([]));
});

describe('mark-up in rows, cards and front matter is refused, with file, line and field', () => {
  it('in a cell', () => {
    const root = writeProject();
    edit(root, 'content/timeline.csv', 'The alliance attacks.', 'The <img src=x onerror=go()> attacks.');
    expect(said(root)).toEqual([
      'content/timeline.csv:2 "event": found mark-up, "<img src=x onerror=go()>"; expected words without < before a letter: no HTML, no component',
    ]);
  });

  it('in a field of YAML, also where it is written in escapes', () => {
    const root = writeProject();
    edit(root, 'content/site.yaml', 'country: Myanmar', 'country: "\\x3cscript>Myanmar"');
    expect(said(root)).toContainEqual(
      expect.stringMatching(/^content\/site\.yaml:\d+: found mark-up, "<script>"; expected words without </),
    );
  });

  it('with a tag that would make a program of a text', () => {
    const root = writeProject();
    edit(root, 'content/site.yaml', 'country: Myanmar', 'country: !!js/function "Myanmar"');
    expect(said(root)).toContainEqual(
      expect.stringMatching(
        /^content\/site\.yaml:\d+: found Unresolved tag: .*js\/function; expected well-formed YAML/,
      ),
    );
  });

  it('in front matter', () => {
    const root = writeProject();
    edit(root, FILE, 'title: About what', 'title: About [what](https://example.org)');
    expect(said(root)).toEqual([
      `${FILE}:4: found a markdown link, "[what](https://example.org)"; expected words: a link is shown as it was typed`,
    ]);
  });

  it.each([
    '</p>',
    '<!--',
    '<Num id="A21" />',
    '&lt;b&gt;',
    '&#x3c;',
    '![a](b)',
    'javascript:go()',
    'JAVASCRIPT :go()',
    'data:text/html,x',
  ])('%s', (text) => expect(markUpIn(`Words ${text} words`)).not.toBeNull());

  it.each(['fewer than < 10', 'a > b', 'R&D; and so on', '[sic] (his words)', 'the data: none', 'AT&T'])(
    'but not %s',
    (text) => expect(markUpIn(text)).toBeNull(),
  );
});
