import { describe, expect, it } from 'vitest';
import { ContentError, describeProblem } from '../../src/data/errors.ts';
import { finishPages } from '../../src/build/finish-pages.ts';
import { originFinder } from '../../src/build/find-origin.ts';
import { noteOwnScripts } from '../../src/build/passes/content-policy.ts';
import { readPage } from '../../src/build/page.ts';
import { markupProblems } from '../../src/build/passes/check-markup.ts';
import { ownStyle, ownTexts } from '../../src/layouts/own-texts.ts';
import { write } from './kit/project.ts';
import { tempFolder } from './kit/temp.ts';

const OWN = { styles: new Set(['a{}']), scripts: new Set(['f()']) };

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A</title>${head}</head><body>${body}</body></html>`;

const problems = (html: string, file = 'a.html') => markupProblems(readPage(file, html), OWN).map(describeProblem);

describe('a page may hold', () => {
  it.each([
    '<p class="a" id="b" lang="my" data-row="A21" aria-label="Words">Words, <b>words</b>.</p>',
    '<a href="sources.html#source-x">A</a><a href="#b">B</a><a href="https://example.org/a?b=c">C</a><a href="mailto:a@example.org">D</a><a href="a.csv" download>E</a>',
    '<a href="http://old.example.net/" rel="noopener" target="_blank">an address for which a row gives its reason</a>',
    '<svg viewBox="0 0 1 1" role="img"><defs><symbol id="s"><path d="M0 0"/></symbol></defs><use href="#s"/><path fill="url(#s)"/><style media="print">a{}</style></svg>',
    '<style>a{}</style><script type="module">f()</script><script type="application/ld+json">{"a":1}</script>',
    '<img src="data:image/png;base64,AAAA" alt="" width="1" height="1">',
    '<details><summary>More</summary><table><tr><th scope="col">A</th><td colspan="2">B</td></tr></table></details>',
    '<pre>&lt;iframe src="https://example.org"&gt;</pre>',
  ])('%s', (body) => expect(problems(page(body))).toEqual([]));
});

describe('a page is refused for', () => {
  it.each([
    '<script>foreign()</script>',
    '<script type="module">f();</script>',
    '<script type="text/javascript">f()</script>',
    '<script type="module" async>f()</script>',
    '<script type="importmap">{"imports":{}}</script>',
    '<script type="speculationrules">{"prefetch":[]}</script>',
    '<script type="text/plain;json">f()</script>',
    '<script type="application/ld+json">f()</script>',
    '<script src="a.js"></script>',
    '<svg><script>f()</script></svg>',
    '<style>foreign{}</style>',
    '<style>a{}b{}</style>',
    '<svg><style>foreign{}</style></svg>',
    '<iframe src="a.html"></iframe>',
    '<iframe srcdoc="<p>a"></iframe>',
    '<object data="a.svg"></object>',
    '<embed src="a.svg">',
    '<applet code="a"></applet>',
    '<portal src="a.html"></portal>',
    '<form action="a"></form>',
    '<form id="search"></form>',
    '<input type="image" src="a.png">',
    '<input type="submit" formaction="a">',
    '<button formaction="a">A</button>',
    '<button popovertarget="a">A</button>',
    '<textarea></textarea>',
    '<isindex>',
    '<base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<meta http-equiv="Set-Cookie" content="a=b">',
    '<meta http-equiv="Content-Security-Policy" content="script-src *">',
    '<meta http-equiv="x-dns-prefetch-control" content="on">',
    '<meta name="referrer" content="unsafe-url">',
    '<meta name="monetization" content="$evil">',
    '<link rel="stylesheet" href="a.css">',
    '<link rel="preload" href="a.js" as="script">',
    '<link rel="modulepreload" href="a.js">',
    '<link rel="prefetch" href="a.html">',
    '<link rel="prerender" href="a.html">',
    '<link rel="preconnect" href="https://evil.example">',
    '<link rel="dns-prefetch" href="//evil.example">',
    '<link rel="manifest" href="a.json">',
    '<link rel="import" href="a.html">',
    '<link rel="pingback" href="https://evil.example">',
    '<link rel="canonical stylesheet" href="https://evil.example/a.css">',
    '<link rel="icon" href="https://evil.example/a.ico">',
    '<link href="a.css">',
    '<img src="https://evil.example/a.png" alt="">',
    '<img src="a.png" alt="">',
    '<img src="data:image/svg+xml,<svg/>" alt="">',
    '<img srcset="https://evil.example/a.png 2x" alt="">',
    '<picture><source srcset="a.png"></picture>',
    '<audio src="a.mp3"></audio>',
    '<video poster="a.png"></video>',
    '<video><track src="a.vtt"></video>',
    '<body background="a.png">',
    '<table background="a.png"></table>',
    '<p style="color:red">A</p>',
    '<p onclick="go()">A</p>',
    '<body onload="go()">',
    '<svg onload="go()"></svg>',
    '<details ontoggle="go()" open></details>',
    '<a href="javascript:go()">A</a>',
    '<a href="JaVaScRiPt:go()">A</a>',
    '<a href=" javascript:go()">A</a>',
    '<a href="java\tscript:go()">A</a>',
    '<a href="java&#10;script:go()">A</a>',
    '<a href="&#1;javascript:go()">A</a>',
    '<a href="data:text/html,A">A</a>',
    '<a href="vbscript:go()">A</a>',
    '<a href="blob:https://evil.example/a">A</a>',
    '<a href="//evil.example/">A</a>',
    '<a href="/\\evil.example/">A</a>',
    '<a href="a.html" ping="https://evil.example/">A</a>',
    '<a href="a.html" rel="opener" target="_blank">A</a>',
    '<a href="a.html" attributionsrc="https://evil.example/">A</a>',
    '<area href="a.html">',
    '<svg><a href="a.html"><text>A</text></a></svg>',
    '<svg><a xlink:href="javascript:go()"><text>A</text></a></svg>',
    '<svg><use href="https://evil.example/a.svg#b"/></svg>',
    '<svg><use xlink:href="#b"/></svg>',
    '<svg><use href="data:image/svg+xml,A#b"/></svg>',
    '<svg><image href="a.png"/></svg>',
    '<svg><feImage href="a.png"/></svg>',
    '<svg><foreignObject><p>A</p></foreignObject></svg>',
    '<svg><animate attributeName="href" to="javascript:go()"/></svg>',
    '<svg><set attributeName="onclick" to="go()"/></svg>',
    '<svg><path fill="url(https://evil.example/a.svg#b)"/></svg>',
    '<svg><path filter="url(a.svg#b)"/></svg>',
    '<math><mtext>A</mtext></math>',
    '<template><i style="a"></i></template>',
    '<noscript><img src="a.png"></noscript>',
    '<dialog open>A</dialog>',
    '<p contenteditable>A</p>',
    '<p slot="a" is="b-c">A</p>',
    '<x-foo>A</x-foo>',
    '<slot></slot>',
    '<marquee>A</marquee>',
  ])('%s', (markup) => {
    expect(problems(page(markup))).not.toEqual([]);
    expect(problems(page('', markup))).not.toEqual([]);
    for (const line of problems(page(markup))) expect(line).toMatch(/^a\.html:1: found .*<[a-zA-Z-]+>; expected .+/);
  });

  it('each thing by its name, with what is expected', () => {
    expect(problems(page('<iframe onload="go()"></iframe><script>go()</script><b ping="a">A</b>'))).toEqual([
      'a.html:1: found <iframe>; expected one that src/build/passes/allowed-markup.ts names',
      'a.html:1: found the handler onload on <iframe>; expected a listener in a script',
      'a.html:1: found a foreign script, "go()", on <script>; expected a script that the build has bundled',
      'a.html:1: found the attribute ping on <b>; expected one that src/build/passes/allowed-markup.ts names',
    ]);
  });
});

describe('the form of the search', () => {
  it('stands on its own page alone, and sends nothing', () => {
    expect(problems(page('<form id="search" role="search"></form>'), 'search.html')).toEqual([]);
    expect(problems(page('<form id="search" role="search"></form>'))).toHaveLength(1);
    expect(problems(page('<form id="search" action="https://evil.example/"></form>'), 'search.html')).toHaveLength(1);
  });
});

describe('a page that leads to another by itself', () => {
  const refreshes = new Map([['old.html', '0; url=new.html']]);
  const leadingTo = (file: string, target: string) =>
    markupProblems(readPage(file, page('', `<meta http-equiv="refresh" content="0; url=${target}">`)), OWN, refreshes);

  it('is taken if it is one that has moved, and leads where that one leads', () => {
    expect(leadingTo('old.html', 'new.html')).toEqual([]);
    expect(leadingTo('old.html', 'https://evil.example/')).toHaveLength(1);
    expect(leadingTo('a.html', 'new.html')).toHaveLength(1);
  });
});

describe('what the build has written itself', () => {
  it('is noted where it is written: styles by layouts, scripts by the bundler', () => {
    expect(ownStyle('noted{}')).toBe('noted{}');
    noteOwnScripts().generateBundle.handler(null, {
      'a.js': { type: 'chunk', code: 'noted()\n' },
      'a.png': { type: 'asset' },
    });
    expect(ownTexts().styles).toContain('noted{}');
    expect(ownTexts().scripts).toContain('noted()');
    expect(noteOwnScripts().applyToEnvironment({ name: 'ssr' })).toBe(false);
  });
});

describe('a page with a foreign script', () => {
  it('stops the build before a policy is written, and the message names page, element and where it may come from', () => {
    const root = tempFolder();
    write(root, 'content/sections/05-losses.mdx', '---\n---\n\nWords.\n\n<script>foreign.call()</script>\n');
    write(root, 'src/a.astro', '<p>Words</p>');
    const pages = new Map([['s/losses.html', readPage('s/losses.html', page('<script>foreign.call()</script>'))]]);
    try {
      finishPages(pages, {
        forwards: [],
        moved: [],
        texts: new Map(),
        briefings: null,
        own: OWN,
        findOrigin: originFinder(root),
      });
      expect.unreachable();
    } catch (error) {
      expect((error as ContentError).problems.map(describeProblem)).toEqual([
        's/losses.html:1: found a foreign script, "foreign.call()", on <script>, perhaps from content/sections/05-losses.mdx:6; expected a script that the build has bundled',
      ]);
    }
  });
});
