/** Fault in the content, worded so that whoever must mend it can act. */
export interface Problem {
  /** Path from the project's root. */
  file: string;
  /** One-based line, where there is one. */
  line?: number;
  /** Column or field concerned. */
  field?: string;
  /** Text or value that stands there now. */
  found: string;
  /** Description of a correct value, as a noun phrase. */
  expected: string;
  /** Ids that exist but could not be read because of this fault, so that nothing calls them unknown; `t*` if all that is known of one is its beginning, `all` if any id may be among them. */
  lost?: readonly string[] | 'all';
}

/** Longest text of one cell or field, in letters: four times the longest that is needed. */
const MAX_TEXT = 2000;

/** Describes a text that is too long for any cell or field; `null` if it is not. */
export function findLengthFault(text: string): Pick<Problem, 'found' | 'expected'> | null {
  return text.length <= MAX_TEXT
    ? null
    : { found: `${text.length} characters`, expected: `at most ${MAX_TEXT}: longer texts belong into a section` };
}

/** Number of errors shown together before the rest is only counted: about one screenful. */
const SCREENFUL = 20;

/** Formats a problem as one line: `content/data/x.csv:41 "as_of": found "2023-13-02"; expected an ISO date`. */
export function describeProblem(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  const field = problem.field === undefined ? '' : ` "${problem.field}"`;
  return `${place}${field}: found ${problem.found}; expected ${problem.expected}`;
}

/** Describes what a failed check expected, as a noun phrase: zod's own messages are put into our words. */
export function describeExpectation(issue: {
  code?: string;
  message: string;
  origin?: unknown;
  minimum?: unknown;
}): string {
  if (issue.code === 'too_small' && issue.origin === 'string' && issue.message.startsWith('Too small'))
    return `at least ${String(issue.minimum)} characters`;
  const wanted = /^Invalid input: expected (\w+), received/.exec(issue.message)?.[1];
  if (wanted) return /^[aeiou]/.test(wanted) ? `an ${wanted}` : `a ${wanted}`;
  return issue.message.replace(/^(?:Invalid input|Invalid option|Too small|Too big): expected /, '');
}

/** Quotes a cell's text for an error: on one line, cut if long, with signs that nobody sees written out as `[U+202E]`. */
export function quote(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu,
      (sign) => `[U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`,
    );
  return line === '' ? 'nothing' : `"${line.length > 80 ? `${line.slice(0, 77)}…` : line}"`;
}

/** Lists files with the number of their problems: `content/timeline.csv (3)`. */
function filesOf(problems: readonly Problem[]): string {
  const counts = new Map<string, number>();
  for (const { file } of problems) counts.set(file, (counts.get(file) ?? 0) + 1);
  return [...counts].map(([file, count]) => `${file} (${count})`).join(', ');
}

/** Error that stops a build: carries every problem found, and shows the first screenful. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const shown = problems.slice(0, SCREENFUL).map(describeProblem);
    const rest = problems.length - shown.length;
    if (rest > 0) shown.push(`… and ${rest} more, in ${filesOf(problems.slice(SCREENFUL))}`);
    super(shown.join('\n'));
    this.name = 'ContentError';
    this.problems = problems;
    // The stack of a content error names our code, which is not what is wrong.
    this.stack = `${this.name}:\n${this.message}`;
  }
}

/**
 * Stops a build at one problem.
 * @throws ContentError always.
 */
export function fail(problem: Problem): never {
  throw new ContentError([problem]);
}
