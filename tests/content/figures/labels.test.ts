import { describe, expect, it } from 'vitest';
import {
  clippedLabels,
  frameOf,
  labelsOnMarks,
  overlappingLabels,
  textLabel,
  textWidth,
  wrapText,
} from '../../../src/charts/index.ts';
import { designOf, drawFigure } from '../../../src/figures/index.ts';
import { allLabels, cardOf, FIGURE_IDS, ledger, modelsOf } from './kit.ts';

const onPaper = FIGURE_IDS.filter((id) => designOf(id).onPaper);
const pictures = [...FIGURE_IDS.flatMap(modelsOf), ...onPaper.map((id) => drawFigure(ledger, cardOf(id), 'paper'))].map(
  (model) => [model.id, model.frame.name, model] as const,
);

describe.each(pictures)('labels of %s at %s', (_, __, model) => {
  it('do not meet', () => expect(overlappingLabels(allLabels(model))).toEqual([]));
  it('stay inside the frame', () => expect(clippedLabels(allLabels(model), model.frame)).toEqual([]));
  it('hide no mark', () => expect(labelsOnMarks(model.labels, model.marks)).toEqual([]));
  it('are never under 11 pixels', () => {
    for (const { size = model.frame.text, quietSize = size } of allLabels(model))
      expect(Math.min(size, quietSize)).toBeGreaterThanOrEqual(11);
  });
});

describe('the checks themselves', () => {
  const a = textLabel('a', ['some words'], 'remark', 10, 20, 'start', 13);

  it('see two labels that meet', () => {
    expect(overlappingLabels([a, textLabel('b', ['more'], 'remark', 30, 22, 'start', 13)])).toEqual([['a', 'b']]);
  });

  it('see a label over the edge', () => {
    const model = modelsOf('displaced-total')[0]!;
    expect(
      clippedLabels([textLabel('c', ['far too far'], 'remark', model.frame.width - 5, 20, 'start', 13)], model.frame),
    ).toEqual(['c']);
  });
});

describe('the smallest letters of a design', () => {
  it.each([
    ['phone', 312, 11],
    ['column', 616, 11],
    // 88.5 mm, in points.
    ['paper', 250.9, 6.5],
  ] as const)('on %s are large enough where it is shown %s wide', (name, shown, least) => {
    const { width, value, text, remark } = frameOf(name, 0);
    expect((Math.min(value, text, remark) * shown) / width).toBeGreaterThanOrEqual(least);
  });
});

describe('measured text', () => {
  it('is wider in bold, and grows with its size', () => {
    expect(textWidth('660,000', 13, true)).toBeGreaterThan(textWidth('660,000', 13));
    expect(textWidth('660,000', 26)).toBeCloseTo(2 * textWidth('660,000', 13));
  });

  it('breaks at words and keeps every one', () => {
    const text = 'From one day on the count covers most of the country';
    const lines = wrapText(text, 120, 13);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(120);
  });

  it('leaves a single long word whole', () => expect(wrapText('unbreakable', 10, 13)).toEqual(['unbreakable']));
});
