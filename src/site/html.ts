import { BURMESE, CHINESE } from '../data/spelling.ts';

/** Escapes a text for HTML or SVG, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const RUNS = new RegExp(
  `(${BURMESE.source}(?:[\\s\\u200b]*${BURMESE.source})*)|(${CHINESE.source}(?:[\\s·]*${CHINESE.source})*)`,
  'g',
);

/**
 * Writes the HTML of a text in which every run of Burmese or Chinese script is marked with its language.
 * @param chinese Language tag for Chinese runs: simplified unless the source prints traditional characters.
 */
export function markScripts(text: string, chinese: 'zh-Hans' | 'zh-Hant' = 'zh-Hans'): string {
  return escapeHtml(text).replace(
    RUNS,
    (run, burmese?: string) => `<span lang="${burmese === undefined ? chinese : 'my'}">${run}</span>`,
  );
}
