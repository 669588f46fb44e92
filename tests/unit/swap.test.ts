import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { packSite } from '../../src/build/pack-site.ts';
import { beginBuild, buildFolders, swapIn, systemError, type BuildFolders } from '../../src/build/swap.ts';
import { run } from '../../src/build/run.ts';
import { write } from './kit/project.ts';
import { tempFolder } from './kit/temp.ts';

/** A process that is no more, and one that is at work and is not this one. */
const [GONE, AT_WORK] = [999_999_999, process.ppid];

let root: string;
let folders: BuildFolders;
beforeEach(() => {
  root = tempFolder();
  folders = buildFolders(join(root, 'dist'));
  write(folders.live, 'index.html', 'yesterday');
});

const read = (folder: string) => readFileSync(join(folder, 'index.html'), 'utf8');

/** What a build does between its beginning and its end. */
function drawPages(): void {
  write(folders.fresh, 'index.html', 'today');
}

it('puts the new site in the place of the one before, and leaves nothing else', () => {
  beginBuild(folders);
  drawPages();
  expect(read(folders.live)).toBe('yesterday');
  swapIn(folders);
  expect(read(folders.live)).toBe('today');
  expect(readdirSync(root)).toEqual(['dist']);
});

it('needs no site before it', () => {
  folders = buildFolders(join(root, 'first'));
  beginBuild(folders);
  drawPages();
  swapIn(folders);
  expect(read(folders.live)).toBe('today');
});

describe('a build that was killed', () => {
  it('before the exchange leaves the site, and nothing that reaches into the next one', () => {
    write(join(root, `dist.next-${GONE}`), 'half.html', 'half a page');
    beginBuild(folders);
    drawPages();
    swapIn(folders);
    expect(read(folders.live)).toBe('today');
    expect(readdirSync(root)).toEqual(['dist']);
  });

  it('in the middle of the exchange is mended by the next, even if that one fails in turn', () => {
    renameSync(folders.live, join(root, `dist.old-${GONE}`));
    beginBuild(folders);
    expect(read(folders.live)).toBe('yesterday');
  });

  it('just after the exchange leaves the new site', () => {
    write(join(root, `dist.old-${GONE}`), 'index.html', 'the day before');
    beginBuild(folders);
    expect(read(folders.live)).toBe('yesterday');
    expect(existsSync(join(root, `dist.old-${GONE}`))).toBe(false);
  });
});

it('a build that fails takes its folder with it', async () => {
  const code = `import { beginBuild, buildFolders } from './src/build/swap.ts'; beginBuild(buildFolders(${JSON.stringify(folders.live)})); throw new Error('no');`;
  expect((await run(process.execPath, ['--input-type=module', '-e', code])).code).toBe(1);
  expect(readdirSync(root)).toEqual(['dist']);
});

it('leaves the folder of another build that is at work alone', () => {
  write(join(root, `dist.next-${AT_WORK}`), 'index.html', 'of the other');
  beginBuild(folders);
  drawPages();
  swapIn(folders);
  expect(read(join(root, `dist.next-${AT_WORK}`))).toBe('of the other');
  expect(read(folders.live)).toBe('today');
});

it('a failure in the last step leaves the site as it was', async () => {
  beginBuild(folders);
  drawPages();
  write(folders.fresh, 'odd\\name.html', 'a name that no list of sums can hold');
  await expect(packSite(folders.fresh, true)).rejects.toThrow(
    'SHA256SUMS: found a file named "odd\\\\name.html"; expected names without backslashes and line breaks',
  );
  expect(read(folders.live)).toBe('yesterday');
});

it('puts the site back if the new one cannot take its place', () => {
  // What should be exchanged is not there.
  expect(() => swapIn(folders)).toThrow('ENOENT');
  expect(read(folders.live)).toBe('yesterday');
});

it.each(['file', 'link'])('takes no %s for the site', (kind) => {
  const path = join(root, kind);
  if (kind === 'file') writeFileSync(path, '');
  else symlinkSync(folders.live, path);
  expect(() => beginBuild(buildFolders(path))).toThrow(
    `${path}: found a file or a link; expected a folder, or nothing`,
  );
});

describe('what the system does not let happen', () => {
  // Root may write anywhere.
  if (process.getuid?.() !== 0)
    it('is known at the beginning, and holds up no later build', () => {
      chmodSync(folders.live, 0o500);
      expect(() => beginBuild(folders)).toThrow('EACCES');
      chmodSync(folders.live, 0o700);
      beginBuild(folders);
      expect(existsSync(folders.fresh)).toBe(true);
    });

  it.each([
    ['ENOSPC', '/site/a.html: found a full disk; expected room for a second site beside the one that is there'],
    [
      'EACCES',
      '/site/a.html: found a folder that this user may not write to; expected one that may be written to and renamed',
    ],
    ['EROFS', '/site/a.html: found a disk that can only be read; expected one that can be written to'],
  ])('is said in words: %s', (code, words) => {
    const error = Object.assign(new Error(`${code}: write`), { code, path: '/site/a.html' });
    expect(systemError(error, 'dist')).toMatchObject({ message: words });
  });

  it('stays an error of the program where nobody can mend it', () => {
    const error = Object.assign(new Error('ENOENT: open'), { code: 'ENOENT' });
    expect(systemError(error, 'dist')).toBe(error);
  });
});
