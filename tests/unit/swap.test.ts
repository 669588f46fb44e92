import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { packSite } from '../../src/build/pack-site.ts';
import { run } from '../../src/build/run.ts';
import { beginBuild, buildFolders, swapIn, type BuildFolders } from '../../src/build/swap.ts';
import { write } from './kit/project.ts';
import { tempFolder } from './kit/temp.ts';

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
  expect([folders.fresh, folders.old, folders.lock].filter((path) => existsSync(path))).toEqual([]);
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
    write(folders.fresh, 'half.html', 'half a page');
    beginBuild(folders);
    drawPages();
    swapIn(folders);
    expect(read(folders.live)).toBe('today');
    expect(existsSync(join(folders.live, 'half.html'))).toBe(false);
  });

  it('in the middle of the exchange is mended by the next, even if that one fails in turn', () => {
    drawPages();
    renameSync(folders.live, folders.old);
    beginBuild(folders);
    expect(read(folders.live)).toBe('yesterday');
    expect(existsSync(folders.old)).toBe(false);
  });

  it('just after the exchange leaves the new site', () => {
    write(folders.old, 'index.html', 'the day before');
    beginBuild(folders);
    expect(read(folders.live)).toBe('yesterday');
    expect(existsSync(folders.old)).toBe(false);
  });

  it('holds nobody up', () => {
    writeFileSync(folders.lock, '999999999');
    beginBuild(folders);
    expect(readFileSync(folders.lock, 'utf8')).toBe(String(process.pid));
  });
});

it('a failure in the last step leaves the site as it was', async () => {
  beginBuild(folders);
  drawPages();
  write(folders.fresh, 'odd\\name.html', 'a name that no list of sums can hold');
  await expect(packSite(folders.fresh, true)).rejects.toThrow(
    'SHA256SUMS: found a file named "odd\\\\name.html"; expected names without backslashes and line breaks',
  );
  expect(read(folders.live)).toBe('yesterday');
  expect(existsSync(folders.old)).toBe(false);
});

it('puts the site back if the new one cannot take its place', () => {
  beginBuild(folders);
  // What should be exchanged is not there.
  expect(() => swapIn(folders)).toThrow('ENOENT');
  expect(read(folders.live)).toBe('yesterday');
});

describe('two builds at once', () => {
  it('are refused before the second touches what the first has made', () => {
    writeFileSync(folders.lock, String(process.ppid));
    write(folders.fresh, 'index.html', 'of the first');
    expect(() => beginBuild(folders)).toThrow(
      `dist.lock: found another build at work (process ${process.ppid}); expected it to be over; if that is no build, remove this file`,
    );
    expect(read(folders.fresh)).toBe('of the first');
    expect(read(folders.live)).toBe('yesterday');
    expect(readFileSync(folders.lock, 'utf8')).toBe(String(process.ppid));
  });

  it('are possible again once the first has failed', async () => {
    const code = `import { beginBuild, buildFolders } from './src/build/swap.ts'; beginBuild(buildFolders(${JSON.stringify(folders.live)})); throw new Error('no');`;
    expect((await run(process.execPath, ['--input-type=module', '-e', code])).code).toBe(1);
    expect(existsSync(folders.lock)).toBe(false);
    beginBuild(folders);
  });
});

describe('where dist is a link', () => {
  it.each(['a folder that is there', 'one that is not there yet'])(
    'to %s, the site is exchanged there and the link is kept',
    (kind) => {
      const served = join(root, 'www/site');
      mkdirSync(join(root, 'www'));
      if (kind === 'a folder that is there') write(served, 'index.html', 'yesterday');
      const link = join(root, 'link');
      symlinkSync('www/site', link);
      folders = buildFolders(link);
      expect(folders.fresh, 'pages are drawn in the project').toBe(join(root, 'link.next'));
      beginBuild(folders);
      drawPages();
      swapIn(folders);
      expect(readdirSync(join(root, 'www'))).toEqual(['site']);
      expect(readlinkSync(link)).toBe('www/site');
      expect(read(served)).toBe('today');
    },
  );

  it.runIf(existsSync('/dev/shm') && statSync('/dev/shm').dev !== statSync(tmpdir()).dev)(
    'to another disk, the site is exchanged there',
    () => {
      const shared = mkdtempSync('/dev/shm/explainer-test-');
      try {
        write(join(shared, 'site'), 'index.html', 'yesterday');
        symlinkSync(join(shared, 'site'), join(root, 'link'));
        folders = buildFolders(join(root, 'link'));
        beginBuild(folders);
        drawPages();
        swapIn(folders);
        expect(readdirSync(shared)).toEqual(['site']);
        expect(read(join(shared, 'site'))).toBe('today');
      } finally {
        rmSync(shared, { recursive: true });
      }
    },
  );

  it('to itself, that is said', () => {
    symlinkSync('loop', join(root, 'loop'));
    expect(() => buildFolders(join(root, 'loop'))).toThrow(
      /loop: found a link that leads to itself; expected a folder, a link to one, or nothing$/,
    );
  });
});

it('takes no file for the site', () => {
  writeFileSync(join(root, 'file'), '');
  expect(() => beginBuild(buildFolders(join(root, 'file')))).toThrow(
    /file: found a file; expected a folder, a link to one, or nothing$/,
  );
});

it.runIf(process.platform === 'linux')('says at the beginning that a mounted disk cannot be exchanged', () => {
  // Every Linux has a disk mounted there.
  expect(() => beginBuild({ ...folders, live: '/proc' })).toThrow(
    '/proc: found a disk or folder that is mounted there, and cannot be exchanged in one go; expected a plain folder',
  );
});
