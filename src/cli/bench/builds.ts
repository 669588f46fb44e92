import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listFiles } from '../../build/files.ts';
import { run } from '../../build/run.ts';
import { GrownProject } from './grown-project.ts';
import type { Usage } from './report-usage.ts';
import type { Row } from './table.ts';

/** A row whose value stands in the prose, in the key numbers and in a figure. */
const CHANGED = ['content/data/displacement.csv', 'A21', 'value'] as const;

const MEGA = 1_000_000;

/** What is measured, in words. */
export const BUILDS_WORDS = `Repeated are all rows of sources, timeline, glossary, statements, assessments, places and numbers, under new ids, and all sections (prose, numbers, citations, notes), without their figures and lists of rows. Figures, claims and groups stay as they are. Builds are cold, without PDFs (BRIEFINGS=none), with an address, and with packed copies. Processor time is that of all threads; memory is the most that Node held at a time. The program that writes the search index is in neither.`;

/** Builds the site with its content as it is and repeated, each time from a copy of the project, and once more after one changed number. */
export async function benchBuilds(root: string, times: readonly number[], say: (line: string) => void): Promise<Row[]> {
  const rows: Row[] = [];
  for (const time of times) {
    say(`building with the content ${time} times …`);
    const project = new GrownProject(root, time);
    try {
      const first = await build(project.folder, `${time} times`);
      const base = rows[0] ?? first;
      rows.push({
        ...first,
        'processor, compared': ratio(first, base, 'processor, s'),
        'site, compared': ratio(first, base, 'site, MB'),
      });
      if (time === 1) {
        project.changeRow(...CHANGED);
        rows.push(await build(project.folder, 'one row changed'));
      }
    } finally {
      project.remove();
    }
  }
  return rows;
}

async function build(folder: string, name: string): Promise<Row> {
  const usage = join(folder, 'usage.json');
  const hook = pathToFileURL(join(import.meta.dirname, 'report-usage.ts')).href;
  const env = {
    SITE_URL: 'https://explainer.example',
    BRIEFINGS: 'none',
    COPIES: undefined,
    NODE_ENV: undefined,
    BENCH_USAGE: usage,
  };
  const start = performance.now();
  const { code, output } = await run(process.execPath, [...process.execArgv, '--import', hook, 'src/cli/build.ts'], {
    cwd: folder,
    env,
  });
  const seconds = (performance.now() - start) / 1_000;
  if (code !== 0)
    throw new Error(
      `the build "${name}" failed after ${Math.round(seconds)} s:\n${output.trim().split('\n').slice(-20).join('\n')}`,
    );
  const files = listFiles(join(folder, 'dist'));
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, 'dist', file)).size, 0);
  const { processor, memory } = JSON.parse(readFileSync(usage, 'utf8')) as Usage;
  const rounded = (value: number) => Math.round(value * 10) / 10;
  return {
    content: name,
    seconds: rounded(seconds),
    'processor, s': rounded(processor),
    'memory, MB': Math.round(memory / MEGA),
    pages: files.filter((file) => file.endsWith('.html')).length,
    files: files.length,
    'site, MB': rounded(bytes / MEGA),
    'index.html, MB': rounded(statSync(join(folder, 'dist/index.html')).size / MEGA),
  };
}

function ratio(row: Row, base: Row, name: string): number {
  return Math.round((Number(row[name]) / Number(base[name])) * 10) / 10;
}
