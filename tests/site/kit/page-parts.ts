import { attributeOf, elementsOf, parsePage, textContent, type HtmlElement } from '../../../src/build/html-tree.ts';

/** Returns a figure of a page. */
export function figureOf(html: string, id: string): HtmlElement {
  return [...elementsOf(parsePage(html))].find((element) => attributeOf(element, 'id') === id) as HtmlElement;
}

/** Returns the words around the picture: title, sentence, notes; neither its labels nor its table. */
export function wordsOfFigure(html: string, id: string): string {
  const figure = figureOf(html, id);
  return without(
    textContent(figure),
    [...elementsOf(figure)].filter(({ tagName }) => tagName === 'svg' || tagName === 'table').map(textContent),
  );
}

/** Returns the paragraphs of the page, outside its figures. */
export function proseOf(html: string): string {
  const elements = [...elementsOf(parsePage(html))];
  const inFigures = new Set(
    elements.filter(({ tagName }) => tagName === 'figure').flatMap((figure) => [...elementsOf(figure)]),
  );
  return elements
    .filter((element) => element.tagName === 'p' && !inFigures.has(element))
    .map(textContent)
    .join('\n');
}

/** Lists the outlines that a figure draws. */
export function pathsOf(html: string, id: string): string[] {
  return [...elementsOf(figureOf(html, id))]
    .map((element) => attributeOf(element, 'd'))
    .filter((path) => path !== undefined);
}

/** Returns everything that a page says to someone: its text, and what stands in attributes. */
export function allWordsOf(html: string): string {
  const page = parsePage(html);
  return [
    textContent(page),
    ...[...elementsOf(page)].flatMap((element) => element.attrs.map(({ value }) => value)),
  ].join('\n');
}

/** Cuts texts out of another, wherever they stand in it. */
export function without(text: string, parts: string[]): string {
  return parts.reduce((rest, part) => rest.replaceAll(part, ''), text);
}
