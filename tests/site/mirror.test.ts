import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { packedOf, textsOf } from '../../src/build/precompress.ts';
import { parseSums, SUMS_FILE } from '../../src/build/checksums.ts';
import { run } from '../../src/build/run.ts';
import { verifyMirror } from '../../src/cli/verify/verify-mirror.ts';
import { tempFolder } from '../unit/kit/temp.ts';
import { COPIES, DIST, FILES } from './kit/dist.ts';

const UNPACK: Record<string, (bytes: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gz: gunzipSync,
  zst: zstdDecompressSync,
};

describe('packed copies', () => {
  it('stand beside every text, but where they would be no smaller', () => {
    const without = textsOf(FILES).filter((file) =>
      ['.br', '.gz', '.zst'].some((ending) => !COPIES.includes(file + ending)),
    );
    expect(without.filter((file) => sizeOf(file) > 500)).toEqual([]);
    expect(COPIES.filter((copy) => sizeOf(copy) >= sizeOf(packedOf(copy) as string))).toEqual([]);
  });

  it('hold what they stand beside', () => {
    const read = (file: string) => readFileSync(join(DIST, file));
    const isTrue = (copy: string) =>
      UNPACK[copy.split('.').at(-1) as string]?.(read(copy)).equals(read(packedOf(copy) as string));
    expect(COPIES.filter((copy) => !isTrue(copy))).toEqual([]);
  });

  it('are not packed again, and nothing of the search engine is that comes packed', () => {
    expect(
      COPIES.filter((copy) => packedOf(packedOf(copy) as string) !== undefined || /\.pf_|\.pagefind\./.test(copy)),
    ).toEqual([]);
  });
});

describe('the list of sums', () => {
  it('names every file but itself', () => {
    const listed = [...parseSums(readFileSync(join(DIST, SUMS_FILE), 'utf8'), SUMS_FILE).keys()];
    expect(listed).toEqual([...FILES, ...COPIES].filter((file) => file !== SUMS_FILE).sort());
  });

  it('is one that sha256sum checks', async () => {
    expect(await run('sha256sum', ['--check', '--strict', '--quiet', SUMS_FILE], { cwd: DIST })).toEqual({
      code: 0,
      output: '',
    });
  });

  it('is the only name that is not in lower case', () => {
    expect([...FILES, ...COPIES].filter((file) => file !== file.toLowerCase() && !file.startsWith('hosts/'))).toEqual([
      SUMS_FILE,
    ]);
  });
});

describe('a mirror of the whole site', () => {
  let archive: string;
  beforeAll(async () => {
    archive = join(tempFolder(), 'mirror.tar.gz');
    expect((await run('tar', ['-czf', archive, '-C', DIST, '.'])).code).toBe(0);
  });

  it.each<[string, () => string]>([
    ['folder', () => DIST],
    ['archive', () => archive],
  ])('is found true as a %s', async (_kind, path) => {
    const { isTrue, lines } = await verifyMirror(path(), join(DIST, SUMS_FILE));
    expect(isTrue, lines.slice(0, 5).join('\n')).toBe(true);
  });
});

function sizeOf(file: string): number {
  return statSync(join(DIST, file)).size;
}
