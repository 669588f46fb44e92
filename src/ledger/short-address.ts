/** An address as paper shows it: without the scheme, and without the slash at its end. Null where the site has none. */
export function shortAddress(address: URL | string | undefined | null): string | null {
  return address
    ? String(address)
        .replace(/^https?:\/\//, '')
        .replace(/\/$/, '')
    : null;
}
