import type { Located } from '../csv.ts';
import { quote, type Problem } from '../errors.ts';
import type { Ledger } from '../ledger.ts';
import type { Source } from '../schemas/source.ts';
import { exceptionsNeeded, hostOf, type HostException } from '../web-address.ts';
import { FILES, rowProblem } from './report.ts';

/** Number of a publisher's rows on one host, and their share of its rows, from which on it is known by that host. */
const KNOWN_FROM = { rows: 3, share: 0.75 };

/** Shortest host that is compared with others: among very short ones a single letter is no likeness. */
const COMPARED_FROM = 8;

interface Address {
  row: Located<Source>;
  column: 'url' | 'copies';
  text: string;
  host: string;
}

/** Checks that every address of a source that needs an exception has it, with its reason, in the list of hosts. */
export function addressesHold(ledger: Ledger): Problem[] {
  return addressesOf(ledger).flatMap(({ row, column, text, host }) =>
    exceptionsNeeded(text)
      .filter(([exception]) => !isAllowed(ledger, host, exception))
      .map(([exception, expected]) =>
        rowProblem(
          row,
          column,
          quote(text),
          `${expected}, or ${host} in ${FILES.hosts} with may: [${exception}] and a reason`,
        ),
      ),
  );
}

/** Lists oddities of addresses: a publisher on a host that it is not known by, a host one letter away from another, an exception that nothing needs. */
export function addressWarnings(ledger: Ledger): string[] {
  const addresses = addressesOf(ledger);
  const sites = addresses.map((address) => ({ ...address, site: siteOf(address.host) }));
  const uses = new Map<string, number>();
  for (const { site } of sites) uses.set(site, (uses.get(site) ?? 0) + 1);
  const ofPublisher = Map.groupBy(
    sites.filter(({ column, host }) => column === 'url' && !isAllowed(ledger, host, 'other-host')),
    ({ row }) => row.publisher,
  );
  const at = ({ row, column, host }: Address) => `${row.file}:${row.line} "${column}": the host ${host}`;
  const except = (host: string) => `if that is right, give ${host} may: [other-host] and a reason in ${FILES.hosts}`;
  const odd = sites
    .filter(({ host }) => !isAllowed(ledger, host, 'other-host'))
    .flatMap((address) => {
      const { row, column, site, host } = address;
      const others = (ofPublisher.get(row.publisher) ?? []).filter((other) => other.row !== row);
      const home = homeOf(others.map((other) => other.site));
      if (column === 'url' && home !== undefined && site !== home)
        return [`${at(address)} is not ${home}, by which ${row.publisher} is known; ${except(host)}`];
      const twin = uses.get(site) === 1 ? [...uses.keys()].find((known) => isOneAway(site, known)) : undefined;
      return twin === undefined ? [] : [`${at(address)} differs by one letter from ${twin}; ${except(host)}`];
    });
  const needless = [...ledger.hosts.values()]
    .filter(({ id }) => addresses.every(({ host }) => host !== id))
    .map(({ id }) => `${FILES.hosts}: no source has an address at ${id}`);
  return [...odd, ...needless];
}

/** Returns the site on which most of a publisher's rows are; undefined for one that many others carry, such as an agency. */
function homeOf(sites: readonly string[]): string | undefined {
  const counts = [...Map.groupBy(sites, (site) => site)].map(([site, { length }]) => ({ site, length }));
  const { site, length } = counts.sort((a, b) => b.length - a.length)[0] ?? { site: undefined, length: 0 };
  return length >= KNOWN_FROM.rows && length >= sites.length * KNOWN_FROM.share ? site : undefined;
}

function addressesOf(ledger: Ledger): Address[] {
  return [...ledger.sources.values()].flatMap((row) => [
    ...(row.url === null ? [] : [{ row, column: 'url' as const, text: row.url, host: hostOf(row.url) }]),
    ...row.copies.map((text) => ({ row, column: 'copies' as const, text, host: hostOf(text) })),
  ]);
}

function isAllowed(ledger: Ledger, host: string, exception: HostException): boolean {
  return ledger.hosts.get(host)?.may.includes(exception) ?? false;
}

/** Returns the part of a host that somebody can register: its last two labels, or three under endings such as `co.uk`. */
function siteOf(host: string): string {
  const labels = host.split('.');
  const isUnderTwo =
    /^(?:ac|co|com|edu|gov|govt|gob|go|mil|net|ne|or|org)$/.test(labels.at(-2) ?? '') && labels.at(-1)!.length === 2;
  return labels.slice(isUnderTwo ? -3 : -2).join('.');
}

/** Tells whether two names become the same when one letter is changed, left out or exchanged with its neighbour. */
function isOneAway(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1 || Math.min(one.length, other.length) < COMPARED_FROM)
    return false;
  let start = 0;
  while (one[start] === other[start]) start += 1;
  const [a, b] = [one.slice(start), other.slice(start)];
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a.slice(2) === b.slice(2) && a[0] === b[1] && a[1] === b[0])
  );
}
