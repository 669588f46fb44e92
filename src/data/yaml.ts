import { type Document, isNode, type LineCounter, visit } from 'yaml';
import type { z } from 'astro/zod';
import { describeExpectation, findLengthFault, type Problem, quote } from './errors.ts';
import { markUpIn } from './mark-up.ts';
import { lineOfPath, rememberLines, yamlLine } from './yaml-lines.ts';
import { readYamlText, yamlFaults, type YamlText } from './yaml-text.ts';

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
  const parsed = parseYaml(root, file, problems);
  return parsed && checkYaml(parsed.document, parsed.lines, file, schema, problems);
}

/**
 * Reads a YAML file that holds a list, and checks each item by itself.
 * @returns The items that could be read; `problems` says what was wrong with the others.
 */
export function readYamlList<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
  problems: Problem[],
): z.infer<S>[] {
  const parsed = parseYaml(root, file, problems);
  if (!parsed) return [];
  const { document, lines } = parsed;
  const value = readValue(document, file, problems);
  if (value === UNREADABLE) return [];
  if (!Array.isArray(value)) {
    problems.push({ file, line: 1, found: describeValue(value), expected: 'an array', lost: 'all' });
    return [];
  }
  problems.push(...markUpInYaml(document, lines, file, 0));
  const items = value.flatMap((raw: unknown, index): z.infer<S>[] => {
    const item = checkValue(raw, [index], { document, lines, offset: 0 }, file, schema, problems);
    if (item === null) return [];
    rememberLines(item, document, lines, 0, [index]);
    return [item];
  });
  problems.push(...repeatedIds(items, file));
  return items;
}

function parseYaml(root: string, file: string, problems: Problem[]): YamlText | null {
  const before = problems.length;
  const yaml = readYamlText(root, file, problems);
  if (yaml !== null) problems.push(...yamlFaults(yaml, file));
  for (const problem of problems.slice(before)) problem.lost = 'all';
  return problems.length > before ? null : yaml;
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
  const checked = checkValue(value, [], { document, lines, offset: lineOffset }, file, schema, problems);
  if (checked !== null) rememberLines(checked, document, lines, lineOffset);
  return checked;
}

/** Checks one value of a document. @param base Path that leads to it. */
function checkValue<S extends z.ZodType>(
  value: unknown,
  base: (string | number)[],
  { document, lines, offset }: Pick<YamlText, 'document' | 'lines' | 'offset'>,
  file: string,
  schema: S,
  problems: Problem[],
): z.infer<S> | null {
  const problem = (to: (string | number)[], found: string, expected: string): Problem => ({
    file,
    line: lineOfPath(document, lines, to) + offset,
    ...(to.length === 0 ? {} : { field: to.join('.') }),
    found,
    expected,
  });
  problems.push(...longTexts(value, base).map(({ path, found, expected }) => problem(path, found, expected)));
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const id = (value as { id?: unknown } | null)?.id;
  const isNameless = result.error.issues.some(({ path }) => path[0] === 'id');
  const lost: Problem['lost'] = isNameless ? 'all' : typeof id === 'string' ? [id] : [];
  for (const issue of result.error.issues) {
    const path = [...base, ...(issue.path as (string | number)[])];
    if (issue.code === 'unrecognized_keys')
      problems.push(
        ...issue.keys.map((key) => ({
          ...problem([...path, key], `the field ${quote(key)}`, 'only known fields'),
          lost,
        })),
      );
    else problems.push({ ...problem(path, describeValue(document.getIn(path)), describeExpectation(issue)), lost });
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

/** Lists the texts of a value that are too long for any field. */
function longTexts(
  value: unknown,
  path: (string | number)[],
): (Pick<Problem, 'found' | 'expected'> & { path: (string | number)[] })[] {
  if (typeof value === 'string') {
    const fault = findLengthFault(value);
    return fault ? [{ path, ...fault }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => longTexts(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => longTexts(item, [...path, key]));
}

const UNREADABLE = Symbol('unreadable');

function readValue(document: Document, file: string, problems: Problem[]): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // An alias without its anchor is only noticed here.
    problems.push({ file, found: (error as Error).message, expected: 'well-formed YAML', lost: 'all' });
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
