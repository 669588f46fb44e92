import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SUMS_FILE } from '../../src/build/checksums.ts';
import { run } from '../../src/build/run.ts';
import { copyOf, page, seal, smallSite } from './kit/mirror.ts';
import { tempFolder } from './kit/temp.ts';

let site: string;
beforeAll(async () => {
  site = await smallSite();
});
const mirror = () => copyOf(site);

describe('npm run verify', () => {
  const verify = (...args: string[]) =>
    run(process.execPath, ['src/cli/verify.ts', ...args], { env: { npm_config_against: undefined } });

  it('ends with 0 for a true copy and with 1 for any other', async () => {
    expect((await verify(site)).code).toBe(0);
    const folder = mirror();
    rmSync(join(folder, 'index.html'));
    const { code, output } = await verify(folder, '--against', join(site, SUMS_FILE));
    expect(code).toBe(1);
    expect(output).toMatch(/^index\.html: missing\n\d+ of \d+ listed files as listed, 1 missing\nChecked against /);
  });

  it('hears what npm kept to itself', async () => {
    const folder = mirror();
    writeFileSync(join(folder, 'index.html'), page('Forged'));
    for (const ending of ['.br', '.gz', '.zst']) rmSync(join(folder, `index.html${ending}`));
    seal(folder);
    const list = join(site, SUMS_FILE);
    expect(
      (await run(process.execPath, ['src/cli/verify.ts', folder], { env: { npm_config_against: list } })).code,
    ).toBe(1);
    expect(
      (await run(process.execPath, ['src/cli/verify.ts', folder, list], { env: { npm_config_against: 'true' } })).code,
    ).toBe(1);
    expect(
      (await run(process.execPath, ['src/cli/verify.ts', folder], { env: { npm_config_against: 'true' } })).output,
    ).toMatch(/^--against: found nothing after it; expected a SHA256SUMS file/);
  });

  const text = () => {
    const path = join(tempFolder(), 'words.txt');
    writeFileSync(path, 'no archive');
    return path;
  };
  it.each<[string, () => string[], RegExp]>([
    ['no mirror', () => [], /^arguments: found none; expected a folder, or an archive/],
    ['two mirrors', () => ['a', 'b'], /^arguments: found "b" after "a"; expected/],
    ['an unknown option', () => ['a', '--agianst', 'b'], /^arguments: found "a --agianst b" \(.*\); expected/],
    [
      'a mirror that is not there',
      () => ['nowhere'],
      /^nowhere: found nothing there; expected a folder, or an archive/,
    ],
    [
      'a file that is no archive',
      () => [text()],
      /words\.txt: found a file that is no archive of these kinds; expected/,
    ],
    ['a folder without a list', () => [tempFolder()], /: found no SHA256SUMS; expected one in it, or --against/],
    [
      'a list that is not there',
      () => [site, '--against', 'nowhere'],
      /^--against: found "nowhere", which cannot be read \(ENOENT\); expected a SHA256SUMS file/,
    ],
    [
      'a list that is none',
      () => [site, '--against', text()],
      /words\.txt:1: found "no archive"; expected a sum of 64 digits, two spaces and a file name/,
    ],
  ])('answers %s in one line', async (_what, args, message) => {
    const { code, output } = await verify(...args());
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toEqual([expect.stringMatching(message)]);
  });
});
