import { LineCounter, parseDocument, type Document } from 'yaml';
import type { Problem } from './errors.ts';
import { memoizeByText } from './memoize.ts';
import { readText } from './read-text.ts';
import { faultLine } from './yaml-lines.ts';

/** Parsed YAML text; `offset` is the number of lines above it in its file. */
export interface YamlText {
  document: Document;
  source: string;
  lines: LineCounter;
  offset: number;
}

/** Parses YAML, well-formed or not. @param offset Number of lines above it in its file. */
export function parseYamlText(source: string, offset = 0): YamlText {
  const lines = new LineCounter();
  return { document: parseDocument(source, { lineCounter: lines, prettyErrors: false }), source, lines, offset };
}

const parsed = memoizeByText((text) => parseYamlText(text));

/**
 * Reads and parses one YAML file, well-formed or not. Its tree is shared and must not be changed.
 * @returns `null` if it cannot be read (then `problems` says why).
 */
export function readYamlText(root: string, file: string, problems: Problem[]): YamlText | null {
  const text = readText(root, file, problems);
  return text === null ? null : parsed(text, file);
}

/** Lists what is not well-formed; a warning is a tag such as !!js/function, which no file of ours needs. */
export function yamlFaults({ document, lines, offset }: YamlText, file: string): Problem[] {
  return [...document.errors, ...document.warnings].map((error) => ({
    file,
    line: faultLine(document, error, lines) + offset,
    found: error.message,
    expected: 'well-formed YAML',
  }));
}
