import { checkContent } from '../../../src/build/check-content.ts';
import { ContentError, describeProblem } from '../../../src/data/errors.ts';

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
