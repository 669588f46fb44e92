/** What the tests use of Citation.js, which brings no types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: string | object, options?: { forceType?: string });
    data: Record<string, unknown>[];
    validate?: () => void;
  }
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
