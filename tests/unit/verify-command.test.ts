import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CHECKSUMS_FILE } from '../../src/build/checksums.ts';
import { run } from '../../src/build/run.ts';
import { copyOf, smallSite } from './kit/mirror.ts';
import { tempFolder } from './kit/temp.ts';

let site: string;
beforeAll(() => {
  site = smallSite();
});

function verify(args: string[], keptByNpm?: string) {
  return run(process.execPath, ['src/cli/verify.ts', ...args], { env: { npm_config_against: keptByNpm } });
}

function textFile(): string {
  const path = join(tempFolder(), 'words.txt');
  writeFileSync(path, 'no archive');
  return path;
}

describe('npm run verify', () => {
  it('ends with 0 for a true copy and with 1 for any other', async () => {
    expect((await verify([site])).code).toBe(0);
    const folder = copyOf(site);
    rmSync(join(folder, 'index.html'));
    const { code, output } = await verify([folder, '--against', join(site, CHECKSUMS_FILE)]);
    expect(code).toBe(1);
    expect(output).toMatch(/^index\.html: missing\n1 difference from 4 listed files\nChecked against /);
  });

  it.each<[string, () => string[], RegExp]>([
    ['no mirror', () => [], /^arguments: found "" \(0 mirrors\); expected -- and a folder, or an archive/],
    ['two mirrors', () => ['a', 'b'], /^arguments: found "a b" \(2 mirrors\); expected/],
    ['an unknown option', () => ['a', '--agianst', 'b'], /^arguments: found "a --agianst b" \(.*\); expected/],
    [
      'a mirror that is not there',
      () => ['nowhere'],
      /^nowhere: found nothing there; expected a folder, or an archive/,
    ],
    ['no archive', () => [textFile()], /words\.txt: found a file that is no archive of these kinds; expected/],
    ['a folder without a list', () => [tempFolder()], /: found no SHA256SUMS; expected one in it, or --against/],
    [
      'a list that is not there',
      () => [site, '--against', 'nowhere'],
      /^--against: found "nowhere", which cannot be read \(ENOENT\); expected a SHA256SUMS file/,
    ],
    ['a list that is none', () => [site, '--against', textFile()], /words\.txt:1: found "no archive"; expected a sum/],
  ])('answers %s in one line', async (_what, args, message) => {
    const { code, output } = await verify(args());
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toEqual([expect.stringMatching(message)]);
  });

  it('refuses an option that npm kept to itself, rather than believe the mirror’s own list', async () => {
    const { code, output } = await verify([site], 'true');
    expect(code).toBe(1);
    expect(output).toMatch(/^arguments: found ".*" \(--against before --\); expected -- and a folder/);
  });
});
