import { expect, it } from 'vitest';
import { applyEdits } from '../../src/build/page.ts';

const text = 'abcdefgh';

it('puts edits where they belong, in whatever order they come', () => {
  const edits = [
    { from: 6, to: 7, text: 'G' },
    { from: 2, to: 2, text: '-' },
    { from: 2, to: 4, text: 'CD' },
  ];
  expect(applyEdits(text, edits)).toBe('ab-CDefGh');
});

it('lets an edit go with the stretch that is cut out around it', () => {
  const edits = [
    { from: 3, to: 4, text: 'D' },
    { from: 1, to: 6, text: '' },
    { from: 6, to: 6, text: '-' },
  ];
  expect(applyEdits(text, edits)).toBe('a-gh');
});

it('refuses edits that overlap', () => {
  const edits = [
    { from: 1, to: 4, text: 'x' },
    { from: 3, to: 5, text: 'y' },
  ];
  expect(() => applyEdits(text, edits)).toThrow('two edits overlap at "de"');
});
