import { type Document, isMap, isNode, type LineCounter, visit, type YAMLError, type YAMLWarning } from 'yaml';

/** Place from which a checked value was read. */
interface Origin {
  document: Document;
  lines: LineCounter;
  offset: number;
  path: (string | number)[];
}

const origins = new WeakMap<object, Origin>();

/** Returns the line on which a field of a checked value stands, so that later checks can name it too; undefined for values made otherwise. */
export function yamlLine(value: object, path: (string | number)[]): number | undefined {
  const origin = origins.get(value);
  return origin && lineOfPath(origin.document, origin.lines, [...origin.path, ...path]) + origin.offset;
}

/** Remembers the origin of a checked value. `offset` is the number of lines above the document, `path` leads to the value. */
export function rememberLines(
  value: unknown,
  document: Document,
  lines: LineCounter,
  offset: number,
  path: (string | number)[] = [],
): void {
  if (typeof value === 'object' && value !== null) origins.set(value, { document, lines, offset, path });
}

/** Returns the line of the deepest node that exists on the way to `path`. */
export function lineOfPath(document: Document, lines: LineCounter, path: (string | number)[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    const pair = isMap(parent) ? parent.items.find((item) => String(item.key) === String(path[depth - 1])) : undefined;
    const node = pair ? pair.key : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** Returns the line of a fault of syntax: for an open quote the one it begins on, not the end of the file. */
export function faultLine(document: Document, error: YAMLError | YAMLWarning, lines: LineCounter): number {
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
