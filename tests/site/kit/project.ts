import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '../../../src/build/files.ts';
import { run, type Outcome } from '../../../src/build/run.ts';
import { noteWork } from '../../../src/cli/test-summary.ts';
import { PROMISE_TESTS } from '../../../src/site/promises.ts';
import { canonicalOf, ROOT } from './dist.ts';

/** `public` may hold nothing, and then git does not keep it. */
const PARTS = ['content', 'src', 'public', PROMISE_TESTS, 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** A copy of the project that a test may change and build. */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), 'explainer-'));

  constructor() {
    for (const part of PARTS.filter((name) => existsSync(join(ROOT, name))))
      cpSync(join(ROOT, part), join(this.folder, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(this.folder, 'node_modules'));
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  /** Exchanges a text that stands once in a file. */
  edit(file: string, from: string, to: string): void {
    const parts = this.read(file).split(from);
    if (parts.length !== 2) throw new Error(`${file}: ${JSON.stringify(from)} stands there ${parts.length - 1} times`);
    writeFileSync(join(this.folder, file), parts.join(to));
  }

  /** Exchanges one cell of a CSV file. The columns before it must hold no commas. @returns The line it stands on. */
  changeCell(file: string, id: string, column: string, from: string, to: string): number {
    const lines = this.read(file).split('\n');
    const row = lines.findIndex((line) => line.startsWith(`${id},`));
    const cells = lines[row]?.split(',') ?? [];
    const place = lines[0]?.split(',').indexOf(column) ?? -1;
    if (cells[place] !== from) throw new Error(`${file}: row ${id} has "${cells[place]}" as ${column}, not "${from}"`);
    lines[row] = cells.with(place, to).join(',');
    writeFileSync(join(this.folder, file), lines.join('\n'));
    return row + 1;
  }

  /**
   * Builds the copy for the address that `dist` was built for. PDFs and packed copies take their time, so they are left out
   * unless `settings` asks for them; an empty `SITE_URL` is none.
   */
  async build(settings: Record<string, string> = {}): Promise<Outcome> {
    const env = {
      SITE_URL: canonicalOf('index.html'),
      NODE_ENV: undefined,
      VITEST: undefined,
      BRIEFINGS: 'none',
      COPIES: 'none',
      ...settings,
    };
    const outcome = await run(process.execPath, ['src/cli/build.ts'], { cwd: this.folder, env });
    // What stops at the content has built nothing.
    if (outcome.code === 0) noteWork('build', JSON.stringify(settings));
    return outcome;
  }

  /** Builds the copy to its end. @returns What was said on the way. @throws Error with it if the build stops. */
  async buildWell(settings: Record<string, string> = {}): Promise<string> {
    const { code, output } = await this.build(settings);
    if (code !== 0) throw new Error(output);
    return output;
  }

  /** Hashes the built site: any change of a file or of a name changes the value. */
  fingerprint(): string {
    return fingerprint(join(this.folder, 'dist'));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Hashes all files under a folder, and their names. */
export function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const file of listFiles(folder)) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}
