import { attributeOf, elementsOf, parsePage, textContent } from '../html-tree.ts';

/** Letters of scripts that no English word is written in. */
const OTHER_SCRIPT = /[\u0400-\u04ff\u1000-\u109f\u3400-\u9fff\uaa60-\uaa7f]/;
/** Fewer Latin letters may stand in an English word as well. */
const ENOUGH = 8;

/**
 * Returns a function that says in which language words of a page are, if its HTML marks them as in another; they may be a part of
 * what is marked, as where a line or a page ends in it. Chromium takes no language but that of the page into a PDF.
 */
export function foreignWords(html: string): (words: string) => string | undefined {
  const marked = [...elementsOf(parsePage(html))].flatMap((element): [string, string][] => {
    const language = element.tagName === 'html' ? undefined : attributeOf(element, 'lang');
    return language === undefined ? [] : [[letters(textContent(element)), language]];
  });
  return (words) => {
    const wanted = letters(words);
    if (wanted.length < ENOUGH && !OTHER_SCRIPT.test(wanted)) return undefined;
    return marked.find(([text]) => text.includes(wanted))?.[1];
  };
}

function letters(text: string): string {
  return text.replace(/[\s\u200b“”]+/g, '');
}
