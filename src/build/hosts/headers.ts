import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../../data/errors.ts';
import { textOf } from '../../site/editions.ts';

/** HTTP headers by name. */
export type Headers = Readonly<Record<string, string>>;

/** Name of the header that says what a document may load and run, and who may frame it. */
export const POLICY = 'Content-Security-Policy';

/** Kind of file to a host, which knows it by the path alone. */
interface Kind {
  name: string;
  /** A regular expression on the path from the top of the site, `/s/china.html`, plain enough for every server. */
  pattern: string;
  headers: Headers;
  /** Sites that may show it in a frame; only for pages, which bring the rest of their policy with them. */
  ancestors?: string;
}

/** Browser features that no page here needs. Chromium warns of names that it does not know, and tests fail at a warning, so all of these it knows. */
const DENIED = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** Headers of every answer. */
export const ALWAYS: Headers = {
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': DENIED.map((name) => `${name}=()`).join(', '),
};

/** Kept by a browser, but asked for again each time, which costs a few bytes where nothing has changed. A content network may answer for a minute by itself: that carries a crowd. */
const FRESH = { 'Cache-Control': 'public, max-age=0, s-maxage=60, must-revalidate' };
/** For this site’s own pages, and for anybody’s. */
const CLOSED = { 'Cross-Origin-Resource-Policy': 'same-origin' };
const OPEN = { 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' };

/** Kinds of files in order: a file is of the first whose pattern fits. */
export const KINDS: readonly Kind[] = [
  { name: 'frames', pattern: '^/embed/.+\\.html$', headers: { ...FRESH, ...OPEN }, ancestors: '*' },
  { name: 'pages', pattern: '\\.html$', headers: { ...FRESH, ...CLOSED }, ancestors: `'none'` },
  // The only others whose programs a browser would run. The viewers of all else add styles of their own, which a policy would refuse.
  { name: 'drawings', pattern: '\\.svg$', headers: { ...FRESH, ...OPEN, [POLICY]: `default-src 'none'` } },
  { name: 'others', pattern: '^/', headers: { ...FRESH, ...OPEN } },
];

/** Names of headers that differ between kinds of files. */
export const VARYING: readonly string[] = [
  ...new Set([POLICY, ...KINDS.flatMap(({ headers }) => Object.keys(headers))]),
];

/** Returns the kind of a file. */
export function kindOf(file: string): Kind {
  return KINDS.find(({ pattern }) => new RegExp(pattern).test(`/${file}`))!;
}

/**
 * Returns all headers that a server adds to a file.
 * @param carried The policy that the page carries, if the file is one.
 */
export function headersOf(file: string, carried?: string): Headers {
  const { headers, ancestors } = kindOf(file);
  return { ...ALWAYS, ...headers, ...(ancestors !== undefined && { [POLICY]: pagePolicy(carried, ancestors) }) };
}

/** Adds to the policy that a page carries who may frame it, which only a header can say. */
export function pagePolicy(carried: string | undefined, ancestors: string): string {
  return [carried, `frame-ancestors ${ancestors}`].filter((part) => part !== undefined).join('; ');
}

/** Returns the policy that a finished page carries; undefined if it has none. */
export function carriedPolicy(html: string): string | undefined {
  return /<meta http-equiv="content-security-policy" content="([^"]+)">/.exec(html)?.[1];
}

/** Returns the addresses of the texts in a site by those of the pages that they are of. */
export function textsByPage(files: readonly string[]): ReadonlyMap<string, string> {
  const known = new Set(files);
  return new Map(
    files.flatMap((page) => {
      const text = textOf(page);
      return text !== null && known.has(text) ? [[page, text]] : [];
    }),
  );
}

/** Lists the paths under which hosts give a page: with the end of its name and without, and that of the top. */
export function namesOf(page: string): string[] {
  const name = `/${page.replace(/\.html$/, '')}`;
  return [...(page === 'index.html' ? ['/'] : []), name, `/${page}`];
}

/** Content security policies that pages carry, by the address of the page. */
export type Policies = ReadonlyMap<string, string>;

/**
 * Reads the policies of finished pages.
 * @throws ContentError if one has none.
 */
export function readPolicies(folder: string, pages: readonly string[]): Policies {
  return new Map(
    pages.map((file) => [
      file,
      carriedPolicy(readFileSync(join(folder, file), 'utf8')) ??
        fail({ file, found: 'a page without a policy', expected: 'the one that the build puts in' }),
    ]),
  );
}

/** Joins policies into one that allows whatever any of them allows. */
export function unionOf(policies: readonly string[]): string {
  const allowed = new Map<string, Set<string>>();
  for (const [name, ...sources] of policies
    .flatMap((policy) => policy.split('; '))
    .map((directive) => directive.split(' '))) {
    for (const source of sources) allowed.set(name!, (allowed.get(name!) ?? new Set()).add(source));
  }
  return [...allowed]
    .map(([name, sources]) =>
      [name, ...(sources.size > 1 ? [...sources].filter((source) => source !== `'none'`) : sources)].join(' '),
    )
    .join('; ');
}
