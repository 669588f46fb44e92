import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postcss, { type CssSyntaxError, type Root, type Rule } from 'postcss';
import { fail } from '../../data/errors.ts';

/** Styles of charts on a light screen. */
export interface ChartStyles {
  /** Rules that hold in any case, without those that depend on the width or the colours of a screen. */
  rules: Rule[];
  /** Custom properties of every page by their name, each with a plain value. */
  tokens: ReadonlyMap<string, string>;
}

/** Style sheets of charts: the palette, what all charts share, and the map. Their order does not matter. */
export const CHART_STYLES = ['styles/tokens', 'figures/chart', 'figures/map/map'].map((name) => `src/${name}.css`);

/**
 * Reads the style sheets of charts.
 * @throws ContentError if a file cannot be read or is no style sheet.
 */
export function readStyles(root: string): ChartStyles {
  return stylesOf(CHART_STYLES.map((file) => ({ file, css: readSheet(root, file) })));
}

/**
 * Parses style sheets and keeps the rules that a picture can show.
 * @throws ContentError if one of them cannot be parsed, or a custom property of the page has no plain value.
 */
export function stylesOf(sheets: readonly { file: string; css: string }[]): ChartStyles {
  const declared = new Map<string, string>();
  const rules = sheets.map((sheet) => {
    const parsed = parseSheet(sheet);
    parsed.walkAtRules((rule) => void rule.remove());
    parsed.walkRules((rule) => {
      if (rule.parent?.type === 'rule')
        fail({
          file: sheet.file,
          line: rule.source?.start?.line,
          found: `${rule.selector} inside a rule`,
          expected: 'rules side by side, which pictures can read',
        });
    });
    parsed.walkRules(':root', (rule) => {
      rule.walkDecls(/^--/, ({ prop, value }) => void declared.set(prop, value));
      rule.remove();
    });
    return parsed.nodes.filter((node) => node.type === 'rule');
  });
  const tokens = new Map([...declared].map(([name, value]) => [name, resolveValue(value, declared, name)]));
  return { rules: rules.flat(), tokens };
}

/**
 * Returns a custom property of the page.
 * @throws ContentError if there is none of this name.
 */
export function tokenOf({ tokens }: ChartStyles, name: string): string {
  return resolveValue(`var(${name})`, tokens, name);
}

/**
 * Puts the values of custom properties into a value that names them.
 * @param custom The custom properties that hold where it stands.
 * @param what Name of the property, for errors.
 * @throws ContentError if one has no value, or names itself.
 */
export function resolveValue(value: string, custom: ReadonlyMap<string, string>, what: string, depth = 0): string {
  return value.replace(/var\(\s*(--[\w-]+)\s*\)/g, (_, name: string) => {
    const found = custom.get(name);
    if (found === undefined || depth > custom.size)
      fail({
        file: 'src/styles',
        found: `${what}: ${value}${found === undefined ? '' : ', which names itself'}`,
        expected: `a value for ${name} where charts use it`,
      });
    return resolveValue(found.trim(), custom, what, depth + 1);
  });
}

function parseSheet({ file, css }: { file: string; css: string }): Root {
  try {
    return postcss.parse(css);
  } catch (error) {
    const { line, reason } = error as CssSyntaxError;
    return fail({ file, line, found: reason, expected: 'a style sheet' });
  }
}

function readSheet(root: string, file: string): string {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return fail({ file, found: 'no such file', expected: 'a style sheet that charts are drawn by' });
  }
}
