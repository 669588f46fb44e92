/**
 * The chosen point in the address, with one grammar for all figures: `?at=<token>[,<token>]#<figure>`.
 * A token is an ISO day (the state on that day) or the id of a row (the point being read).
 */

/** Reads what an address asks for: its tokens, and the id behind `#`. Nothing in it can make this fail. */
export function readAddress(address: string): { tokens: string[]; target: string } {
  const { search, hash } = new URL(address);
  const at = queryParts(search).find(isAt) ?? '';
  return { tokens: decode(at.slice(3)).split(',').filter(Boolean), target: decode(hash.slice(1)) };
}

/** Returns the address with another choice, and at its figure if there is one. Other parts of the query stay as they are. */
export function writeAddress(address: string, tokens: readonly string[], figure: string): string {
  const url = new URL(address);
  const parts = queryParts(url.search).filter((part) => !isAt(part));
  if (tokens.length > 0) {
    parts.push(`at=${tokens.join()}`);
    url.hash = figure;
  }
  url.search = parts.join('&');
  return url.href;
}

function queryParts(search: string): string[] {
  return search.slice(1).split('&').filter(Boolean);
}

function isAt(part: string): boolean {
  return part.indexOf('at=') === 0;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Milliseconds for which a choice must rest before it is written: browsers refuse an address that changes all the time. */
const REST = 250;

const chosen: Record<string, [day: string, row: string]> = {};
/** The figure whose choice the address holds. */
export let last = '';
let timer: ReturnType<typeof setTimeout> | 0 = 0;

/** Notes the day (0) or the row (1) chosen in a figure, or that none is any more; the address follows once the choice rests. */
export function note(figure: string, part: 0 | 1, token: string): void {
  const mine = (chosen[figure] ??= ['', '']);
  if (mine[part] === token) return;
  mine[part] = token;
  if (mine.join('')) last = figure;
  else if (last === figure) last = '';
  clearTimeout(timer);
  timer = setTimeout(write, REST);
}

function write(): void {
  const address = writeAddress(location.href, (chosen[last] ?? []).filter(Boolean), last);
  try {
    if (address !== location.href) history.replaceState(0, '', address);
  } catch {
    // Some browsers allow no change to the address of a file; the choice itself holds.
  }
}

/** Once a link has led elsewhere, its address is not that of the choice. */
addEventListener('hashchange', () => {
  if (!last || location.hash.indexOf(`#${last}`) === 0) return;
  last = '';
  write();
});
