import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { caddyHeaders } from '../../src/build/hosts/caddy.ts';
import { cloudHeaders } from '../../src/build/hosts/cloud.ts';
import {
  ALWAYS,
  carriedPolicy,
  headersOf,
  kindOf,
  readPolicies,
  textsByPage,
  unionOf,
} from '../../src/build/hosts/headers.ts';
import { nginxHeaders, nginxSite } from '../../src/build/hosts/nginx.ts';
import { mediaTypeOf } from '../../src/build/hosts/media-types.ts';
import { writeHostFiles } from '../../src/build/hosts/write-host-files.ts';
import { contentPolicy } from '../../src/build/passes/content-policy.ts';
import { afterPass } from './kit/passes.ts';
import { tempFolder } from './kit/temp.ts';

const ROOT = process.cwd();
const page = (style: string) =>
  afterPass(
    (page) => contentPolicy(page, { styles: new Set([style]), scripts: new Set() }),
    `<!doctype html><html><head><meta charset="utf-8"><title>A</title><style>${style}</style></head><body></body></html>`,
  );
const PAGES = [
  '404.html',
  'a-z.html',
  'embed/map.html',
  'figures/map.html',
  'figures/rows.html',
  'index.html',
  's/after.html',
  's/china.html',
];
const OTHERS = [
  'data/rows.csv',
  'embed/map.json',
  'explainer.txt',
  'feed.xml',
  'figures/map.svg',
  'pagefind/fragment/en_1.pf_fragment',
  'pagefind/pagefind.en_1.pf_meta',
  'pagefind/pagefind.js',
  'robots.txt',
  's/china.txt',
];
const FILES = [...PAGES, ...OTHERS].sort();

/** Asked for again each time by a browser, each minute by what stands between. */
const FRESH = 'public, max-age=0, s-maxage=60, must-revalidate';

/** A site on disk in which each page has a style of its own. */
function site(): string {
  const folder = tempFolder();
  for (const file of FILES) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file.endsWith('.html') ? page(`.${file}{}`) : file);
  }
  return folder;
}

const policies = readPolicies(site(), PAGES);
const policyOf = (file: string) => policies.get(file)!;

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

  it('let a browser keep for ever what is named after what it holds, and nothing else', () => {
    const kept = FILES.filter((file) => headersOf(file)['Cache-Control']!.includes('immutable'));
    expect(kept).toEqual(['pagefind/fragment/en_1.pf_fragment', 'pagefind/pagefind.en_1.pf_meta']);
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

describe('the headers for Netlify and Cloudflare Pages', () => {
  const text = cloudHeaders('# A heading', FILES, policies);
  const rules = rulesOf(text);

  it('are rules of an address and indented lines, within what Cloudflare takes', () => {
    expect(rules.length).toBeLessThanOrEqual(100);
    expect(text.split('\n').filter((line) => line.length > 2_000)).toEqual([]);
    expect(text.split('\n').filter((line) => !/^(?:#.*|\/\S*|  [A-Z][\w-]+: \S.*|)$/.test(line))).toEqual([]);
  });

  it('give no header twice for any address', () => {
    const addresses = [
      ...FILES.map((file) => `/${file}`),
      ...PAGES.map((file) => `/${file.replace(/\.html$/, '')}`),
      '/',
      '/missing',
      '/s/missing',
      '/embed/missing',
    ];
    for (const address of addresses) {
      const names = fitting(rules, address).flatMap(({ headers }) => Object.keys(headers));
      expect(names, address).toEqual([...new Set(names)]);
    }
  });

  it('cover every page under both of its names, and the explainer at the top', () => {
    const sent = (address: string) =>
      Object.assign({}, ...fitting(rules, address).map(({ headers }) => headers)) as Record<string, string>;
    for (const file of PAGES) {
      for (const address of [`/${file}`, `/${file.replace(/\.html$/, '')}`, ...(file === 'index.html' ? ['/'] : [])]) {
        const { 'Cache-Control': _, ...headers } = headersOf(file, policyOf(file));
        const { 'Content-Security-Policy': wanted, 'Cross-Origin-Resource-Policy': __, ...others } = headers;
        expect(sent(address), address).toMatchObject(others);
        // A rule of a folder allows what its pages hold, and who may frame them is the same.
        expect(allows(sent(address)['Content-Security-Policy']!, wanted!), address).toBe(true);
        expect(/frame-ancestors .*$/.exec(sent(address)['Content-Security-Policy']!)?.[0], address).toBe(
          /frame-ancestors .*$/.exec(wanted!)?.[0],
        );
      }
    }
  });

  it('name the very policy of each page that lies at the top', () => {
    for (const file of PAGES.filter((name) => !name.includes('/'))) {
      expect(rules.find(({ address }) => address === `/${file}`)?.headers['Content-Security-Policy']).toBe(
        `${policyOf(file)}; frame-ancestors 'none'`,
      );
    }
  });

  it('leave the page for what is missing its styles, in whatever folder it is shown', () => {
    for (const { address, headers } of rules.filter(
      (rule) => rule.address.endsWith('/*') && 'Content-Security-Policy' in rule.headers,
    )) {
      expect(allows(headers['Content-Security-Policy']!, policyOf('404.html')), address).toBe(true);
    }
  });

  it('name no page that is not there', () => {
    const known = new Set([
      '/*',
      '/',
      ...PAGES.flatMap((file) => [`/${file}`, `/${file.replace(/\.html$/, '')}`]),
      ...FILES.filter((file) => file.includes('/')).map((file) => `/${dirname(file)}/*`),
    ]);
    expect(rules.map(({ address }) => address).filter((address) => !known.has(address))).toEqual([]);
  });

  it('stay within the hundred rules with three times as many pages', () => {
    const more = [1, 2, 3].flatMap((copy) => PAGES.map((file) => file.replace('.html', `-${copy}.html`)));
    const grown = new Map([...policies, ...more.map((file): [string, string] => [file, policyOf('index.html')])]);
    expect(rulesOf(cloudHeaders('#', [...FILES, ...more], grown)).length).toBeLessThan(40);
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

describe('the workflow for GitHub Pages', () => {
  interface Step {
    uses?: string;
    run?: string;
    env?: Record<string, string>;
    with?: Record<string, unknown>;
  }
  const workflow = parse(readFileSync(join(ROOT, '.github/workflows/pages.yml'), 'utf8')) as {
    on: object;
    permissions: object;
    jobs: Record<string, { needs?: string | string[]; if?: string; permissions?: object; steps: Step[] }>;
  };
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  it('runs scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const runs = steps.flatMap(({ run }) => run ?? []);
    expect(runs).toEqual(['.ci/run', 'npm ci', 'npm run build:all']);
    expect(Object.keys(scripts)).toContain('build:all');
  });

  it('publishes only what passed the tests, and nothing that is merely proposed', () => {
    const { test, build, publish } = workflow.jobs;
    expect(test?.steps.map(({ run }) => run)).toContain('.ci/run');
    expect(test?.needs).toBeUndefined();
    expect(build?.needs).toBe('test');
    expect(build?.if).toBe("github.event_name != 'pull_request' && github.ref == 'refs/heads/main'");
    expect(publish?.needs).toEqual(['test', 'build']);
    expect(publish?.if).toBeUndefined();
  });

  it('may no more than it must: two jobs read, the last publishes', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(Object.values(workflow.jobs).map((job) => job.permissions)).toEqual([
      undefined,
      { contents: 'read', pages: 'read' },
      { pages: 'write', 'id-token': 'write' },
    ]);
    expect(Object.keys(workflow.on)).toEqual(['push', 'pull_request', 'workflow_dispatch']);
  });

  it('takes only actions of GitHub’s own, each of one major version', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBe(7);
    expect(used.filter((name) => !/^actions\/[\w-]+@v\d+$/.test(name))).toEqual([]);
  });

  it('builds from the whole history, for the address that the pages will have', () => {
    expect(steps.find(({ uses }) => uses?.startsWith('actions/checkout@'))?.with).toMatchObject({ 'fetch-depth': 0 });
    expect(steps.find(({ run }) => run === 'npm run build:all')?.env).toEqual({
      SITE_URL: '${{ steps.pages.outputs.base_url }}',
    });
    expect(steps.find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact@'))?.with).toEqual({
      path: 'dist',
    });
  });
});

interface Rule {
  address: string;
  headers: Record<string, string>;
}

function rulesOf(text: string): Rule[] {
  const rules: Rule[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('/')) rules.push({ address: line, headers: {} });
    const [, name, value] = /^  ([\w-]+): (.*)$/.exec(line) ?? [];
    if (name !== undefined) rules.at(-1)!.headers[name] = value!;
  }
  return rules;
}

function fitting(rules: Rule[], address: string): Rule[] {
  return rules.filter((rule) =>
    rule.address.endsWith('*') ? address.startsWith(rule.address.slice(0, -1)) : address === rule.address,
  );
}

/** Whether one policy allows every hash that another does. */
function allows(one: string, other: string): boolean {
  return (other.match(/'sha256-[^']+'/g) ?? []).every((hash) => one.includes(hash));
}
