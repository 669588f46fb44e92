import { describe, expect, it } from 'vitest';
import { screenRules, writeStyles } from '../../src/layouts/page-styles.ts';

const PAGE = '<html><head><title>T</title></head><body><p>A</p></body></html>';
const written = (first: string[], components: string[] = [], last: string[] = []) =>
  writeStyles(PAGE, { first, last }, new Set(components));

describe('the styles of a page', () => {
  it('stand in its head for screens, and at its very end for paper', () => {
    expect(written(['p{x:y}@media print{p{x:z}}'])).toBe(
      '<html><head><title>T</title><style>p{x:y}</style></head><body><p>A</p><svg width="0" height="0" aria-hidden="true"><style media="print">p{x:z}</style></svg></body></html>',
    );
  });

  it('have the sheets of all pages first and those of one kind of page last; those of components between them always have the same order', () => {
    const html = written(['.z{x:y}'], ['.b{x:y}', '.a{x:y}'], ['.y{x:y}']);
    expect(html).toContain('<style>.z{x:y}.a{x:y}.b{x:y}.y{x:y}</style>');
    expect(written(['.z{x:y}'], ['.a{x:y}', '.b{x:y}'], ['.y{x:y}'])).toBe(html);
  });

  it('bring the fills of shades only where something is filled with one', () => {
    expect(written(['@media print{path{fill:url(#paper-neutral)}}'])).toContain('<linearGradient id="paper-neutral"');
    expect(written(['@media print{path{fill:none}}'])).not.toContain('<linearGradient');
  });

  it('are refused where a drawing cannot carry them, or where rules for paper do not end their sheet', () => {
    expect(() => written(['@media print{p::after{content:"<"}}'])).toThrow('which a drawing cannot carry unescaped');
    expect(() => written(['@media print{p{x:y}}p{x:y}@media print{a{x:y}}'])).toThrow('"@media print" twice');
    expect(() => written(['@media print{p{x:y}}p{x:z}'])).toThrow('after "@media print"');
  });

  it('are refused where rules for narrow screens would reach paper', () => {
    expect(() => written(['@media (max-width: 40em){p{x:y}}'])).toThrow(/expected "@media screen and \(max-width"/);
  });
});

it('a style sheet can be had without what it changes for paper', () => {
  expect(screenRules('p{x:y}@media print {\n  p{x:z}\n}\n')).toBe('p{x:y}');
  expect(screenRules('p{x:y}')).toBe('p{x:y}');
});
