/** What a printed page says in its margins. */
export interface PageMargins {
  /** Title of the whole. */
  site: string;
  /** What part of it this is, in few words; null for the whole itself. */
  part: string | null;
  /** How old it is, and where to find it again. */
  foot: readonly string[];
  /** Whether the first page has the head too, because it says nothing of the whole in its text. */
  fromFirst: boolean;
}

/**
 * The running head and foot as a style sheet: page boxes take their words from nowhere else. A first page that has its title in the text has no head.
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

/** A text as a string of CSS: everything but letters, digits and the plainest signs is spelled out, so that nothing can end the string, the sheet or its element. */
export function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{M}\p{N} .,:;()/–—’“”·-]/gu, (sign) => `\\${(sign.codePointAt(0) as number).toString(16)} `)}"`;
}

/** An address as it is typed: `explainer.example/s/china.html`. */
export function typedAddress(address: string): string {
  return address.replace(/^https:\/\//, '').replace(/\/$/, '');
}
