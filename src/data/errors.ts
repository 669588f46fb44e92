/** One thing wrong with the content, said so that whoever must mend it can act. */
export interface Problem {
  /** Path from the project's root. */
  file: string;
  /** One-based line, where there is one. */
  line?: number;
  /** The column or field concerned. */
  field?: string;
  /** What stands there now. */
  found: string;
  /** What should stand there. */
  expected: string;
}

/** Errors shown together before the rest is only counted: about one screenful. */
const SCREENFUL = 20;

/** `content/data/x.csv:41 "as_of": found "2023-13-02"; expected an ISO date`. */
export function describeProblem(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  const field = problem.field === undefined ? '' : ` "${problem.field}"`;
  return `${place}${field}: found ${problem.found}; expected ${problem.expected}`;
}

/** What a failed check asked for, as a noun phrase: the library's own messages are put into our words. */
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

/** A cell's text as shown in an error: quoted, on one line, cut if long. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? 'nothing' : `"${line.length > 80 ? `${line.slice(0, 77)}…` : line}"`;
}

/** Stops a build: carries every problem found, and shows the first screenful. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const shown = problems.slice(0, SCREENFUL).map(describeProblem);
    const rest = problems.length - shown.length;
    if (rest > 0) shown.push(`… and ${rest} more`);
    super(shown.join('\n'));
    this.name = 'ContentError';
    this.problems = problems;
    // The stack of a content error names our code, which is not what is wrong.
    this.stack = `${this.name}:\n${this.message}`;
  }
}

/** Stops a build at one problem. */
export function fail(problem: Problem): never {
  throw new ContentError([problem]);
}
