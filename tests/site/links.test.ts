import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attributeOf, elementsOf } from '../../src/build/html-tree.ts';
import { READING_COPY } from '../../src/site/editions.ts';
import { readSiteUrl } from '../../src/build/settings.ts';
import { addressesOf, idsOf, type Address } from './kit/addresses.ts';
import { elementsBuilt, FILES, PAGES, parseBuilt } from './kit/dist.ts';

const HAS_SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
/** What the site was built for; its address may stand where a page is shown in place of another. */
const SITE = readSiteUrl(process.env);

const idsByPage = new Map(PAGES.map((file) => [file, new Set(idsOf(parseBuilt(file)))]));

describe.each(PAGES)('%s', (file) => {
  const page = parseBuilt(file);
  const addresses = addressesOf(page);

  it('leads only to files and places that exist, by relative addresses', () => {
    const inside = addresses.filter(({ text }) => !HAS_SCHEME.test(text));
    expect(inside.length).toBeGreaterThan(0);
    expect(inside.map(({ text }) => inwardFault(file, text)).filter(Boolean)).toEqual([]);
  });

  it('names its own address as the one to keep, or that of the page which says the same or has taken its place', () => {
    const canonical = elementsBuilt(file).filter((element) => attributeOf(element, 'rel') === 'canonical');
    const moved = elementsBuilt(file).find((element) => attributeOf(element, 'id') === 'moved-to');
    const page = file === 'index.html' ? '' : file.replace(/^embed\//, 'figures/');
    expect(canonical.map((element) => attributeOf(element, 'href'))).toEqual(
      SITE === undefined || file === READING_COPY
        ? []
        : [new URL((moved && attributeOf(moved, 'href')) ?? '', SITE + page).href],
    );
  });

  it('leads outwards only by links, and only to web or mail addresses', () => {
    expect(
      addresses
        .filter(({ text }) => HAS_SCHEME.test(text))
        .map(outwardFault)
        .filter(Boolean),
    ).toEqual([]);
  });

  it('uses each id once', () => {
    const ids = idsOf(page);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('labels and describes with elements that exist', () => {
    const names = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-details', 'for', 'headers'];
    const wanted = [...elementsOf(page)].flatMap((element) =>
      names.flatMap((name) => (attributeOf(element, name) ?? '').split(/\s+/).filter(Boolean)),
    );
    expect(wanted.filter((id) => !idsByPage.get(file)?.has(id))).toEqual([]);
  });
});

/** What is wrong with an address inside the site, or `null`. */
function inwardFault(file: string, address: string): string | null {
  const [path = '', fragment] = decodeURI(address).split('#');
  const name = path.split('?')[0] as string;
  // The page for what is missing is shown at any depth, so its addresses begin at the top of the site.
  const top = file === '404.html' && SITE !== undefined ? new URL(SITE).pathname : null;
  if (top !== null && name.startsWith(top)) return inwardFault('index.html', address.slice(top.length));
  if (name.startsWith('/')) return `${address} is not relative`;
  const target = name === '' ? file : posix.join(posix.dirname(file), name);
  if (!FILES.includes(target)) return `${address}: no file ${target}`;
  if (fragment !== undefined && !idsByPage.get(target)?.has(fragment))
    return `${address}: no element "${fragment}" in ${target}`;
  return null;
}

/** What is wrong with an address that has a scheme, or `null`. */
function outwardFault({ element, text }: Address): string | null {
  if (SITE !== undefined && text.startsWith(SITE))
    return inwardFault('index.html', text.slice(SITE.length) || 'index.html');
  if (text.startsWith('data:')) return element === 'a' ? `a link to ${text.slice(0, 40)}` : null;
  if (!URL.canParse(text)) return `${text} is not an address`;
  const { protocol, hostname } = new URL(text);
  if (element !== 'a' && element !== 'link') return `<${element}> loads ${text}`;
  if (protocol === 'mailto:') return null;
  return /^https?:$/.test(protocol) && hostname.includes('.') ? null : `${text} is not a web address`;
}
