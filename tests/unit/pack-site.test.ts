import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { precompress } from '../../src/build/pack-site.ts';
import { originalOf } from './kit/compressed.ts';
import { parseChecksums, sha256, CHECKSUMS_FILE, checksumsText, writeChecksums } from '../../src/build/checksums.ts';
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
  return folder;
}

describe('compressed copies', () => {
  let folder: string;
  let made: unknown;
  beforeAll(async () => {
    folder = site();
    made = await precompress(folder, listFiles(folder));
  });

  it('stand beside each text, and beside nothing that is compressed already', () => {
    expect(listFiles(folder).filter((file) => originalOf(file) !== undefined)).toEqual([
      'index.html.br',
      'index.html.gz',
      's/china.html.br',
      's/china.html.gz',
    ]);
    expect(made).toEqual({ files: 2, copies: 4 });
  });

  it('unpack to what they stand beside', () => {
    const bytes = (ending: string) => readFileSync(join(folder, `s/china.html${ending}`));
    const text = bytes('');
    expect(brotliDecompressSync(bytes('.br'))).toEqual(text);
    expect(gunzipSync(bytes('.gz'))).toEqual(text);
  });

  it('are the same wherever and whenever they are made: no time, no system', async () => {
    const again = site();
    await precompress(again, listFiles(again));
    for (const file of listFiles(folder))
      expect(readFileSync(join(again, file)).equals(readFileSync(join(folder, file))), file).toBe(true);
    expect([...readFileSync(join(folder, 'index.html.gz')).subarray(3, 10)]).toEqual([0, 0, 0, 0, 0, 2, 255]);
  });
});

describe('the list of checksums', () => {
  it('is one that sha256sum takes: every file but itself, by name', async () => {
    const folder = site();
    writeFileSync(join(folder, CHECKSUMS_FILE), 'of the last build');
    const sum = writeChecksums(folder, listFiles(folder));
    const text = readFileSync(join(folder, CHECKSUMS_FILE), 'utf8');
    expect(sum).toBe(sha256(text));
    expect(text.split('\n').map((line) => line.slice(66))).toEqual([
      ...listFiles(folder).filter((file) => file !== CHECKSUMS_FILE),
      '',
    ]);
    expect(await run('sha256sum', ['--check', '--strict', '--quiet', CHECKSUMS_FILE], { cwd: folder })).toEqual({
      code: 0,
      output: '',
    });
  });

  it('is read as it was written, also from a system with other line ends', () => {
    const sums = new Map([
      ['a.html', '0'.repeat(64)],
      ['s/b c.html', 'f'.repeat(64)],
    ]);
    expect(parseChecksums(checksumsText(sums), CHECKSUMS_FILE)).toEqual(sums);
    expect(
      parseChecksums(checksumsText(sums).replaceAll('\n', '\r\n').replaceAll('  ', ' *./'), CHECKSUMS_FILE),
    ).toEqual(sums);
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
    expect(() => parseChecksums(text, CHECKSUMS_FILE)).toThrow(message);
  });

  it('takes no name that sha256sum would write in another way', () => {
    expect(() => writeChecksums('/nowhere', ['a\nb.html'])).toThrow(
      'SHA256SUMS: found a file named "a\\nb.html"; expected names without backslashes and line breaks',
    );
  });
});
