/** Texts of the styles and scripts that the build itself has put into pages, word for word. */
export interface OwnTexts {
  styles: Set<string>;
  scripts: Set<string>;
}

// Astro renders pages from a bundle, in which this module is another one than in the build that looks at the pages afterwards.
const KEY = Symbol.for('explainer.own-texts');

/** Returns the texts that the build has put into pages in this process so far. */
export function ownTexts(): OwnTexts {
  const shared = globalThis as { [KEY]?: OwnTexts };
  return (shared[KEY] ??= { styles: new Set(), scripts: new Set() });
}

/** Notes a style sheet that a layout writes into a page, and returns it. What is not noted here stops the build when it stands in a page. */
export function ownStyle(text: string): string {
  ownTexts().styles.add(text);
  return text;
}
