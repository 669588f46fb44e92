import { robotsTxt } from '../../src/site/sitemap.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caddyHeaders } from '../../src/build/hosts/caddy.ts';
import { ALWAYS, carriedPolicy, headersOf, kindOf, textsByPage, unionOf } from '../../src/build/hosts/headers.ts';
import { nginxHeaders, nginxSite } from '../../src/build/hosts/nginx.ts';
import { mediaTypeOf } from '../../src/build/hosts/media-types.ts';
import { writeHostFiles } from '../../src/build/hosts/write-host-files.ts';
import { FILES, PAGES, page, policies, policyOf, site } from './kit/hosted-site.ts';

const ROOT = process.cwd();
/** Asked for again each time by a browser, each minute by what stands between. */
const FRESH = 'public, max-age=0, s-maxage=60, must-revalidate';

describe('the headers of a file', () => {
  it('are, for every one, no referrer, no guessing of types, no window shared with others, and nothing of the device', () => {
    expect(ALWAYS).toMatchObject({
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
    });
    for (const name of ['camera', 'geolocation', 'microphone', 'browsing-topics', 'clipboard-read'])
      expect(ALWAYS['Permissions-Policy']).toContain(`${name}=()`);
    for (const file of FILES) expect(headersOf(file)).toMatchObject(ALWAYS);
  });

  it('are, for a page, the policy that it carries and a refusal to be framed', () => {
    expect(headersOf('s/china.html', policyOf('s/china.html'))).toMatchObject({
      'Content-Security-Policy': `${policyOf('s/china.html')}; frame-ancestors 'none'`,
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': FRESH,
    });
    expect(headersOf('s/china.html')).not.toHaveProperty('Access-Control-Allow-Origin');
  });

  it('let everybody frame what is made for that', () => {
    expect(headersOf('embed/map.html', policyOf('embed/map.html'))).toMatchObject({
      'Content-Security-Policy': `${policyOf('embed/map.html')}; frame-ancestors *`,
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  });

  it('let everybody use data, pictures and papers', () => {
    for (const file of [
      'data/rows.csv',
      'data/rows.json',
      'figures/map.svg',
      'cards/map.png',
      'briefing/full-a4.pdf',
      'embed/map.json',
      'search-index.json',
    ]) {
      expect(headersOf(file), file).toMatchObject({
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Cache-Control': FRESH,
      });
    }
  });

  it('forbid a drawing all programs, and leave the viewer of a paper alone', () => {
    expect(headersOf('figures/map.svg')).toHaveProperty('Content-Security-Policy', `default-src 'none'`);
    expect(headersOf('briefing/full-a4.pdf')).not.toHaveProperty('Content-Security-Policy');
  });

  it('name what has no type of its own as bytes', () => {
    expect([
      mediaTypeOf('index.html'),
      mediaTypeOf('data/a.csv'),
      mediaTypeOf('SHA256SUMS'),
      mediaTypeOf('index.html.br'),
    ]).toEqual([
      'text/html; charset=utf-8',
      'text/csv; charset=utf-8',
      'application/octet-stream',
      'application/octet-stream',
    ]);
  });
});

describe('a policy for several pages', () => {
  it('allows what each of them allows, and says none only where all do', () => {
    expect(
      unionOf([
        `default-src 'none'; style-src 'sha256-a'; script-src 'none'`,
        `default-src 'none'; style-src 'sha256-b' 'sha256-a'; script-src 'sha256-c'; connect-src 'self'`,
      ]),
    ).toBe(`default-src 'none'; style-src 'sha256-a' 'sha256-b'; script-src 'sha256-c'; connect-src 'self'`);
  });
});

describe('the configurations of servers', () => {
  it('lie in the site, filled', () => {
    const folder = site();
    writeHostFiles(folder, ROOT, FILES);
    const nginx = readFileSync(join(folder, 'hosts/nginx.conf'), 'utf8');
    expect(nginx).toContain('add_header Referrer-Policy "no-referrer" always;');
    expect(nginx).toContain('"text/csv; charset=utf-8" csv;');
    expect(nginx).not.toMatch(/# \{/);
    expect(readFileSync(join(folder, 'hosts/Caddyfile'), 'utf8')).toContain('import caddy-headers');
    expect(readFileSync(join(folder, '_headers'), 'utf8')).toMatch(/^# .*\n\/\*\n/);
  });

  it('name the policy of each page once, and the kinds of files in one order', () => {
    for (const text of [nginxHeaders('#', policies, new Map()), caddyHeaders('#', policies, new Map())]) {
      for (const file of PAGES)
        expect(text.split(`/${file} "${policyOf(file)}; frame-ancestors ${kindOf(file).ancestors}"`)).toHaveLength(2);
    }
  });

  it('know the text of each page that has one, under every name of the page', () => {
    const texts = textsByPage(FILES);
    expect([...texts]).toEqual([
      ['index.html', 'explainer.txt'],
      ['s/china.html', 's/china.txt'],
    ]);
    for (const name of ['/', '/index', '/index.html', '/s/china', '/s/china.html']) {
      const text = name.startsWith('/s/') ? '/s/china.txt' : '/explainer.txt';
      expect(nginxHeaders('#', policies, texts)).toContain(`    text:${name} ${text};\n`);
      expect(caddyHeaders('#', policies, texts)).toContain(`\t\t${name} ${text}\n`);
    }
  });

  it('bid whoever takes them to change two lines, a name and a folder', () => {
    for (const name of ['nginx.conf', 'Caddyfile']) {
      const lines = readFileSync(join(ROOT, 'src/build/hosts', name), 'utf8')
        .split('\n')
        .filter((line) => !/^\s*#/.test(line));
      expect(
        lines.filter((line) => /explainer\.example|\/srv\/explainer/.test(line)),
        name,
      ).toHaveLength(2);
    }
  });

  it('leave no place of the template open', () => {
    expect(nginxSite('    # {types}\n# {headers}')).toMatch(
      /^ {4}types \{\n {8}"text\/html; charset=utf-8" html;[^]*\n {4}\}\nadd_header /,
    );
  });

  it('cannot be made where a page has no policy', () => {
    const folder = site();
    writeFileSync(join(folder, 'a-z.html'), '<!doctype html><title>A</title>');
    expect(() => writeHostFiles(folder, ROOT, FILES)).toThrow(
      'a-z.html: found a page without a policy; expected the one that the build puts in',
    );
  });

  it('read the policy as sealing writes it', () => {
    expect(carriedPolicy(page('a{}'))).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });
});

it('tells robots of this site alone what they may fetch, also below a path of another', () => {
  expect(robotsTxt(undefined)).toBe('User-agent: *\nAllow: /\n');
  expect(robotsTxt('https://x.example/war/')).toBe(
    'User-agent: *\nAllow: /war/\n\nSitemap: https://x.example/war/sitemap.xml\n',
  );
});
