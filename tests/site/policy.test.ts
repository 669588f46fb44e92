import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../src/data/errors.ts';
import { applyEdits, readPage } from '../../src/build/page.ts';
import { listFiles } from '../../src/build/files.ts';
import { finishPages } from '../../src/build/finish-pages.ts';
import { markupProblems } from '../../src/build/passes/check-markup.ts';
import { contentPolicy } from '../../src/build/passes/content-policy.ts';
import { allOwn } from '../unit/kit/passes.ts';
import { tempFolder } from '../unit/kit/temp.ts';
import { useBrowser } from './kit/browser.ts';
import { movedPages, refreshOf } from '../../src/site/moved-pages.ts';
import { readForwards } from '../../src/site/permanent-ids/read-forwards.ts';
import { elementsBuilt, PAGES, readBuilt, ROOT } from './kit/dist.ts';
import { ledger } from './kit/faults.ts';

const visit = useBrowser();

const POLICY = /<meta charset="?utf-8"? ?\/?><meta http-equiv="content-security-policy" content="([^"]+)">/i;

const NOTHING_ELSE =
  /^default-src 'none'; style-src ('none'|('sha256-[^']+' ?)+); script-src ('none'|('sha256-[^']+' ?)+); img-src data:; base-uri 'none'; form-action 'none'$/;

/** The search page may also fetch its index, from its own site only. */
const SEARCH =
  /^default-src 'none'; style-src ('sha256-[^']+' ?)+; script-src ('sha256-[^']+' ?)+; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'$/;

/** Where pages that have moved lead on by themselves. */
const REFRESHES = new Map(
  movedPages(ledger, readForwards(ROOT, ledger, [])).map((page) => [page.file, refreshOf(page)]),
);

describe.each(PAGES)('%s', (file) => {
  const html = readBuilt(file);
  const policy = POLICY.exec(html)?.[1] ?? '';

  it('allows nothing but the styles and scripts it holds', () => {
    expect(policy).toMatch(file === 'search.html' ? SEARCH : NOTHING_ELSE);
    expect(html.indexOf('<meta http-equiv="content-security-policy"')).toBeLessThan(
      html.search(/<style|<script|<link/),
    );
    expect(policy.match(/'sha256-[^']+'/g) ?? []).toEqual(
      [...new Set([...texts(html, 'style'), ...texts(html, 'script')])].map(hashOf),
    );
  });

  it('holds no element, attribute or address but those that are allowed', () => {
    const bare = html.replace(POLICY, '<meta charset="utf-8">');
    expect(markupProblems(readPage(file, bare), allOwn(bare, file), REFRESHES).map(describeProblem)).toEqual([]);
  });

  it('holds nothing that loads, frames, submits or leads on by itself, looked for without that list', () => {
    const names = new Set(elementsBuilt(file).map(({ tagName }) => tagName.toLowerCase()));
    const hostile =
      'iframe frame object embed applet base audio video source track picture image foreignobject animate set template';
    expect(hostile.split(' ').filter((name) => names.has(name))).toEqual([]);
    const values = elementsBuilt(file).flatMap(({ tagName, attrs }) =>
      attrs.map(({ name, value }) => `${tagName} ${name}=${value}`),
    );
    expect(
      values.filter(
        (text) =>
          !(text === 'meta http-equiv=refresh' && REFRESHES.get(file)) &&
          (/^(?:form action|\w+ formaction|\w+ ping|\w+ srcset|\w+ srcdoc|meta http-equiv=refresh|link rel=(?!icon|alternate|canonical))/i.test(
            text,
          ) ||
            /^(?:img src|use href)=(?!data:image\/|#)/i.test(text)),
      ),
    ).toEqual([]);
  });

  it('has nothing that its policy would refuse: no style and no program in an attribute', () => {
    const refused = elementsBuilt(file).filter(({ attrs }) =>
      attrs.some(({ name, value }) => name === 'style' || name.startsWith('on') || /^\s*javascript:/i.test(value)),
    );
    expect(refused.map(({ tagName, attrs }) => `${tagName} ${JSON.stringify(attrs).slice(0, 120)}`)).toEqual([]);
  });
});

it('has no script on any page that a component does not have in its source', () => {
  const programs = new Set(PAGES.flatMap((file) => texts(readBuilt(file), 'script')));
  const written = listFiles(join(ROOT, 'src'))
    .filter((file) => file.endsWith('.astro'))
    .flatMap((file) => readFileSync(join(ROOT, 'src', file), 'utf8').match(/<script>/g) ?? []);
  expect(programs.size).toBe(written.length);
});

describe('a page into which a foreign script and style came before the policy was written', () => {
  const own = { styles: new Set(['body{outline-color:rgb(1,2,3)}']), scripts: new Set(['document.title+=" own"']) };
  const page = readPage(
    'a.html',
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>' +
      '<style>body{outline-color:rgb(1,2,3)}</style><style>body{outline-style:dotted}</style></head>' +
      '<body><script>document.title+=" foreign"</script><script type="module">document.title+=" own"</script></body></html>',
  );

  it('stops the build', () => {
    expect(() =>
      finishPages(new Map([[page.file, page]]), { forwards: [], moved: [], texts: new Map(), briefings: null, own }),
    ).toThrow(/a foreign style, .*\n.*a foreign script, /);
  });

  it('would not run them in a browser, if ever it were built: the policy knows only what the build wrote', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, page.file), applyEdits(page.html, contentPolicy(page, own)));
    const shown = await visit(pathToFileURL(join(folder, page.file)).href, {}, (tab) =>
      tab.evaluate(() => {
        const { outlineColor, outlineStyle } = getComputedStyle(document.body);
        return { title: document.title, outlineColor, outlineStyle };
      }),
    );
    expect(shown).toEqual({ title: 'Page own', outlineColor: 'rgb(1, 2, 3)', outlineStyle: 'none' });
  });
});

/** The texts between tags of one kind, found without the parser that made the policy. */
function texts(html: string, tag: string): string[] {
  return [...html.matchAll(new RegExp(`<${tag}(?![^>]*json)[^>]*>([^]*?)</${tag}>`, 'g'))].map(
    (match) => match[1] as string,
  );
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
