import {
  type Document,
  isMap,
  isNode,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
  type YAMLWarning,
} from 'yaml';
import type { z } from 'astro/zod';
import { readText } from './csv.ts';
import { describeExpectation, type Problem, quote } from './errors.ts';
import { markUpIn } from './mark-up.ts';

/** Parsed YAML text; `offset` is the number of lines above it in its file. */
export interface YamlText {
  document: Document;
  source: string;
  lines: LineCounter;
  offset: number;
}

/**
 * Reads one YAML file and checks it.
 * @returns The checked value, or `null` if anything was wrong (then `problems` says what and where).
 */
export function readYaml<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
  problems: Problem[],
): z.infer<S> | null {
  const text = readText(root, file, problems);
  if (text === null) return null;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  // A warning is a tag such as !!js/function, which no file of ours needs.
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    for (const error of faults) {
      problems.push({
        file,
        line: faultLine(document, error, lines),
        found: error.message,
        expected: 'well-formed YAML',
      });
    }
    return null;
  }
  return checkYaml(document, lines, file, schema, problems);
}

/** Checks a parsed document against a schema, with each problem at its own line. `lineOffset` is for front matter. */
export function checkYaml<S extends z.ZodType>(
  document: Document,
  lines: LineCounter,
  file: string,
  schema: S,
  problems: Problem[],
  lineOffset = 0,
): z.infer<S> | null {
  const value = readValue(document, file, problems);
  if (value === UNREADABLE) return null;
  problems.push(...markUpInYaml(document, lines, file, lineOffset));
  const result = schema.safeParse(value);
  if (result.success) {
    rememberLines(result.data, document, lines, lineOffset);
    problems.push(...repeatedIds(result.data, file));
    return result.data;
  }
  for (const issue of result.error.issues) {
    const path = issue.path as (string | number)[];
    const problem = (to: (string | number)[], found: string, expected: string): Problem => ({
      file,
      line: lineOfPath(document, lines, to) + lineOffset,
      ...(to.length === 0 ? {} : { field: to.join('.') }),
      found,
      expected,
    });
    if (issue.code === 'unrecognized_keys')
      problems.push(
        ...issue.keys.map((key) => problem([...path, key], `the field ${quote(key)}`, 'only known fields')),
      );
    else problems.push(problem(path, describeValue(document.getIn(path)), describeExpectation(issue)));
  }
  return null;
}

/** Reports mark-up in every text of a document, keys among them. */
function markUpInYaml(document: Document, lines: LineCounter, file: string, offset: number): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Scalar(_, { value, range }) {
      const markUp = typeof value === 'string' ? markUpIn(value) : null;
      if (markUp) problems.push({ file, ...(range && { line: lines.linePos(range[0]).line + offset }), ...markUp });
    },
  });
  return problems;
}

const UNREADABLE = Symbol('unreadable');

function readValue(document: Document, file: string, problems: Problem[]): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // An alias without its anchor is only noticed here.
    problems.push({ file, found: (error as Error).message, expected: 'well-formed YAML' });
    return UNREADABLE;
  }
}

function describeValue(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  return quote(typeof value === 'string' ? value : isNode(value) ? String(value) : (JSON.stringify(value) ?? ''));
}

/** Reports ids that a list has twice: a list keyed by id would silently keep only the last of two. */
function repeatedIds(value: unknown, file: string): Problem[] {
  if (!Array.isArray(value)) return [];
  const seen = new Map<string, object>();
  return value.flatMap((item: { id?: unknown }) => {
    if (typeof item?.id !== 'string') return [];
    const earlier = seen.get(item.id);
    if (!earlier) {
      seen.set(item.id, item);
      return [];
    }
    const line = yamlLine(item, ['id']);
    return [
      {
        file,
        ...(line === undefined ? {} : { line }),
        field: 'id',
        found: `"${item.id}" again`,
        expected: `an id used once (first at line ${yamlLine(earlier, ['id'])})`,
      },
    ];
  });
}

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

/** Remembers the origin of a checked value, and of each item of a list. `offset` is the number of lines above the document. */
export function rememberLines(value: unknown, document: Document, lines: LineCounter, offset: number): void {
  const keep = (item: unknown, path: (string | number)[]) => {
    if (typeof item === 'object' && item !== null) origins.set(item, { document, lines, offset, path });
  };
  keep(value, []);
  if (Array.isArray(value)) value.forEach((item, index) => keep(item, [index]));
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
