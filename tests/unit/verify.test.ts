import { appendFileSync, copyFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHECKSUMS_FILE, writeChecksums } from '../../src/build/checksums.ts';
import { listFiles } from '../../src/build/files.ts';
import { run } from '../../src/build/run.ts';
import { LIMITS } from '../../src/cli/verify/read-mirror.ts';
import { verifyMirror } from '../../src/cli/verify/verify-mirror.ts';
import { ARCHIVES } from './kit/archives.ts';
import { copyOf, entriesOf, smallSite, writeArchive } from './kit/mirror.ts';
import { tempFolder } from './kit/temp.ts';

const SUMS = 'found [0-9a-f]{64}; expected [0-9a-f]{64}$';
const KINDS = Object.keys(ARCHIVES) as (keyof typeof ARCHIVES)[];

let site: string;
beforeAll(() => {
  site = smallSite();
});

/** The lines that name differences. */
async function differencesOf(path: string, against?: string): Promise<string[]> {
  const { lines, isTrue } = await verifyMirror(path, against);
  const found = lines.slice(
    0,
    lines.findIndex((line) => /listed file/.test(line)),
  );
  expect(isTrue).toBe(found.length === 0);
  return found;
}

describe('a true copy', () => {
  it('passes as a folder, and is told what its own word is worth', async () => {
    const { isTrue, lines } = await verifyMirror(site);
    expect(isTrue).toBe(true);
    expect(lines[0]).toBe('all 4 listed files as listed');
    expect(lines[1]).toMatch(
      /^Checked against its own SHA256SUMS \(sum [0-9a-f]{64}\)\. Whoever forges a file can forge that list too/,
    );
  });

  it('passes against the list of the original', async () => {
    const { isTrue, lines } = await verifyMirror(copyOf(site), join(site, CHECKSUMS_FILE));
    expect(isTrue).toBe(true);
    expect(lines.at(-1)).toMatch(/^Checked against .*SHA256SUMS \(sum [0-9a-f]{64}\)\.$/);
  });

  it.each(KINDS)('passes as %s, with and without a folder around it', async (kind) => {
    for (const prefix of ['', 'mirror/', './'])
      expect(await differencesOf(writeArchive(kind, entriesOf(site, prefix)))).toEqual([]);
  });

  it('passes with hard links in a tar archive', async () => {
    const folder = copyOf(site);
    copyFileSync(join(folder, 'index.html'), join(folder, 'same.html'));
    writeChecksums(folder, listFiles(folder));
    const entries = entriesOf(folder).map((entry) =>
      entry.name === 'same.html' ? { name: 'same.html', type: 'Link' as const, linkpath: 'index.html' } : entry,
    );
    expect(await differencesOf(writeArchive('site.tar', entries))).toEqual([]);
  });

  it('passes as this system’s tar packs it, however long its names are', async () => {
    const folder = copyOf(site);
    writeFileSync(join(folder, `data/${'long-'.repeat(40)}name.csv`), 'id\n');
    writeChecksums(folder, listFiles(folder));
    const path = join(tempFolder(), 'made.tgz');
    expect((await run('tar', ['-czf', path, '-C', folder, '.'])).code).toBe(0);
    expect(await differencesOf(path)).toEqual([]);
  });
});

describe('a spoiled copy', () => {
  it('names what is missing, changed, cut off or there too much', async () => {
    const folder = copyOf(site);
    rmSync(join(folder, 's/china.html'));
    appendFileSync(join(folder, 'data/facts.csv'), 'A02,13\n');
    truncateSync(join(folder, 'index.html'), 0);
    writeFileSync(join(folder, 'ads.js'), 'alert(1)');
    copyFileSync(join(folder, 's/losses.html'), join(folder, 'Losses.html'));
    expect(await differencesOf(folder)).toEqual([
      'Losses.html: extra: holds the content of s/losses.html; not in the list',
      'ads.js: extra: not in the list',
      expect.stringMatching(`^data/facts\\.csv: changed: ${SUMS}`),
      expect.stringMatching(`^index\\.html: cut off: empty; ${SUMS}`),
      's/china.html: missing',
    ]);
    expect((await verifyMirror(folder)).lines.slice(5, 7)).toEqual([
      '5 differences from 4 listed files',
      'This may be a copy of another version of the site, or one that was built for another address.',
    ]);
  });

  it('names pages that stand in each other’s place', async () => {
    const folder = copyOf(site);
    copyFileSync(join(site, 's/losses.html'), join(folder, 's/china.html'));
    copyFileSync(join(site, 's/china.html'), join(folder, 's/losses.html'));
    expect(await differencesOf(folder)).toEqual([
      expect.stringMatching(`^s/china\\.html: swapped: holds the content of s/losses\\.html; ${SUMS}`),
      expect.stringMatching(`^s/losses\\.html: swapped: holds the content of s/china\\.html; ${SUMS}`),
    ]);
  });

  it('is found by the original’s list where its own was forged or left out', async () => {
    const folder = copyOf(site);
    writeFileSync(join(folder, 'data/facts.csv'), 'id,value\nA01,13\n');
    writeChecksums(folder, listFiles(folder));
    expect(await differencesOf(folder)).toEqual([]);
    const original = join(site, CHECKSUMS_FILE);
    expect(await differencesOf(folder, original)).toEqual([
      expect.stringMatching(`^SHA256SUMS: changed: ${SUMS}`),
      expect.stringMatching(`^data/facts\\.csv: changed: ${SUMS}`),
    ]);
    rmSync(join(folder, CHECKSUMS_FILE));
    expect((await differencesOf(folder, original))[0]).toBe('SHA256SUMS: missing');
  });

  it('names links, which may lead anywhere', async () => {
    const folder = copyOf(site);
    rmSync(join(folder, 's/china.html'));
    symlinkSync(join(site, 's/china.html'), join(folder, 's/china.html'));
    expect(await differencesOf(folder)).toEqual(['s/china.html: damaged: a link or a device, not a file']);
    const link = { name: 'etc.html', type: 'SymbolicLink' as const, linkpath: '/etc/passwd' };
    expect(await differencesOf(writeArchive('site.tar', [...entriesOf(site), link]))).toEqual([
      'etc.html: extra: a SymbolicLink, not a file',
    ]);
  });

  it('names a list that leads out of the folder', async () => {
    const folder = copyOf(site);
    appendFileSync(join(folder, CHECKSUMS_FILE), `${'0'.repeat(64)}  ../secret\n`);
    expect(await differencesOf(folder)).toEqual(['../secret: outside: lies outside the folder']);
  });
});

describe.each(KINDS)('a spoiled %s', (kind) => {
  it('names each difference as in a folder', async () => {
    const spoiled = entriesOf(site, 'mirror/')
      .filter(({ name }) => name !== 'mirror/s/china.html')
      .map((entry) => (entry.name === 'mirror/s/losses.html' ? { ...entry, content: 'changed' } : entry));
    const path = writeArchive(kind, [...spoiled, { name: '__MACOSX/index.html', content: 'x' }]);
    expect(await differencesOf(path)).toEqual([
      '__MACOSX/index.html: extra: not in the list',
      's/china.html: missing',
      expect.stringMatching(`^s/losses\\.html: changed: ${SUMS}`),
    ]);
  });

  it.each(['../escape.html', '/etc/passwd', 's/../../escape.html', 'C:\\escape.html'])(
    'names the entry %s, which would leave the folder',
    async (name) => {
      for (const prefix of ['', 'mirror/'])
        expect(await differencesOf(writeArchive(kind, [...entriesOf(site, prefix), { name, content: 'x' }]))).toEqual([
          `${name}: outside: lies outside the folder`,
        ]);
    },
  );

  it('names an entry that comes twice', async () => {
    const path = writeArchive(kind, [{ name: 'index.html', content: 'Forged' }, ...entriesOf(site)]);
    expect(await differencesOf(path)).toEqual([
      `${path}: damaged: index.html is in it twice, and programs differ in which one they unpack`,
    ]);
  });

  it('shows no name that would steer the terminal', async () => {
    const path = writeArchive(kind, [...entriesOf(site), { name: '\u001b[2J.html', content: 'x' }]);
    expect(await differencesOf(path)).toEqual(['\\u{1b}[2J.html: extra: not in the list']);
  });

  it('says that the archive was cut off', async () => {
    const path = writeArchive(kind, entriesOf(site));
    truncateSync(path, kind === 'site.tar' ? 2_800 : statSync(path).size - 30);
    const outcome = await verifyMirror(path, join(site, CHECKSUMS_FILE));
    expect(outcome.isTrue).toBe(false);
    expect(outcome.lines[0]).toMatch(/: damaged: /);
  });

  describe('that unpacks without end', () => {
    const { bytes, entries } = LIMITS;
    afterAll(() => Object.assign(LIMITS, { bytes, entries }));

    it('is given up', async () => {
      const bomb = writeArchive(kind, [...entriesOf(site), { name: 'bomb.html', content: Buffer.alloc(20_000_000) }]);
      LIMITS.bytes = 5_000_000;
      expect((await differencesOf(bomb))[0]).toMatch(
        /: damaged: (?:more than 5000000 bytes, not read further|max decompression ratio exceeded: .*)$/,
      );
      LIMITS.entries = 3;
      expect((await differencesOf(writeArchive(kind, entriesOf(site)), join(site, CHECKSUMS_FILE)))[0]).toMatch(
        /: damaged: more than 3 files, not read further$/,
      );
    });
  });
});
