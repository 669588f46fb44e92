import { SHADE_FILLS } from '../figures/shades.ts';
import { ownStyle } from './own-texts.ts';

/** Matches the beginning of the rules for paper, which every style sheet has at its end. */
const PRINT = /@media print\s*\{/;

/** Place in a page for what its first screen does without. */
export const LATER_STYLES = '<svg id="later-styles"></svg>';

type LayoutStyles = NonNullable<App.Locals['layoutStyles']>;

/** The rules of a style sheet for screens, and those for paper without their condition. */
interface SheetParts {
  screen: string;
  print: string;
}

/** Matches rules for narrow screens that paper would take too: some browsers take a page for as narrow as its sheet. */
const NARROW_PAPER = /@media\s*\(max-width/;

/** Splits a style sheet where its rules for paper begin. */
function splitSheet(sheet: string): SheetParts {
  if (NARROW_PAPER.test(sheet))
    throw new Error(`a style sheet has "@media (max-width"; expected "@media screen and (max-width":\n${sheet}`);
  const begin = PRINT.exec(sheet);
  if (!begin) return { screen: sheet, print: '' };
  const print = sheet.slice(begin.index + begin[0].length).trimEnd();
  const problem = (found: string) =>
    new Error(`a style sheet has ${found}; expected "@media print" once, at its end:\n${sheet}`);
  if (PRINT.test(print)) throw problem('"@media print" twice');
  if (depthAtEnd(print) !== -1) throw problem('rules after "@media print"');
  return { screen: sheet.slice(0, begin.index), print: print.slice(0, -1) };
}

/** Counts how deep in blocks a text ends; −1 if its last sign closes the block it stands in, and nothing else does. */
function depthAtEnd(text: string): number {
  const ends = [...text.matchAll(/[{}]/g)];
  let depth = 0;
  for (const { 0: sign, index } of ends) {
    depth += sign === '{' ? 1 : -1;
    if (depth < 0) return index === text.length - 1 ? depth : 0;
  }
  return depth;
}

/** Returns a style sheet without its rules for paper. */
export function screenRules(sheet: string): string {
  return splitSheet(sheet).screen;
}

/**
 * Writes the styles into a rendered page: those for screens into its head, those for paper at its very end,
 * so that a reader on a screen has all of the text before a byte of them arrives.
 * Sheets of components stand in the order of their text, so that each build writes the same page: none may depend on its place among them.
 * @param layout Sheets that come before those of components, and after them.
 * @param components Sheets of the components that the page holds.
 * @param early Those of them that its first screen needs, where the page has a place for the others.
 */
export function writeStyles(
  html: string,
  { first, last }: LayoutStyles,
  components: Iterable<string>,
  early?: readonly string[],
): string {
  const own = [...components].sort();
  const [soon, later] = [
    own.filter((sheet) => early?.includes(sheet) ?? true),
    own.filter((sheet) => early?.includes(sheet) === false),
  ];
  const screenOf = (sheets: readonly string[]) => sheets.map(screenRules).join('');
  const print = [...first, ...own, ...last].map((sheet) => splitSheet(sheet).print).join('');
  const fills = print.includes('#paper-') ? SHADE_FILLS : '';
  const at = html.lastIndexOf('</body>');
  const head = `<style>${ownStyle(screenOf([...first, ...soon, ...last]))}</style></head>`;
  const body = html
    .slice(0, at)
    .replace('</head>', () => head)
    .replace(LATER_STYLES, () => drawnStyle(screenOf(later)));
  return `${body}${drawnStyle(print, fills, ' media="print"')}${html.slice(at)}`;
}

/** Writes a style sheet into the body of a page: HTML allows no style element there, but SVG allows one anywhere in a drawing. */
function drawnStyle(sheet: string, fills = '', attributes = ''): string {
  // There, unlike in a head, these would be read as mark-up.
  if (/[<&]/.test(sheet)) throw new Error('a style sheet holds "<" or "&", which a drawing cannot carry unescaped');
  return `<svg width="0" height="0" aria-hidden="true">${fills}<style${attributes}>${ownStyle(sheet)}</style></svg>`;
}
