import { dirname } from 'node:path';
import {
  ALWAYS,
  POLICY,
  headersOf,
  kindOf,
  namesOf,
  pagePolicy,
  unionOf,
  type Headers,
  type Policies,
} from './headers.ts';

/** Name of the file that Netlify and Cloudflare Pages take headers from. */
export const CLOUD_FILE = '_headers';

/** These hosts bid browsers by themselves to ask again before they use what they kept, and keep copies near readers until the next version. */
const CACHING = 'Cache-Control';

/** Rule for one address, or for all that begin as it does. */
interface Rule {
  address: string;
  headers: Headers;
}

/**
 * Formats the headers as these two hosts take them: by the address alone. They join the values of all rules that fit one, so no header
 * stands in two such rules. Cloudflare takes a hundred rules, so pages in folders share one, which allows what any of them holds;
 * each narrows that to itself with the policy that it carries.
 */
export function cloudHeaders(heading: string, files: readonly string[], policies: Policies): string {
  const top = files.filter((file) => dirname(file) === '.');
  const folders = [...new Set(files.filter((file) => !top.includes(file)).map((file) => file.split('/')[0] as string))];
  const hashed = new Map(
    files
      .filter((file) => kindOf(file).name === 'hashed' && dirname(file).includes('/'))
      .map((file) => [dirname(file), headersOf(file)[CACHING]!]),
  );
  const rules: Rule[] = [
    { address: '/*', headers: ALWAYS },
    ...top
      .filter((file) => policies.has(file))
      .flatMap((file) => namesOf(file).map((address) => ({ address, headers: ownHeaders(file, policies.get(file)) }))),
    ...folders.map((folder) => ({
      address: `/${folder}/*`,
      headers: sharedBy(
        files.filter((file) => file.startsWith(`${folder}/`)),
        policies,
      ),
    })),
    ...[...hashed].map(([folder, caching]) => ({ address: `/${folder}/*`, headers: { [CACHING]: caching } })),
  ];
  return `${heading}\n${rules.map(({ address, headers }) => [address, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n')).join('\n\n')}\n`;
}

/** Returns the headers of a file beyond those that all have. */
function ownHeaders(file: string, carried?: string): Headers {
  return Object.fromEntries(
    Object.entries(headersOf(file, carried)).filter(([name]) => !(name in ALWAYS) && name !== CACHING),
  );
}

/** Returns headers that fit all files of a folder: as open as the most open of them, under a policy that leaves each page, and the one for what is missing, as it is. */
function sharedBy(files: readonly string[], policies: Policies): Headers {
  const { [POLICY]: _, ...headers } = ownHeaders(
    files.find((file) => 'Access-Control-Allow-Origin' in headersOf(file)) ?? files[0]!,
  );
  const pages = files.filter((file) => policies.has(file));
  if (pages.length === 0) return headers;
  const shown = [...pages, '404.html'].flatMap((file) => policies.get(file) ?? []);
  return { ...headers, [POLICY]: pagePolicy(unionOf(shown), kindOf(pages[0]!).ancestors!) };
}
