/** Node of JSON-LD; fields that are `null` or `undefined` are not known and left out. */
export type Node = { '@type': string } & Record<string, unknown>;

/** Writes nodes as a document in the vocabulary of schema.org, which search engines read. */
export function jsonLdDocument(...nodes: Node[]): string {
  const [first] = nodes;
  const body = nodes.length === 1 ? first : { '@graph': nodes };
  return JSON.stringify({ '@context': 'https://schema.org', ...body }, (_, value: unknown) => value ?? undefined);
}

/** Escapes a JSON text for a script element: nothing in it can end the element or open a comment. */
export function escapeForScript(json: string): string {
  return json.replace(/</g, '\\u003c').replace(/\u2028|\u2029/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
}
