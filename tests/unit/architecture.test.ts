import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** What each folder may import besides itself: one direction, from a row to a reader. */
const MAY_IMPORT: Record<string, string[]> = {
  schemas: [],
  styles: [],
  scripts: [],
  ledger: ['schemas'],
  charts: ['schemas', 'ledger'],
  figures: ['schemas', 'ledger', 'charts'],
  components: ['schemas', 'ledger', 'charts', 'figures', 'scripts', 'styles'],
  layouts: ['schemas', 'ledger', 'charts', 'figures', 'components', 'scripts', 'styles'],
  pages: ['schemas', 'ledger', 'charts', 'figures', 'components', 'layouts', 'scripts', 'styles'],
  editions: ['schemas', 'ledger', 'charts', 'figures', 'components', 'layouts', 'pages'],
  tools: ['schemas', 'ledger', 'charts', 'figures', 'components', 'layouts', 'pages', 'editions'],
};

interface Import {
  from: string;
  to: string;
}

describe('imports', () => {
  const imports = sourceFiles().flatMap(importsOf);

  it('are found', () => {
    expect(imports.length).toBeGreaterThan(50);
    expect(imports).toContainEqual({ from: 'ledger/load.ts', to: 'schemas/actor.ts' });
  });

  it('go one way, from a row to a reader', () => {
    expect(imports.filter(({ from, to }) => folderOf(from) !== folderOf(to) && !MAY_IMPORT[folderOf(from)]?.includes(folderOf(to)))).toEqual([]);
  });

  it('stay inside one figure, or lead to what figures share', () => {
    const own = (path: string) => /^figures\/([^/]+)\//.exec(path)?.[1];
    expect(imports.filter(({ from, to }) => own(from) && own(to) && own(from) !== own(to))).toEqual([]);
  });

  it('never lead out of src', () => {
    expect(imports.filter(({ to }) => to.startsWith('..'))).toEqual([]);
  });
});

function sourceFiles(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(?:ts|astro)$/.test(name) && name.includes('/'));
}

/** Relative imports of a file, static and dynamic, as paths from `src`. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const specifiers = [...text.matchAll(/(?:^|[;\s])(?:import|export)\s[^'"]*?from\s+['"](\.[^'"]+)['"]|\bimport\s*\(?\s*['"](\.[^'"]+)['"]/g)];
  return specifiers.map((match) => ({ from: file, to: posix.join(dirname(file), (match[1] ?? match[2]) as string) }));
}

function folderOf(path: string): string {
  return path.split('/')[0] as string;
}
