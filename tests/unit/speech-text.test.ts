import { describe, expect, it } from 'vitest';
import { speechText, readAloud } from '../../src/build/passes/speech-text.ts';
import { afterPass } from './kit/passes.ts';

describe('a text as it is read aloud', () => {
  it.each([
    ['OCHA, 15 Dec 2023', 'OCHA, 15 December 2023'],
    ['27 Oct and 3 Nov 2023', '27 October and 3 November 2023'],
    ['Jan to Aug 2024; held, Nov 2024', 'January to August 2024; held, November 2024'],
    ['1 Nov 2023 (1–19, by source)', '1 November 2023 (1 to 19, by source)'],
    ['late Jul–1 Aug 2024', 'late July to 1 August 2024'],
    ['2 October 2023 – 1 January 2024', '2 October 2023 to 1 January 2024'],
    ['regained 11.3% of it', 'regained 11.3 per cent of it'],
    ['$1.8bn a year; USD 163.6m by then', '1.8 billion US dollars a year; 163.6 million US dollars by then'],
    ['a belt of 50 km', 'a belt of 50 kilometres'],
    ['The Mar river, May 2024, A–Z', 'The Mar river, May 2024, A–Z'],
  ])('%s', (written, said) => {
    expect(readAloud(written)).toBe(said);
  });

  it('changes the words of a page and nothing else', () => {
    const page = (words: string) =>
      `<!DOCTYPE html><html><head><title>1 Nov 2023</title></head><body><p title="1 Nov 2023"><a href="x.html?1–2">${words}</a></p></body></html>`;
    expect(afterPass(speechText, page('1 Nov 2023'), 'text.html')).toBe(page('1 November 2023'));
    expect(afterPass(speechText, page('1 Nov 2023'), 'index.html')).toBe(page('1 Nov 2023'));
  });
});
