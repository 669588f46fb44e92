import { describe, expect, it } from 'vitest';
import { seriesOf } from '../../../src/figures/shared/series.ts';
import type { FigureCard } from '../../../src/data/schemas/figure.ts';
import { drawFigure } from '../../../src/figures/index.ts';
import { cardOf, ledger } from './kit.ts';
import { alikeWithoutColour, lookOf } from './look.ts';

/** Which of two series of the figure of positions look alike after a change, if every mark has one lightness. */
function alikeAfter(
  change: (one: FigureCard['dots'][number], other: FigureCard['dots'][number]) => void,
  names: string[],
) {
  const card = structuredClone(cardOf('positions-lost'));
  const dots = (id: string) => card.dots.find((one) => one.id === id)!;
  const [one, other] = [dots('alliance-wider'), dots('part')];
  [one.tone, other.tone] = ['ink', 'ink'];
  change(one, other);
  card.annotations = card.annotations.filter(({ at }) => ![...one.rows, ...other.rows].includes(at));
  card.annotations.push(...names.map((at) => ({ at, text: 'a group', kind: 'remark' as const })));
  const model = drawFigure(ledger, card, 'column');
  const drawn = seriesOf(ledger, card).filter(({ id }) => id === one.id || id === other.id);
  return alikeWithoutColour(drawn.map((series) => lookOf(series, model, 0.6)));
}

const ALIKE = [['alliance-wider', 'part']];

describe('two series of one colour', () => {
  it('are told apart by their marks', () => {
    expect(alikeAfter((one) => (one.shape = 'square'), [])).toEqual([]);
  });

  it('look alike with one mark, without words or with words beside only one of them', () => {
    expect(alikeAfter(() => {}, [])).toEqual(ALIKE);
    expect(alikeAfter(() => {}, ['B031'])).toEqual(ALIKE);
  });

  it('are told apart by words beside both', () => {
    expect(alikeAfter(() => {}, ['B031', 'B001'])).toEqual([]);
  });

  it('need not be told apart where the picture leaves both in grey', () => {
    expect(alikeAfter((one, other) => ([one.tone, other.tone] = ['rest', 'rest']), [])).toEqual([]);
  });

  it('look alike if their words stand far from their marks', () => {
    const card = structuredClone(cardOf('positions-lost'));
    // One mark for both, so that only their words are left.
    card.dots.find(({ id }) => id === 'irrawaddy')!.shape = 'dot';
    const model = drawFigure(ledger, card, 'column');
    const far = {
      ...model,
      labels: model.labels.map((label) => ({ ...label, box: { x0: -200, x1: -190, y0: 0, y1: 9 } })),
    };
    const drawn = seriesOf(ledger, card).filter(({ id }) => id === 'alliance-said' || id === 'irrawaddy');
    expect(alikeWithoutColour(drawn.map((one) => lookOf(one, model, 0.6)))).toEqual([]);
    expect(alikeWithoutColour(drawn.map((one) => lookOf(one, far, 0.6)))).toEqual([['alliance-said', 'irrawaddy']]);
  });
});
