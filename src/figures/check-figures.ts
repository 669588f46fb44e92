import { clippedLabels, overlappingLabels, type Picture, type WidthName } from '../charts/index.ts';
import { fillCard, FigureFault, annotationWordsAt, type FilledCard } from './shared/filled-card.ts';
import type { ChartModel } from './shared/model.ts';
import { designOf, drawFigure, drawSmall, FIGURE_IDS } from './index.ts';
import { cardProblem, FILES } from '../data/checks/report.ts';
import type { Ledger } from '../data/ledger.ts';
import { quote, type Problem } from '../data/errors.ts';
import { lostIds } from '../data/follow-ups.ts';
import { BOUNDARIES_FILE } from '../data/read-boundaries.ts';
import type { FigureCard } from '../data/schemas/figure.ts';

/**
 * Draws every figure, and reports cards and models without each other.
 * @param earlier Problems found before: a figure whose card has one, or names a row that could not be read, is not drawn.
 */
export function checkFigures(ledger: Ledger, earlier: readonly Problem[] = []): Problem[] {
  const known: readonly string[] = FIGURE_IDS;
  const undrawn = [...ledger.figures.values()].filter((card) => !known.includes(card.id));
  return [
    ...undrawn.map((card) =>
      cardProblem(
        FILES.figure(card.id),
        card,
        ['id'],
        quote(card.id),
        `one of ${known.join(', ')}, or a line for it in DESIGNS of src/figures/index.ts`,
      ),
    ),
    ...known.filter((id) => canDraw(ledger, id, earlier)).flatMap((id) => figureProblems(ledger, id)),
  ];
}

/** Files without which no figure is drawn. */
const NEEDED_BY_ALL: readonly string[] = [
  FILES.site,
  FILES.timelineStrip,
  FILES.actors,
  'content/sources.csv',
  BOUNDARIES_FILE,
];

function canDraw(ledger: Ledger, id: string, earlier: readonly Problem[]): boolean {
  const card = ledger.figures.get(id);
  const isLost = lostIds(earlier);
  return !(
    earlier.some(
      ({ file, lost }) =>
        file === FILES.figure(id) || (lost !== undefined && (lost === 'all' || NEEDED_BY_ALL.includes(file))),
    ) ||
    (card && isLost(JSON.stringify(card)))
  );
}

/** Draws one figure at every width it is designed for, and reports what stands in the way of an honest, readable picture. */
export function figureProblems(ledger: Ledger, id: string): Problem[] {
  const card = ledger.figures.get(id);
  if (!card)
    return [
      {
        file: FILES.figure(id),
        found: 'no such file',
        expected: `the card of the figure, or no "${id}" in src/figures/index.ts`,
      },
    ];
  const { widths, onPaper } = designOf(id);
  const found = [
    ...[...widths, ...(onPaper ? ['paper' as const] : [])].flatMap((width) => pictureProblems(ledger, card, width)),
    ...smallProblems(ledger, card),
  ];
  // What is wrong at one width is mostly wrong at all.
  return [...new Map(found.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function pictureProblems(ledger: Ledger, card: FigureCard, width: WidthName): Problem[] {
  const report = (field: string, found: string, expected: string) =>
    cardProblem(FILES.figure(card.id), card, pathOf(field), found, expected);
  try {
    const model = drawFigure(ledger, card, width);
    return [
      ...marksOutside(model, card, report),
      ...labelProblems(model, card, report),
      ...lostWords(model, fillCard(ledger, card), report),
    ];
  } catch (error) {
    if (error instanceof FigureFault) return [report(error.field, error.found, error.expected)];
    return [
      report(
        'id',
        `a ${width} picture that cannot be drawn (${(error as Error).message})`,
        'a card that its model in src/figures can draw',
      ),
    ];
  }
}

/** The picture on the card of a shared link. */
function smallProblems(ledger: Ledger, card: FigureCard): Problem[] {
  const report = (field: string, found: string, expected: string) =>
    cardProblem(FILES.figure(card.id), card, pathOf(field), found, expected);
  try {
    return labelProblems(drawSmall(ledger, card), card, report, 'small', 'fewer words under "small", or none');
  } catch (error) {
    if (error instanceof FigureFault) return [report(error.field, error.found, error.expected)];
    return [
      report(
        'id',
        `a small picture that cannot be drawn (${(error as Error).message})`,
        'a card that its figure in src/figures can draw small',
      ),
    ];
  }
}

type Report = (field: string, found: string, expected: string) => Problem;

function marksOutside({ frame, placed }: ChartModel, card: FigureCard, report: Report): Problem[] {
  const isInside = (x: number, y: number) =>
    x >= frame.left - 0.5 && x <= frame.right + 0.5 && y >= frame.top - 0.5 && y <= frame.bottom + 0.5;
  // `NaN` is nowhere, so not inside either.
  return placed
    .filter(({ x, y }) => !isInside(x, y))
    .map(({ row }) =>
      report(
        fieldOfRow(card, row),
        `"${row}" outside the picture`,
        "a row of the days and values that the picture's axes cover",
      ),
    );
}

function labelProblems(
  model: Picture,
  card: FigureCard,
  report: Report,
  name: string = model.frame.name,
  shorter = fewerWords(name),
): Problem[] {
  const labels = [...model.labels, ...model.axes.flatMap((axis) => axis.labels)];
  const words = (id: string) => quote(labels.find((label) => label.id === id)?.lines.join(' ') ?? id);
  return [
    ...overlappingLabels(labels).map(([a, b]) =>
      report(
        fieldOfLabel(card, a) ?? fieldOfLabel(card, b) ?? 'annotations',
        `${words(a)} over ${words(b)} in the ${name} picture`,
        shorter,
      ),
    ),
    ...clippedLabels(labels, model.frame).map((id) =>
      report(
        fieldOfLabel(card, id) ?? 'annotations',
        `${words(id)} cut off at the edge of the ${name} picture`,
        shorter,
      ),
    ),
  ];
}

function fewerWords(name: string): string {
  return `fewer words there${name === 'column' ? '' : ' (an annotation can have "short" ones for the phone and for paper)'}; if a number was just changed, look whether it is far too large`;
}

/** Annotations at something the picture does not show, so that their words stand nowhere in it. */
function lostWords({ frame, labels }: ChartModel, card: FilledCard, report: Report): Problem[] {
  const said = labels.map(({ lead, lines }) => [...(lead === undefined ? [] : [lead]), ...lines].join(' '));
  return card.annotations.flatMap(({ at }, index) => {
    const words = annotationWordsAt(card, at, frame)?.replaceAll(' | ', ' ');
    // A source's name that is too long is cut.
    if (
      words === undefined ||
      said.some(
        (text) => text.startsWith(words) || (text.includes('…') && words.startsWith(text.split('…')[0] as string)),
      )
    )
      return [];
    return [
      report(
        `annotations.${index}.at`,
        `"${at}", which the picture has no place for`,
        'a row that it draws as a mark, or one of the days and series that its model in src/figures names',
      ),
    ];
  });
}

const LISTS = ['lines', 'bands', 'dots', 'table_only', 'places', 'places_listed', 'judgements'] as const;

function fieldOfRow(card: FigureCard, row: string): string {
  for (const list of LISTS) {
    const index = card[list].findIndex((series) => series.rows.includes(row));
    if (index >= 0) return `${list}.${index}.rows.${card[list][index]?.rows.indexOf(row)}`;
  }
  return 'lines';
}

/** The field that a label's words come from, where its id tells. */
function fieldOfLabel(card: FigureCard, id: string): string | undefined {
  const key = /^key-(\d+)$/.exec(id)?.[1];
  if (key !== undefined) return `key.${key}.text`;
  for (const list of ['lines', 'dots'] as const) {
    const head = card[list].findIndex((series) => id === `head-${series.id}`);
    if (head >= 0) return `${list}.${head}.label`;
  }
  const annotation = card.annotations.findIndex(({ at }) => at === id.replace(/^who-/, ''));
  return annotation >= 0 ? `annotations.${annotation}` : undefined;
}

function pathOf(field: string): (string | number)[] {
  return field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
