import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributeOf, textContent, type HtmlElement } from './html-tree.ts';
import { listFiles } from './files.ts';

/** Folders in which a page's mark-up is written, and the endings of the files there. */
const WRITTEN: readonly [folder: string, ending: RegExp][] = [
  ['content', /\.(?:mdx|csv|yaml)$/],
  ['src', /\.(?:astro|ts)$/],
];

/** Shortest text that is looked for: a shorter one stands in many places. */
const TELLING = 6;

/** Returns a function that looks for the line which an element of a page comes from: `content/sections/05-losses.mdx:31`, or undefined. */
export function originFinder(root: string): (element: HtmlElement) => string | undefined {
  let files: { file: string; text: string }[] | undefined;
  return (element) => {
    files ??= WRITTEN.flatMap(([folder, ending]) =>
      listFiles(join(root, folder))
        .filter((name) => ending.test(name))
        .map((name) => ({ file: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') })),
    );
    for (const clue of cluesOf(element)) {
      const places = files.flatMap(({ file, text }) => {
        const at = text.indexOf(clue);
        return at === -1 ? [] : [`${file}:${text.slice(0, at).split('\n').length}`];
      });
      if (places.length === 1) return places[0];
    }
    return undefined;
  };
}

/** Lists what an element may be recognised by, the surest first: its text, the values of its attributes, its name. */
function cluesOf(element: HtmlElement): string[] {
  const isText = element.tagName === 'script' || element.tagName === 'style';
  return [
    ...(isText ? textContent(element).split('\n') : []),
    ...['src', 'href', 'content', 'action', 'data', 'srcdoc'].map((name) => attributeOf(element, name) ?? ''),
    ...element.attrs.filter(({ name }) => name.startsWith('on') || name === 'style').map(({ value }) => value),
  ]
    .map((clue) => clue.trim())
    .filter(({ length }) => length >= TELLING)
    .sort((a, b) => b.length - a.length)
    .concat(`<${element.tagName}`);
}
