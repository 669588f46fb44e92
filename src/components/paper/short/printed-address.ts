import { shortAddress } from '../../../site/addresses.ts';

/** An address as paper shows it, and where it leads. */
export interface PaperAddress {
  href: string;
  /** Without what nobody types: `explainer.example/s/china.html`. */
  short: string;
}

/** The address of a page of this site; nothing where the site’s own is not known, since paper cannot say “here”. */
export function paperAddress(site: URL | undefined, address = ''): PaperAddress | null {
  if (!site) return null;
  const { href } = new URL(address, site);
  return { href, short: shortAddress(href) };
}
