const RUNS = /([\u1000-\u109f\uaa60-\uaa7f](?:[\s\u200b]*[\u1000-\u109f\uaa60-\uaa7f])*)|([\u3400-\u9fff](?:[\s·]*[\u3400-\u9fff])*)/g;

/**
 * HTML of a text in which every run of Burmese or Chinese script is marked with its language.
 * @param chinese Language tag for Chinese runs: simplified unless the source prints traditional characters.
 */
export function wordsInScript(text: string, chinese: 'zh-Hans' | 'zh-Hant' = 'zh-Hans'): string {
  return escape(text).replace(RUNS, (run, burmese?: string) => `<span lang="${burmese === undefined ? chinese : 'my'}">${run}</span>`);
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
