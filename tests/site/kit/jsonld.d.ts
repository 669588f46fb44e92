/** What the tests use of jsonld, which brings no types. */
declare module 'jsonld' {
  interface Options {
    documentLoader: (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: object }>;
  }
  const jsonld: {
    expand(document: object, options: Options): Promise<Record<string, unknown>[]>;
    canonize(document: object, options: Options & { algorithm?: string; format?: string }): Promise<string>;
  };
  export default jsonld;
}
