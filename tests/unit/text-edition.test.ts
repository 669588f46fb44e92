import { expect, it } from 'vitest';
import { isTextPage } from '../../src/site/editions.ts';

it('the text edition is the whole, and each section by itself', () => {
  expect(['text.html', 't/china.html', 's/china.html', 't/nothing.html', 'index.html'].filter(isTextPage)).toEqual([
    'text.html',
    't/china.html',
  ]);
});
