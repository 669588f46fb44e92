import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** What each folder may import besides itself: one direction, from a row to a reader. */
const MAY_IMPORT: Record<string, string[]> = {
  data: [],
  styles: [],
  client: [],
  site: ['data'],
  charts: [],
  figures: ['data', 'site', 'charts'],
  components: ['data', 'site', 'charts', 'figures', 'client', 'styles'],
  layouts: ['data', 'site', 'charts', 'figures', 'components', 'client', 'styles'],
  pages: ['data', 'site', 'charts', 'figures', 'components', 'layouts', 'client', 'styles'],
  build: ['data', 'site', 'charts', 'figures', 'components', 'layouts', 'pages', 'client'],
  cli: ['data', 'site', 'charts', 'figures', 'components', 'layouts', 'pages', 'build'],
};

interface Import {
  from: string;
  to: string;
  /** Gone once the types are stripped. */
  isType: boolean;
}

describe('imports', () => {
  const imports = sourceFiles().flatMap(importsOf);

  it('are found', () => {
    expect(imports.length).toBeGreaterThan(50);
    expect(imports).toContainEqual({ from: 'data/load.ts', to: 'data/schemas/actor.ts', isType: false });
  });

  it('go one way, from a row to a reader', () => {
    expect(
      imports.filter(
        ({ from, to }) => folderOf(from) !== folderOf(to) && !MAY_IMPORT[folderOf(from)]?.includes(folderOf(to)),
      ),
    ).toEqual([]);
  });

  it('stay inside one figure, or lead to what figures share', () => {
    const own = (path: string) => /^figures\/(?!shared\/)([^/]+)\//.exec(path)?.[1];
    expect(imports.filter(({ from, to }) => own(from) && own(to) && own(from) !== own(to))).toEqual([]);
  });

  it('never lead back to where they began', () => {
    expect(sourceFiles().filter((file) => reachedFrom(file, imports).has(file))).toEqual([]);
  });

  it('never lead out of src', () => {
    expect(imports.filter(({ to }) => to.startsWith('..'))).toEqual([]);
  });
});

describe('code', () => {
  it('names this war in a tenth of its files at most: what is about it belongs into content', () => {
    const files = sourceFiles();
    const named = files.filter((file) =>
      readFileSync(join(SRC, file), 'utf8')
        .split('\n')
        .some((line) => !/^\s*(?:\*|\/\*|\/\/)/.test(line) && WAR.test(line)),
    );
    expect(named.length, named.join('\n')).toBeLessThanOrEqual(files.length / 10);
  });
});

/** Names of the country, its neighbours, states, towns and armed groups. */
const WAR =
  /Myanmar|China|Shan\b|Rakhine|Kachin|Sagaing|Kokang|TNLA|MNDAA|UWSA|Lashio|Laukkai|Muse\b|Ruili|Mandalay|Operation 1027/;

function sourceFiles(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(?:ts|astro)$/.test(name) && name.includes('/'));
}

/** Relative imports of a file, static and dynamic, as paths from `src`. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const specifiers = [
    ...text.matchAll(
      /(?:^|[;\s])(?:import|export)\s(?<type>type\s)?[^'"]*?from\s+['"](\.[^'"]+)['"]|\bimport\s*\(?\s*['"](\.[^'"]+)['"]/g,
    ),
  ];
  return specifiers.map((match) => ({
    from: file,
    to: posix.join(dirname(file), (match[2] ?? match[3]) as string),
    isType: match.groups?.['type'] !== undefined,
  }));
}

/** Every file that is run because `file` is. */
function reachedFrom(file: string, imports: Import[]): Set<string> {
  const reached = new Set<string>();
  const follow = (from: string) => {
    for (const { to } of imports.filter((one) => one.from === from && !one.isType)) {
      if (reached.has(to)) continue;
      reached.add(to);
      follow(to);
    }
  };
  follow(file);
  return reached;
}

function folderOf(path: string): string {
  return path.split('/')[0] as string;
}
