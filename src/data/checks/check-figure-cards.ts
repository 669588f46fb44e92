import { formatDate, parseDate } from '../format.ts';
import { fillTokens } from '../numbers.ts';
import { firstDay, isRealDate, lastDay, latestDate } from '../schemas/dates.ts';
import type { FigureCard, Period } from '../schemas/figure.ts';
import type { Ledger } from '../ledger.ts';
import { type Problem, quote } from '../errors.ts';
import {
  bandHolds,
  lineHolds,
  type Path,
  type ReportAt,
  rowMayShow,
  rowsStandOnce,
  weakRowProblem,
} from './check-figure-rows.ts';
import { figurePlainTexts, figureTemplates } from './figure-texts.ts';
import { cardProblem, FILES } from './report.ts';
import { canFillTokens, checkChat, checkPlain, checkSharedTitle, checkTokens } from './check-tokens.ts';
import { findCited } from '../citations.ts';

/** Checks that figures draw rows that exist and may be drawn, and that their texts refer to numbers that exist. */
export function figuresHold(ledger: Ledger): Problem[] {
  const figures = [...ledger.figures.values()];
  return [
    ...numbersAreUnique(figures),
    ...leadHolds(figures),
    ...figures.flatMap((figure) => figureHolds(ledger, figure)),
  ];
}

function figureHolds(ledger: Ledger, figure: FigureCard): Problem[] {
  const report = (path: (string | number)[], found: string, expected: string) =>
    cardProblem(FILES.figure(figure.id), figure, path, found, expected);
  const problems: Problem[] = [];
  // Without any section the fault lies there, and is reported there.
  if (ledger.sectionIds.length > 0 && !ledger.sectionIds.includes(figure.section)) {
    problems.push(
      report(
        ['section'],
        quote(figure.section),
        `one of ${ledger.sectionIds.join(', ')}, the sections in content/sections`,
      ),
    );
  }
  if (!ledger.cards.has(figure.dataset))
    problems.push(report(['dataset'], quote(figure.dataset), 'the name of a dataset in content/data'));
  figure.lines.forEach((line, index) => problems.push(...lineHolds(ledger, figure, line, ['lines', index], report)));
  figure.bands.forEach((band, index) => problems.push(...bandHolds(ledger, figure, band, ['bands', index], report)));
  for (const list of ['dots', 'table_only'] as const) {
    figure[list].forEach(({ rows }, index) => {
      rows.forEach((id, row) =>
        problems.push(...rowMayShow(ledger, figure, id, list === 'dots', [list, index, 'rows', row], report)),
      );
    });
  }
  for (const list of ['places', 'places_listed'] as const) {
    figure[list].forEach(({ rows }, index) => {
      rows.forEach((id, row) =>
        problems.push(...placeMayShow(ledger, id, list === 'places', [list, index, 'rows', row], report)),
      );
    });
  }
  problems.push(...judgementsHold(ledger, figure, report), ...rowsAreOfOneKind(figure, report));
  figure.left_out.forEach((id, index) => {
    const rows = figure.places.length > 0 ? ledger.places : ledger.observations;
    if (!rows.has(id)) problems.push(report(['left_out', index], quote(id), 'the id of a row in content/data'));
  });
  problems.push(...rowsStandOnce(figure, report));
  figure.periods.forEach((period, index) => problems.push(...periodHolds(ledger, period, ['periods', index], report)));
  figure.annotations.forEach(({ row }, index) => {
    if (row !== undefined && !drawnIds(figure).includes(row))
      problems.push(report(['annotations', index, 'row'], quote(row), 'the id of a row that the figure draws'));
  });
  figure.prominent.forEach((id, index) => {
    if (!drawnIds(figure).includes(id))
      problems.push(report(['prominent', index], quote(id), 'the id of a place that the figure draws'));
  });
  figure.annotations.forEach(({ at }, index) => {
    if (!canPointAt(ledger, figure, at)) {
      problems.push(
        report(
          ['annotations', index, 'at'],
          quote(at),
          'a row, series or period that the figure draws, a computed number, or an ISO date',
        ),
      );
    }
  });
  problems.push(...periodEndsHold(ledger, figure, report));
  for (const { path, text, mayBeWeak } of figureTemplates(figure)) {
    problems.push(...checkTokens(ledger, text, mayBeWeak, (found, expected) => report(path, found, expected)));
  }
  problems.push(
    ...checkChat(ledger, figure, figure.summary, figure.notes[0] ?? null, (found, expected) =>
      report(['chat'], found, expected),
    ),
  );
  problems.push(...checkSharedTitle(ledger, figure.shared, (found, expected) => report(['shared'], found, expected)));
  for (const { path, text } of figurePlainTexts(figure)) {
    problems.push(...checkPlain(text, (found, expected) => report(path, found, expected)));
  }
  return problems;
}

/** Checks that a period in the words of a figure of numbers reaches the last day that it draws, and no further: `end of 2020 – November 2025`. */
function periodEndsHold(ledger: Ledger, figure: FigureCard, report: ReportAt): Problem[] {
  const days = [...figure.lines, ...figure.dots].flatMap(({ rows }) =>
    rows.flatMap((id) => ledger.observations.get(id)?.as_of ?? []),
  );
  if (days.length === 0) return [];
  const last = latestDate(days);
  const begun = days.map(firstDay).sort().at(-1) as string;
  return (['subtitle', 'table'] as const).flatMap((field) => {
    if (!canFillTokens(ledger, [figure[field]])) return [];
    const words = / – ((?:(?:\d{1,2} )?[A-Z][a-z]+ )?\d{4})$/.exec(fillTokens(ledger, figure[field]))?.[1];
    const end = parseDate(words ?? '');
    return end === null || (lastDay(end) >= begun && firstDay(end) <= lastDay(last))
      ? []
      : [
          report(
            [field],
            quote(words ?? ''),
            `${formatDate(last)}, the last day that is drawn, a reference to it such as {latest:…|month}, or the newer row under rows`,
          ),
        ];
  });
}

function numbersAreUnique(figures: FigureCard[]): Problem[] {
  const first = new Map<number, string>();
  return figures.flatMap((figure) => {
    const earlier = first.get(figure.number);
    if (earlier === undefined) {
      first.set(figure.number, figure.id);
      return [];
    }
    return [
      cardProblem(
        FILES.figure(figure.id),
        figure,
        ['number'],
        `${figure.number} again`,
        `a number of its own (${earlier} has it)`,
      ),
    ];
  });
}

/** Checks that one figure at most is the picture of the first screen, and that it draws places: the addresses of its rows rest on their ids. */
function leadHolds(figures: FigureCard[]): Problem[] {
  const [lead, ...others] = figures.filter((figure) => figure.lead);
  const report = (figure: FigureCard, expected: string) =>
    cardProblem(FILES.figure(figure.id), figure, ['lead'], 'true', expected);
  return [
    ...(lead && lead.places.length === 0 ? [report(lead, 'a figure that draws places')] : []),
    ...others.map((figure) => report(figure, `one figure alone (${lead?.id} is it)`)),
  ];
}

/** Lists the ids of all rows and series that a figure draws. */
function drawnIds(figure: FigureCard): string[] {
  return [...figure.lines, ...figure.bands, ...figure.dots, ...figure.places, ...figure.judgements].flatMap(
    ({ id, rows }) => [id, ...rows],
  );
}

function canPointAt(ledger: Ledger, figure: FigureCard, at: string): boolean {
  const drawn = drawnIds(figure);
  return (
    isRealDate(at) || figure.periods.some(({ id }) => id === at) || drawn.includes(at) || ledger.derivations.has(at)
  );
}

/** Checks that a period ends after the last day that its sources give for its beginning, and that every row behind it exists. */
function periodHolds(
  ledger: Ledger,
  { from, surely = from, to, told_by }: Period,
  path: Path,
  report: ReportAt,
): Problem[] {
  const unknown = told_by.flatMap((id, index) =>
    findCited(ledger, id)
      ? []
      : [report([...path, 'told_by', index], quote(id), 'the id of a row, an event or a statement')],
  );
  if (surely < from) return [report([...path, 'surely'], surely, `a day after ${from}`), ...unknown];
  return to > surely ? unknown : [report([...path, 'to'], to, `a day after ${surely}`), ...unknown];
}

/** Checks that a place shown by a figure exists, and that one that is drawn is dated and not of low confidence. */
function placeMayShow(ledger: Ledger, id: string, drawn: boolean, path: Path, report: ReportAt): Problem[] {
  const place = ledger.places.get(id);
  if (!place) return [report(path, quote(id), 'the id of a row in content/data/places.csv')];
  if (!drawn) return [];
  if (place.confidence === 'low') return [weakRowProblem(id, path, report)];
  return place.captured_on === null
    ? [report(path, `"${id}" without a date of capture`, 'a place whose capture is dated at least by year')]
    : [];
}

/** Checks that a figure of judgements has every one of them, each in the group of its leaning. */
function judgementsHold(ledger: Ledger, { judgements }: FigureCard, report: ReportAt): Problem[] {
  if (judgements.length === 0) return [];
  const shown = new Set(judgements.flatMap(({ rows }) => rows));
  const missing = [...ledger.assessments.keys()].filter((id) => !shown.has(id));
  return [
    ...judgements.flatMap(({ id: leaning, rows }, group) =>
      rows.flatMap((id, index): Problem[] => {
        const found = ledger.assessments.get(id);
        if (found?.leaning === leaning) return [];
        const what = found ? `"${id}" of leaning "${found.leaning}"` : quote(id);
        return [
          report(
            ['judgements', group, 'rows', index],
            what,
            `the id of a row of leaning "${leaning}" in content/assessments.csv`,
          ),
        ];
      }),
    ),
    ...missing.map((id) => report(['judgements'], `no "${id}"`, 'every row of content/assessments.csv')),
  ];
}

/** Checks that a figure shows places, numbers or judgements: its table has one kind of row. */
function rowsAreOfOneKind(figure: FigureCard, report: ReportAt): Problem[] {
  const kinds = Object.entries({
    places: [...figure.places, ...figure.places_listed],
    judgements: figure.judgements,
    'lines, bands, dots or table_only': [...figure.lines, ...figure.bands, ...figure.dots, ...figure.table_only],
  }).flatMap(([kind, groups]) => (groups.length > 0 ? [kind] : []));
  return kinds.length > 1
    ? [report([kinds[0] as string], kinds.join(' beside '), 'one kind of row, each with a figure of its own')]
    : [];
}
