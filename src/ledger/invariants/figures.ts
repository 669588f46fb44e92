import { isRealDate } from '../../schemas/dates.ts';
import type { FigureCard } from '../../schemas/figure.ts';
import { SECTION_IDS } from '../../schemas/section.ts';
import type { Ledger } from '../load.ts';
import { quote, type Problem } from '../problems.ts';
import { lineHolds } from './figure-lines.ts';
import { figureTemplates } from './figure-words.ts';
import { cardProblem, FILES } from './report.ts';
import { checkTokens } from './tokens.ts';

/** Every figure draws rows that exist and may be drawn, and its words refer to numbers that exist. */
export function figuresHold(ledger: Ledger): Problem[] {
  const figures = [...ledger.figures.values()];
  return [...numbersAreUnique(figures), ...figures.flatMap((figure) => figureHolds(ledger, figure))];
}

function figureHolds(ledger: Ledger, figure: FigureCard): Problem[] {
  const report = (path: (string | number)[], found: string, expected: string) => cardProblem(FILES.figure(figure.id), figure, path, found, expected);
  const problems: Problem[] = [];
  if (!(SECTION_IDS as readonly string[]).includes(figure.section)) {
    problems.push(report(['section'], quote(figure.section), `one of ${SECTION_IDS.join(', ')}`));
  }
  if (!ledger.cards.has(figure.dataset)) problems.push(report(['dataset'], quote(figure.dataset), 'the name of a dataset in content/data'));
  figure.lines.forEach((line, index) => problems.push(...lineHolds(ledger, figure, line, ['lines', index], report)));
  for (const list of ['bands', 'dots', 'table_only'] as const) {
    figure[list].forEach(({ rows }, index) => {
      rows.forEach((id, row) => problems.push(...rowMayShow(ledger, id, list !== 'table_only', (found, expected) => report([list, index, 'rows', row], found, expected))));
    });
  }
  figure.left_out.forEach((id, index) => {
    if (!rowOf(ledger, id)) problems.push(report(['left_out', index], quote(id), 'the id of a row'));
  });
  figure.annotations.forEach(({ at }, index) => {
    if (!canPointAt(ledger, figure, at)) {
      problems.push(report(['annotations', index, 'at'], quote(at), "the id of a row, a claim or one of the figure's series, or an ISO date"));
    }
  });
  for (const { path, text, mayBeWeak } of figureTemplates(figure)) {
    problems.push(...checkTokens(ledger, text, mayBeWeak, (found, expected) => report(path, found, expected)));
  }
  return problems;
}

function numbersAreUnique(figures: FigureCard[]): Problem[] {
  const first = new Map<number, string>();
  return figures.flatMap((figure) => {
    const earlier = first.get(figure.number);
    if (earlier === undefined) {
      first.set(figure.number, figure.id);
      return [];
    }
    return [cardProblem(FILES.figure(figure.id), figure, ['number'], `${figure.number} again`, `a number of its own (${earlier} has it)`)];
  });
}

function rowOf(ledger: Ledger, id: string): { confidence: string } | undefined {
  return ledger.observations.get(id) ?? ledger.places.get(id) ?? ledger.events.get(id);
}

function rowMayShow(ledger: Ledger, id: string, drawn: boolean, report: (found: string, expected: string) => Problem): Problem[] {
  const row = rowOf(ledger, id);
  if (!row) return [report(quote(id), 'the id of a row')];
  return drawn && row.confidence === 'low' ? [report(`"${id}" of low confidence`, 'a row of high or medium confidence')] : [];
}

function canPointAt(ledger: Ledger, figure: FigureCard, at: string): boolean {
  const series = [...figure.lines, ...figure.bands, ...figure.dots].map(({ id }) => id);
  return isRealDate(at) || series.includes(at) || ledger.claims.has(at) || ledger.derivations.has(at) || rowOf(ledger, at) !== undefined;
}
