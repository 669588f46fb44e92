import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate, parse, type CssNode } from 'css-tree';
import { fail } from '../../data/errors.ts';
import { selectorOf, type Selector } from './selector.ts';

/** One property with its value, as a style sheet gives it. */
export interface Declaration {
  property: string;
  value: string;
  file: string;
  line: number;
}

/** Declarations for the elements that a selector picks. */
export interface Rule {
  selector: Selector;
  declarations: Declaration[];
  /** What must hold besides, such as the width of a screen; a picture cannot tell. Null where nothing must. */
  condition: string | null;
}

/** Where the look of charts is written: the palette, what all charts share, and the map. None hangs on its place among them. */
export const CHART_STYLES = ['styles/tokens', 'figures/chart', 'figures/map/map'].map((name) => `src/${name}.css`);

/** What never holds for a picture in light colours: other media, other colours. */
const NEVER = /^print$|prefers-color-scheme:\s*dark|forced-colors:\s*active/;
const ALWAYS = /^(?:all|screen)$/;

/**
 * The rules that charts are drawn by on a light screen.
 * @throws ContentError if a file cannot be read or is no style sheet.
 */
export function readStyles(root: string): Rule[] {
  return CHART_STYLES.flatMap((file) => rulesOf(textOf(root, file), file));
}

/**
 * The rules of one style sheet, in order.
 * @throws ContentError if it cannot be parsed, or nests rules.
 */
export function rulesOf(text: string, file: string): Rule[] {
  const sheet = parse(text, {
    positions: true,
    onParseError: (error) => fail({ file, line: error.line, found: error.message, expected: 'a style sheet' }),
  });
  return rulesIn(sheet, file, null);
}

function rulesIn(parent: CssNode, file: string, condition: string | null): Rule[] {
  return [...parent.children].flatMap((node): Rule[] => {
    if (node.type === 'Rule') return rulesOfNode(node, file, condition);
    if (node.type !== 'Atrule' || !node.block) return [];
    const asked = node.prelude ? generate(node.prelude) : '';
    if (node.name === 'media' && NEVER.test(asked)) return [];
    const isCertain = node.name === 'media' && ALWAYS.test(asked);
    return rulesIn(node.block, file, isCertain ? condition : `@${node.name} ${asked}`);
  });
}

function rulesOfNode({ prelude, block }: CssNode, file: string, condition: string | null): Rule[] {
  const declarations = [...(block as CssNode).children].map((node): Declaration => {
    const line = node.loc?.start.line ?? 0;
    if (node.type !== 'Declaration')
      fail({ file, line, found: 'a rule inside a rule', expected: 'rules side by side, which pictures can read' });
    if (node.important) fail({ file, line, found: '!important', expected: 'a rule that wins by its selector' });
    return { property: node.property, value: generate(node.value).trim(), file, line };
  });
  return [...(prelude as CssNode).children].map((selector) => ({
    selector: selectorOf(selector),
    declarations,
    condition,
  }));
}

function textOf(root: string, file: string): string {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return fail({ file, found: 'no such file', expected: 'a style sheet that charts are drawn by' });
  }
}
