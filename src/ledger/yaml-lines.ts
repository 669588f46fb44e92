import { isMap, isNode, visit, type Document, type LineCounter, type YAMLError } from 'yaml';

interface Origin {
  document: Document;
  lines: LineCounter;
  offset: number;
  path: (string | number)[];
}

const origins = new WeakMap<object, Origin>();

/** The line on which a field of a checked value stands, so that later checks can name it too; nothing for values made otherwise. */
export function yamlLine(value: object, path: (string | number)[]): number | undefined {
  const origin = origins.get(value);
  return origin && lineOf(origin.document, origin.lines, [...origin.path, ...path]) + origin.offset;
}

/** Keeps where a checked value, and each item of a list, came from. `offset` is the number of lines above the document. */
export function rememberLines(value: unknown, document: Document, lines: LineCounter, offset: number): void {
  const keep = (item: unknown, path: (string | number)[]) => {
    if (typeof item === 'object' && item !== null) origins.set(item, { document, lines, offset, path });
  };
  keep(value, []);
  if (Array.isArray(value)) value.forEach((item, index) => keep(item, [index]));
}

/** The line of the deepest node that exists on the way to `path`. */
export function lineOf(document: Document, lines: LineCounter, path: (string | number)[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    const pair = isMap(parent) ? parent.items.find((item) => String(item.key) === String(path[depth - 1])) : undefined;
    const node = pair ? pair.key : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** The line to look at for a fault in the writing: for an open quote the one it begins on, not the end of the file. */
export function faultLine(document: Document, error: YAMLError, lines: LineCounter): number {
  let start = error.pos[0];
  if (error.code === 'MISSING_CHAR') {
    visit(document, {
      Scalar(_, node) {
        if (node.type?.startsWith('QUOTE') && node.range && node.range[1] >= start) start = node.range[0];
      },
    });
  }
  return lines.linePos(start).line;
}
