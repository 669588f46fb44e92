import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { launch } from '../../build/browser.ts';
import { userError } from '../../build/user-error.ts';
import { listPages } from '../../build/files.ts';
import { listen, siteServer } from '../serve.ts';
import { visit, type Visit } from './line.ts';
import { medians, type Row } from './table.ts';

/** The kinds of pages; of those that are many, the heaviest stands for all. */
const KINDS: [kind: string, which: RegExp][] = [
  ['explainer', /^index\.html$/],
  ['section', /^s\//],
  ['figure', /^figures\//],
  ['brief of a day', /^then\//],
  ['embed', /^embed\//],
  ['timeline', /^timeline\.html$/],
  ['places', /^places\.html$/],
  ['sources', /^sources\.html$/],
  ['search', /^search\.html$/],
  ['briefings', /^briefings\.html$/],
  ['one file', /^reading-copy\.html$/],
];

/** A page and what it weighs. */
interface Weighed {
  file: string;
  raw: number;
  gzip: number;
  brotli: number;
}

/** Weighs the heaviest page of each kind, and visits it `runs` times over a slow line. @returns A row for each kind. */
export async function benchPages(dist: string, runs: number, say: (line: string) => void): Promise<Row[]> {
  if (!existsSync(join(dist, 'index.html'))) throw userError(dist, 'no site', 'a built one: run npm run build first');
  const pages = listPages(dist);
  const browser = await launch();
  const server = siteServer(dist);
  const origin = `http://127.0.0.1:${await listen(server, 0)}`;
  try {
    const rows: Row[] = [];
    for (const [kind, which] of KINDS) {
      const heaviest = pages
        .filter((file) => which.test(file))
        .map((file) => weigh(dist, file))
        .sort((a, b) => b.brotli - a.brotli)[0];
      if (!heaviest) continue;
      say(`${heaviest.file}, ${runs} times …`);
      const visits: Visit[] = [];
      for (let run = 0; run < runs; run += 1) visits.push(await visit(browser, `${origin}/${heaviest.file}`));
      const { requests, firstPaint, largestPaint, whole, shift, blocking } = medians(visits.map((one) => ({ ...one })));
      rows.push({
        kind,
        page: heaviest.file,
        'raw bytes': heaviest.raw,
        gzip: heaviest.gzip,
        brotli: heaviest.brotli,
        requests,
        'first paint, ms': firstPaint,
        'largest, ms': largestPaint,
        'whole, ms': whole,
        shift,
        'blocked, ms': blocking,
      });
    }
    return rows;
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

function weigh(dist: string, file: string): Weighed {
  const path = join(dist, file);
  const bytes = readFileSync(path);
  const compressed = (ending: string, compress: (bytes: Buffer) => Buffer) =>
    (existsSync(path + ending) ? readFileSync(path + ending) : compress(bytes)).length;
  return {
    file,
    raw: bytes.length,
    gzip: compressed('.gz', (one) => gzipSync(one, { level: 9 })),
    brotli: compressed('.br', (one) => brotliCompressSync(one)),
  };
}
