import { cardProblem, FILES } from '../../data/checks/report.ts';
import { ContentError, type Problem } from '../../data/errors.ts';
import type { Ledger } from '../../data/ledger.ts';
import { readSections } from '../../data/sections.ts';
import { sharedPages } from '../../figures/all-works.ts';
import type { CitablePage } from '../../site/citable-pages.ts';
import { layOutCard } from './card-words.ts';
import { CARDS } from './card.ts';
import { measuresOf, readFaces } from './faces.ts';
import { readStyles } from './styles.ts';

/** Address that stands for the site's own: cards name its host. */
const SITE_URL = 'https://explainer.example/';

/** Sets the words of every card as the build does, and reports those that do not fit or cannot be set, at the place where they are written. */
export function checkCards(ledger: Ledger, root: string): Problem[] {
  const styles = readStyles(root);
  const measures = measuresOf(readFaces(root));
  return sharedPages(ledger, root).flatMap((work) => {
    try {
      layOutCard(ledger, work, SITE_URL, styles, measures);
      return [];
    } catch (error) {
      if (error instanceof ContentError)
        return error.problems.map((problem) => atItsPlace(ledger, root, work, problem));
      throw error;
    }
  });
}

function atItsPlace(ledger: Ledger, root: string, { kind, id, title }: CitablePage, problem: Problem): Problem {
  const found = problem.file === CARDS ? problem.found : `${problem.found} (${problem.file})`;
  const isTitle = problem.found.includes(title.slice(0, 40));
  if (kind === 'explainer')
    return cardProblem(FILES.site, ledger.site, [isTitle ? 'title' : 'description'], found, problem.expected);
  if (kind === 'figure') {
    const card = ledger.figures.get(id);
    return cardProblem(FILES.figure(id), card ?? {}, ['title'], found, problem.expected);
  }
  if (kind === 'day') return cardProblem(FILES.then, ledger.briefs.get(id) ?? {}, ['finding'], found, problem.expected);
  if (kind === 'number')
    return cardProblem(FILES.safeLines, ledger.safeLines.get(id) ?? {}, ['write'], found, problem.expected);
  const file = readSections(root, []).find((section) => section.id === id);
  return cardProblem(file?.mdx.file ?? id, file?.card ?? {}, [isTitle ? 'title' : 'finding'], found, problem.expected);
}
