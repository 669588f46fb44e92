import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { repeatSection, repeatSectionIds, repeatTable, TABLES, timesFrom } from './repeat.ts';

const PARTS = ['content', 'src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
const SECTIONS = 'content/sections';
const SECTION_IDS = 'src/data/schemas/section.ts';
/** Where the largest file of the content is limited, by a number that holds for content written by hand. */
const SIZE_LIMIT = 'src/data/csv.ts';

/** A copy of the project in a temporary folder, its content repeated so many times. Whoever makes one removes it. */
export class GrownProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'bench-'));

  constructor(root: string, times: number) {
    for (const part of PARTS.filter((name) => existsSync(join(root, name))))
      cpSync(join(root, part), join(this.folder, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
    this.#repeat(times);
  }

  /** Changes one number: what an editor does most often. */
  changeRow(file: string, id: string, column: string): void {
    this.#edit(file, (text) => {
      const [header = ''] = text.split('\n');
      const at = header.split(',').indexOf(column);
      return text.replace(new RegExp(`^${id},.*$`, 'm'), (line) =>
        line
          .split(',')
          .map((cell, index) => (index === at ? String(Number(cell) + 1) : cell))
          .join(','),
      );
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #repeat(times: number): void {
    const known = new Set(
      Object.keys(TABLES).flatMap((file) =>
        (parse(this.#read(file), { columns: true }) as { id: string }[]).map(({ id }) => id),
      ),
    );
    for (const [file, table] of Object.entries(TABLES)) this.#edit(file, (text) => repeatTable(text, table, times));
    const sections = readdirSync(join(this.folder, SECTIONS)).sort();
    for (const time of timesFrom(2, times)) {
      for (const [index, name] of sections.entries()) {
        const order = (time - 1) * sections.length + index + 1;
        const id = name.replace(/^\d+-|\.mdx$/g, '');
        const file = `${String(order).padStart(2, '0')}-${id}-x${time}.mdx`;
        writeFileSync(
          join(this.folder, SECTIONS, file),
          repeatSection(this.#read(`${SECTIONS}/${name}`), known, order, time),
        );
      }
    }
    this.#edit(SECTION_IDS, (text) => repeatSectionIds(text, times));
    this.#edit(SIZE_LIMIT, (text) =>
      text.replace(
        /(MAX_BYTES = )([\d_]+)/,
        (_, start: string, bytes: string) => `${start}${Number(bytes.replaceAll('_', '')) * times}`,
      ),
    );
  }

  #read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  #edit(file: string, change: (text: string) => string): void {
    writeFileSync(join(this.folder, file), change(this.#read(file)));
  }
}
