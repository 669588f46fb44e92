/** A node of JSON-LD; what is `null` or `undefined` in it is not known and left out. */
export type Node = { '@type': string } & Record<string, unknown>;

/** Nodes as a document in the vocabulary that search engines read. */
export function jsonLdDocument(...nodes: Node[]): string {
  const [first] = nodes;
  const body = nodes.length === 1 ? first : { '@graph': nodes };
  return JSON.stringify({ '@context': 'https://schema.org', ...body }, (_, value: unknown) => value ?? undefined);
}

/** A JSON text as it may stand inside a script element: nothing in it can end the element or open a comment. */
export function escapeForScript(json: string): string {
  return json.replace(/</g, '\\u003c').replace(/\u2028|\u2029/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
}
