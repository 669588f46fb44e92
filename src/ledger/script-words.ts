import { escapeHtml } from './html.ts';
import { BURMESE, CHINESE } from './spelling.ts';

const RUNS = new RegExp(
  `(${BURMESE.source}(?:[\\s\\u200b]*${BURMESE.source})*)|(${CHINESE.source}(?:[\\s·]*${CHINESE.source})*)`,
  'g',
);

/**
 * HTML of a text in which every run of Burmese or Chinese script is marked with its language.
 * @param chinese Language tag for Chinese runs: simplified unless the source prints traditional characters.
 */
export function wordsInScript(text: string, chinese: 'zh-Hans' | 'zh-Hant' = 'zh-Hans'): string {
  return escapeHtml(text).replace(
    RUNS,
    (run, burmese?: string) => `<span lang="${burmese === undefined ? chinese : 'my'}">${run}</span>`,
  );
}
