import { describe, expect, it } from 'vitest';
import { seriesOf } from '../../../src/figures/shared/series.ts';
import type { FigureCard } from '../../../src/data/schemas/figure.ts';
import { drawFigure } from '../../../src/figures/index.ts';
import { cardOf, ledger } from './kit.ts';
import { alikeWithoutColour, lookOf } from './look.ts';

/** Which series of the figure of positions look alike after a change, if every mark has one lightness. */
function alikeAfter(
  change: (one: FigureCard['dots'][number], other: FigureCard['dots'][number], card: FigureCard) => void,
): [string, string][] {
  const card = structuredClone(cardOf('positions-lost'));
  const dots = (id: string) => card.dots.find((one) => one.id === id)!;
  change(dots('alliance-wider'), dots('part'), card);
  const model = drawFigure(ledger, card, 'column');
  const drawn = seriesOf(ledger, card).filter((one) => one.id === 'alliance-wider' || one.id === 'part');
  return alikeWithoutColour(drawn.map((one) => lookOf(one, model, 0.6)));
}

function unnamed(card: FigureCard, rows: string[]): void {
  card.annotations = card.annotations.filter(({ at }) => !rows.includes(at));
}

describe('two series of one colour', () => {
  it('are told apart by their marks', () => {
    expect(alikeAfter((one, other, card) => unnamed(card, [...one.rows, ...other.rows]))).toEqual([]);
  });

  it('look alike with one mark and no words', () => {
    const found = alikeAfter((one, other, card) => {
      other.shape = one.shape;
      unnamed(card, [...one.rows, ...other.rows]);
    });
    expect(found).toEqual([['alliance-wider', 'part']]);
  });

  it('look alike with one mark and words beside only one of them', () => {
    expect(alikeAfter((one, other) => (other.shape = one.shape))).toEqual([['alliance-wider', 'part']]);
  });

  it('are told apart by words beside both', () => {
    const found = alikeAfter((one, other, card) => {
      other.shape = one.shape;
      card.annotations.push({ at: 'B001', text: 'one group', kind: 'remark' });
    });
    expect(found).toEqual([]);
  });

  it('look alike if their words stand far from their marks', () => {
    const card = cardOf('positions-lost');
    const model = drawFigure(ledger, card, 'column');
    const far = {
      ...model,
      labels: model.labels.map((label) => ({ ...label, box: { x0: -200, x1: -190, y0: 0, y1: 9 } })),
    };
    const drawn = seriesOf(ledger, card).filter((one) => one.kind === 'line');
    expect(alikeWithoutColour(drawn.map((one) => lookOf(one, model, 0.6)))).toEqual([]);
    expect(alikeWithoutColour(drawn.map((one) => lookOf(one, far, 0.6)))).toEqual([['alliance-said', 'irrawaddy']]);
  });
});
