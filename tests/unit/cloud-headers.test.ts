import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cloudHeaders } from '../../src/build/hosts/cloud.ts';
import { headersOf } from '../../src/build/hosts/headers.ts';
import { FILES, PAGES, policies, policyOf } from './kit/hosted-site.ts';

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
