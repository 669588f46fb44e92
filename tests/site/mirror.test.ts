import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { compressible } from '../../src/build/pack-site.ts';
import { originalOf } from '../unit/kit/compressed.ts';
import { parseChecksums, CHECKSUMS_FILE } from '../../src/build/checksums.ts';
import { run } from '../../src/build/run.ts';
import { verifyMirror } from '../../src/cli/verify/verify-mirror.ts';
import { tempFolder } from '../unit/kit/temp.ts';
import { COPIES, DIST, FILES } from './kit/dist.ts';

const UNPACK: Record<string, (bytes: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gz: gunzipSync,
};

describe('compressed copies', () => {
  it('stand beside every text, but where they would be no smaller', () => {
    const without = compressible(FILES).filter((file) =>
      ['.br', '.gz'].some((ending) => !COPIES.includes(file + ending)),
    );
    expect(without.filter((file) => sizeOf(file) > 500)).toEqual([]);
    expect(COPIES.filter((copy) => sizeOf(copy) >= sizeOf(originalOf(copy) as string))).toEqual([]);
  });

  it('hold what they stand beside', () => {
    const read = (file: string) => readFileSync(join(DIST, file));
    const isTrue = (copy: string) =>
      UNPACK[copy.split('.').at(-1) as string]?.(read(copy)).equals(read(originalOf(copy) as string));
    expect(COPIES.filter((copy) => !isTrue(copy))).toEqual([]);
  });

  it('are not compressed again', () => {
    expect(COPIES.filter((copy) => originalOf(originalOf(copy) as string) !== undefined)).toEqual([]);
  });
});

describe('the list of checksums', () => {
  it('names every file but itself', () => {
    const listed = [...parseChecksums(readFileSync(join(DIST, CHECKSUMS_FILE), 'utf8'), CHECKSUMS_FILE).keys()];
    expect(listed).toEqual([...FILES, ...COPIES].filter((file) => file !== CHECKSUMS_FILE).sort());
  });

  it('is one that sha256sum checks', async () => {
    expect(await run('sha256sum', ['--check', '--strict', '--quiet', CHECKSUMS_FILE], { cwd: DIST })).toEqual({
      code: 0,
      output: '',
    });
  });

  it('is the only name that is not in lower case', () => {
    expect([...FILES, ...COPIES].filter((file) => file !== file.toLowerCase() && !file.startsWith('hosts/'))).toEqual([
      CHECKSUMS_FILE,
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
    const { isTrue, lines } = await verifyMirror(path(), join(DIST, CHECKSUMS_FILE));
    expect(isTrue, lines.slice(0, 5).join('\n')).toBe(true);
  });
});

function sizeOf(file: string): number {
  return statSync(join(DIST, file)).size;
}
