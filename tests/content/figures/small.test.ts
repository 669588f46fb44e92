import { describe, expect, it } from 'vitest';
import { clippedLabels, labelsOnMarks, overlappingLabels, renderSvg, type Picture } from '../../../src/charts/index.ts';
import { drawSmall, FIGURE_IDS } from '../../../src/figures/index.ts';
import { figureProblems } from '../../../src/figures/check-figures.ts';
import { describeProblem } from '../../../src/data/errors.ts';
import type { FigureCard } from '../../../src/data/schemas/figure.ts';
import { cardOf, ledger, modelsOf } from './kit.ts';

const pictureOf = (id: string) => drawSmall(ledger, cardOf(id));
const saidIn = ({ labels }: Picture) => labels.map(({ lines }) => lines.join(' '));

/** What is wrong with the pictures of a figure whose card has been changed. */
function problemsAfter(id: string, change: (card: FigureCard) => void): string[] {
  const card = structuredClone(cardOf(id));
  change(card);
  return figureProblems({ ...ledger, figures: new Map([...ledger.figures, [id, card]]) }, id).map(describeProblem);
}

describe.each(FIGURE_IDS)('the picture of %s on the card of a shared link', (id) => {
  const picture = pictureOf(id);
  const labels = [...picture.labels, ...picture.axes.flatMap((axis) => axis.labels)];

  it('draws every row that the figure draws, alike', () => {
    const marks = (of: Picture) =>
      of.marks
        .filter(
          ({ row, kind }) =>
            row !== undefined && ['filled', 'open', 'half', 'strike', 'bar', 'fade', 'bar-unsure'].includes(kind),
        )
        .map(({ row, kind, tone }) => `${row} ${kind} ${tone}`)
        .sort();
    expect(new Set(marks(picture))).toEqual(new Set(marks(modelsOf(id)[0]!)));
    for (const { row } of modelsOf(id)[0]!.placed)
      expect(
        picture.marks.some((mark) => mark.row === row),
        row,
      ).toBe(true);
  });

  it('lets no word stand on another, on a mark or over the edge', () => {
    expect(overlappingLabels(labels)).toEqual([]);
    expect(clippedLabels(labels, picture.frame)).toEqual([]);
    expect(labelsOnMarks(picture.labels, picture.marks)).toEqual([]);
  });

  it('draws no mark over its edge', () => {
    const { width, height } = picture.frame;
    const over = picture.marks.flatMap(({ kind, row, boxes }) =>
      boxes
        .filter(({ x0, x1, y0, y1 }) => x0 < -1 || x1 > width + 1 || y0 < -1 || y1 > height + 1)
        .map(() => `${kind} ${row}`),
    );
    expect(over).toEqual([]);
  });

  it('is described by its own words, and is sound SVG', () => {
    const svg = renderSvg(picture);
    expect(svg).toContain('role="img" aria-label="');
    expect(svg).not.toMatch(/style=|<a |<script|NaN|undefined| id=/);
  });
});

describe('the small map', () => {
  const picture = pictureOf('map');

  it('has no number, since no list beside it says what one means', () => {
    expect(picture.labels.filter(({ lead }) => lead !== undefined)).toEqual([]);
    expect(saidIn(picture).join(' ')).not.toMatch(/\d/);
  });

  it('names towns that were given back, and explains the stroke through them', () => {
    expect(saidIn(picture)).toEqual(
      expect.arrayContaining([
        ledger.places.get('TN22')?.name,
        ledger.places.get('TN20')?.name,
        'back with the military',
      ]),
    );
  });
});

describe('the small picture of who counted what', () => {
  it('names each group in few words, with the number where there is only one', () => {
    const heads = saidIn(pictureOf('sources-disagree'));
    expect(heads).toEqual(
      expect.arrayContaining([
        'The AP report: more than 180',
        'The alliance',
        'The military: nearly 200',
        'ISP-Myanmar',
      ]),
    );
    expect(pictureOf('sources-disagree').labels.filter(({ kind }) => kind === 'heading')).toHaveLength(
      cardOf('sources-disagree').dots.length,
    );
  });
});

describe('the small picture of the gates', () => {
  it('names each gate, and says who shut them', () => {
    expect(saidIn(pictureOf('crossings'))).toEqual([
      'shut by China',
      '1  Chinshwehaw',
      '2  Monekoe',
      '3  Pang Hseng',
      '4  Kyin San Kyawt',
      'Yan Lon Kyaing',
      '105-Mile Trade Zone',
    ]);
  });
});

describe('a small picture is refused', () => {
  it('if its words do not fit', () => {
    const long = problemsAfter(
      'sources-disagree',
      (card) => (card.dots[1]!.small = 'Gains of the alliance in all of northern Shan State and beyond'),
    );
    expect(long.join()).toMatch(
      /"dots\.1\.label": found .* cut off at the edge of the small picture; expected fewer words under "small", or none/,
    );
  });

  it('if it cannot be drawn', () => {
    expect(
      problemsAfter('crossings', (card) => (card.periods = card.periods.filter(({ id }) => id !== 'shut'))).join(),
    ).toContain('none of the id "shut"');
  });
});
