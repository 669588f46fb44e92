import { shortAddress } from '../../../site/addresses.ts';

/** An address on paper: the link, and the text that is printed. */
export interface PaperAddress {
  href: string;
  /** Without what nobody types: `explainer.example/s/china.html`. */
  short: string;
}

/** Returns the address of a page of this site; null where the site’s own is not known, since paper cannot say “here”. */
export function paperAddress(site: URL | undefined, address = ''): PaperAddress | null {
  if (!site) return null;
  const { href } = new URL(address, site);
  return { href, short: shortAddress(href) };
}
