import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'astro/zod';
import { readText } from './csv.ts';
import { expectation, quote, type Problem } from './problems.ts';
import { faultLine, lineOf, rememberLines, yamlLine } from './yaml-lines.ts';

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
  if (document.errors.length > 0) {
    for (const error of document.errors) {
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
  const value = valueOf(document, file, problems);
  if (value === UNREADABLE) return null;
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
      line: lineOf(document, lines, to) + lineOffset,
      ...(to.length === 0 ? {} : { field: to.join('.') }),
      found,
      expected,
    });
    if (issue.code === 'unrecognized_keys')
      problems.push(
        ...issue.keys.map((key) => problem([...path, key], `the field ${quote(key)}`, 'only known fields')),
      );
    else problems.push(problem(path, shown(document.getIn(path)), expectation(issue)));
  }
  return null;
}

const UNREADABLE = Symbol('unreadable');

function valueOf(document: Document, file: string, problems: Problem[]): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // An alias without its anchor is only noticed here.
    problems.push({ file, found: (error as Error).message, expected: 'well-formed YAML' });
    return UNREADABLE;
  }
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  return quote(typeof value === 'string' ? value : isNode(value) ? String(value) : (JSON.stringify(value) ?? ''));
}

/** A list keyed by id would silently keep only the last of two. */
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
