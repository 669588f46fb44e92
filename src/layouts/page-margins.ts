/** Texts in the margins of a printed page. */
export interface PageMargins {
  /** Title of the whole. */
  site: string;
  /** Name of the part that the page shows, in few words; null for the whole itself. */
  part: string | null;
  /** Day of the data, version and address, set apart by dots. */
  foot: readonly string[];
  /** True if the first page has the head too, because its text does not name the whole. */
  fromFirst: boolean;
}

/**
 * Writes the running head and foot as a style sheet: page boxes take their words from nowhere else. A first page that has its title in the text has no head.
 * Browsers that know no page boxes leave them out, and print their own head and foot as the reader has set it.
 */
export function pageMargins({ site, part, foot, fromFirst }: PageMargins): string {
  const head = [
    `@top-left{content:${cssString(site)}}`,
    part === null ? '' : `@top-right{content:${cssString(part)}}`,
  ].join('');
  const first = fromFirst ? '' : '@page:first{@top-left{content:none}@top-right{content:none}}';
  return `@page{${head}@bottom-left{content:${cssString(foot.join(' · '))}}@bottom-right{content:"Page " counter(page) " of " counter(pages)}}${first}`;
}

/** Writes a text as a string of CSS: everything but letters, digits and the plainest signs is spelled out, so that nothing can end the string, the sheet or its element. */
export function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{M}\p{N} .,:;()/–—’“”·-]/gu, (sign) => `\\${(sign.codePointAt(0) as number).toString(16)} `)}"`;
}

/** Returns an address as it is typed: `explainer.example/s/china.html`. */
export function typedAddress(address: string): string {
  return address.replace(/^https:\/\//, '').replace(/\/$/, '');
}
