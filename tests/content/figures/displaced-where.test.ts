import { describe, expect, it } from 'vitest';
import { cardOf, ledger, modelFrom, modelsOf } from './kit.ts';

const [whole, ...parts] = cardOf('displaced-where')
  .dots.flatMap(({ rows }) => rows)
  .map((id) => ledger.observations.get(id)!);

describe.each(modelsOf('displaced-where').map((model) => [model.frame.name, model] as const))(
  'displaced-where at %s',
  (_, model) => {
    const barOf = (id: string) => model.marks.find(({ row }) => row === id)!;

    it('draws each region as long as its count, where the one before ends, and leaves the rest of the whole empty', () => {
      const perPerson = (barOf(whole!.id).boxes[0]!.x1 - barOf(whole!.id).boxes[0]!.x0) / whole!.value;
      let used = 0;
      for (const { id, value } of parts) {
        const [box] = barOf(id).boxes;
        expect(box!.x0, id).toBeCloseTo(used * perPerson, 1);
        used += value;
        expect(box!.x1, id).toBeCloseTo(used * perPerson, 1);
      }
      expect(used).toBeLessThan(whole!.value);
    });

    it('sets the words on the rest beside the last bar, and measures nothing of it', () => {
      const rest = model.labels.find(({ id }) => id === 'rest')!;
      const [last] = barOf(parts.at(-1)!.id).boxes;
      expect(rest.box.x0).toBeGreaterThan(last!.x1);
      expect(rest.box.y0).toBeLessThan(last!.y1);
      expect(rest.lines.join(' ')).toContain('not given by region: northern Shan');
      expect(model.axes).toEqual([]);
      expect(model.marks.map(({ row }) => row)).toEqual([whole!.id, ...parts.map(({ id }) => id)]);
    });

    it('colours the largest region and no other', () => {
      const [largest] = [...parts].sort((a, b) => b.value - a.value);
      expect(model.marks.filter(({ tone }) => tone === 'displaced').map(({ row }) => row)).toEqual([largest!.id]);
    });
  },
);

describe('what displaced-where puts side by side', () => {
  it('is one count: a part of another day, counter or definition is refused', () => {
    expect(() => modelFrom('displaced-where', (card) => card.dots[1]!.rows.push('ST54'))).toThrow(/"ST54" \(2024-05/);
    expect(() => modelFrom('displaced-where', (card) => (card.dots[1]!.rows = ['ST52', 'ST52', 'ST53']))).toThrow(
      /parts of 3900000/,
    );
  });
});
