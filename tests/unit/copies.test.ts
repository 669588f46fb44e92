import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { packedOf, writeCopies } from '../../src/build/precompress.ts';
import { parseSums, sha256, SUMS_FILE, sumsText, writeSums } from '../../src/build/checksums.ts';
import { listFiles } from '../../src/build/files.ts';
import { run } from '../../src/build/run.ts';
import { write } from './kit/project.ts';
import { tempFolder } from './kit/temp.ts';

const WORDS = 'All that is said once is said again. '.repeat(50);

function site(): string {
  const folder = tempFolder();
  write(folder, 'index.html', WORDS);
  write(folder, 's/china.html', `${WORDS}In China.`);
  write(folder, 'tiny.txt', 'ok');
  write(folder, 'empty.csv', '');
  write(folder, 'paper.pdf', WORDS);
  write(folder, 'card.png', WORDS);
  write(folder, 'pagefind/wasm.en.pagefind', WORDS);
  return folder;
}

describe('packed copies', () => {
  let folder: string;
  let made: unknown;
  beforeAll(async () => {
    folder = site();
    made = await writeCopies(folder, listFiles(folder));
  });

  it('stand beside each text, and beside nothing that is packed already', () => {
    expect(listFiles(folder).filter((file) => packedOf(file) !== undefined)).toEqual([
      'index.html.br',
      'index.html.gz',
      'index.html.zst',
      's/china.html.br',
      's/china.html.gz',
      's/china.html.zst',
    ]);
    expect(made).toEqual({ files: 2, copies: 6 });
  });

  it('unpack to what they stand beside', () => {
    const bytes = (ending: string) => readFileSync(join(folder, `s/china.html${ending}`));
    const text = bytes('');
    expect(brotliDecompressSync(bytes('.br'))).toEqual(text);
    expect(gunzipSync(bytes('.gz'))).toEqual(text);
    expect(zstdDecompressSync(bytes('.zst'))).toEqual(text);
  });

  it('are the same wherever and whenever they are made: no time, no system', async () => {
    const again = site();
    await writeCopies(again, listFiles(again));
    for (const file of listFiles(folder))
      expect(readFileSync(join(again, file)).equals(readFileSync(join(folder, file))), file).toBe(true);
    expect([...readFileSync(join(folder, 'index.html.gz')).subarray(3, 10)]).toEqual([0, 0, 0, 0, 0, 2, 255]);
  });
});

describe('the list of sums', () => {
  it('is one that sha256sum takes: every file but itself, by name', async () => {
    const folder = site();
    writeFileSync(join(folder, SUMS_FILE), 'of the last build');
    const sum = writeSums(folder, listFiles(folder));
    const text = readFileSync(join(folder, SUMS_FILE), 'utf8');
    expect(sum).toBe(sha256(text));
    expect(text.split('\n').map((line) => line.slice(66))).toEqual([
      ...listFiles(folder).filter((file) => file !== SUMS_FILE),
      '',
    ]);
    expect(await run('sha256sum', ['--check', '--strict', '--quiet', SUMS_FILE], { cwd: folder })).toEqual({
      code: 0,
      output: '',
    });
  });

  it('is read as it was written, also from a system with other line ends', () => {
    const sums = new Map([
      ['a.html', '0'.repeat(64)],
      ['s/b c.html', 'f'.repeat(64)],
    ]);
    expect(parseSums(sumsText(sums), SUMS_FILE)).toEqual(sums);
    expect(parseSums(sumsText(sums).replaceAll('\n', '\r\n').replaceAll('  ', ' *./'), SUMS_FILE)).toEqual(sums);
  });

  it.each([
    ['', 'SHA256SUMS: found no lines; expected a line for each file'],
    [
      `${'0'.repeat(63)}  a.html\n`,
      `SHA256SUMS:1: found "${'0'.repeat(63)} a.html"; expected a sum of 64 digits, two spaces and a file name`,
    ],
    [
      `${'0'.repeat(64)}  a.html\n${'1'.repeat(64)}  a.html\n`,
      'SHA256SUMS:2: found "a.html" again; expected each file once',
    ],
  ])('is refused with its line where it is none', (text, message) => {
    expect(() => parseSums(text, SUMS_FILE)).toThrow(message);
  });

  it('takes no name that sha256sum would write in another way', () => {
    expect(() => writeSums('/nowhere', ['a\nb.html'])).toThrow(
      'SHA256SUMS: found a file named "a\\nb.html"; expected names without backslashes and line breaks',
    );
  });
});
