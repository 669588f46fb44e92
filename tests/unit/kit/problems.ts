import { checkContent } from '../../../src/build/check-content.ts';
import { ContentError, describeProblem } from '../../../src/data/errors.ts';
import { checkProse } from '../../../src/site/checks/check-prose.ts';
import { smallLedger, type SectionId } from './ledger.ts';
import { proseWith } from './project.ts';

/** Lists the problems that a check finds in a project, a line each; nothing if it finds none. */
export function problemsIn(root: string, check: (root: string) => unknown = checkContent): string[] {
  try {
    check(root);
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.problems.map(describeProblem);
  }
}

/** Lists the problems of prose that stands in a section, a line each; it begins on line 8 of the file. */
export function proseProblems(body: string, id: SectionId = 'what'): string[] {
  return proseProblemsIn(proseWith(body, id));
}

/** The facts of the invented ledger, which no check changes. */
const FACTS = smallLedger();

/** Lists the problems of the prose of a project that has the facts of the invented ledger, a line each. */
export function proseProblemsIn(root: string): string[] {
  return checkProse(root, FACTS).map(describeProblem);
}
