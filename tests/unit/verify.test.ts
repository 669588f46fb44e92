import {
  appendFileSync,
  copyFileSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SUMS_FILE } from '../../src/build/checksums.ts';
import { run } from '../../src/build/run.ts';
import { LIMITS } from '../../src/cli/verify/entries.ts';
import { verifyMirror } from '../../src/cli/verify/verify-mirror.ts';
import { paxRecord, tarOf, type Packed } from './kit/archives.ts';
import { ARCHIVES, copyOf, entriesOf, page, seal, smallSite, writeArchive } from './kit/mirror.ts';
import { tempFolder } from './kit/temp.ts';

const SUM = '[0-9a-f]{64}';

let site: string;
beforeAll(async () => {
  site = await smallSite();
});

const mirror = () => copyOf(site);

/** The lines that name differences. */
async function differencesOf(path: string, against?: string): Promise<string[]> {
  const { lines, isTrue } = await verifyMirror(path, against);
  const found = lines.slice(
    0,
    lines.findIndex((line) => / as listed/.test(line)),
  );
  expect(isTrue).toBe(found.length === 0);
  return found;
}

/** The entries of the site with some changed: what `change` gives for one stands in its place. */
const entries = (change: (entry: Packed) => Packed[] = (entry) => [entry]) => entriesOf(site).flatMap(change);

describe('a true copy', () => {
  it('passes as a folder, and is told what its own word is worth', async () => {
    const { isTrue, lines } = await verifyMirror(site);
    expect(isTrue).toBe(true);
    expect(lines[0]).toMatch(/^(\d+) of \1 listed files as listed$/);
    expect(lines[1]).toMatch(
      new RegExp(
        `^Checked against its own SHA256SUMS \\(sum ${SUM}\\)\\. Whoever forges a file can forge that list too`,
      ),
    );
  });

  it('passes against the list of the original', async () => {
    expect((await verifyMirror(mirror(), join(site, SUMS_FILE))).lines.at(-1)).toMatch(
      /^Checked against .*SHA256SUMS \(sum [0-9a-f]{64}\)\.$/,
    );
  });

  it.each(Object.keys(ARCHIVES))('passes as %s, with and without a folder around it', async (kind) => {
    expect(await differencesOf(writeArchive(kind, entries()))).toEqual([]);
    expect(await differencesOf(writeArchive(kind, entriesOf(site, 'mirror/')))).toEqual([]);
    expect(await differencesOf(writeArchive(kind, entriesOf(site, './')))).toEqual([]);
  });

  it('passes as an archive without a list, if one is given', async () => {
    const path = writeArchive(
      'site.tar',
      entriesOf(site, 'mirror/').filter(({ name }) => !name.endsWith(SUMS_FILE)),
    );
    expect(await differencesOf(path, join(site, SUMS_FILE))).toEqual([`${SUMS_FILE}: missing`]);
  });

  it('passes with names so long that tar needs a header for them, and with hard links', async () => {
    const folder = mirror();
    const long = `data/${'long-'.repeat(40)}name.csv`;
    writeFileSync(join(folder, long), 'id\n');
    linkSync(join(folder, 'index.html'), join(folder, 'same.html'));
    seal(folder);
    const packed = (header: (name: string) => Packed) =>
      entriesOf(folder).flatMap((entry) =>
        entry.name === long
          ? [header(long), { ...entry, name: long.slice(0, 90) }]
          : entry.name === 'same.html'
            ? [{ name: 'same.html', type: '1', link: 'index.html' }]
            : [entry],
      );
    expect(
      await differencesOf(
        writeArchive(
          'site.tar',
          packed((name) => ({ name: 'x', type: 'x', content: paxRecord('path', name) })),
        ),
      ),
    ).toEqual([]);
    expect(
      await differencesOf(
        writeArchive(
          'site.tar',
          packed((name) => ({ name: 'x', type: 'L', content: `${name}\0` })),
        ),
      ),
    ).toEqual([]);
  });

  it('passes as what this system’s tar makes of it', async () => {
    const path = join(tempFolder(), 'made.tgz');
    expect((await run('tar', ['-czf', path, '-C', site, '.'])).code).toBe(0);
    expect(await differencesOf(path)).toEqual([]);
  });

  it('passes with links inside the folder, which hosts follow', async () => {
    const folder = mirror();
    renameSync(join(folder, 's/china.html'), join(folder, 'real.html'));
    symlinkSync('../real.html', join(folder, 's/china.html'));
    expect(await differencesOf(folder)).toEqual([
      'real.html: extra: not in the list; holds the content of s/china.html',
    ]);
  });
});

describe('a spoiled copy', () => {
  it('names what is missing', async () => {
    const folder = mirror();
    rmSync(join(folder, 's/china.html'));
    expect(await differencesOf(folder)).toEqual(['s/china.html: missing']);
  });

  it('names what is there too much, and whether it holds a page', async () => {
    const folder = mirror();
    writeFileSync(join(folder, 'ads.js'), 'alert(1)');
    copyFileSync(join(folder, 'index.html'), join(folder, 'Index.html'));
    writeFileSync(join(folder, 'briefing/one-page.pdf.gz'), gzipSync('another paper'));
    expect(await differencesOf(folder)).toEqual([
      'Index.html: extra: not in the list; holds the content of index.html',
      'ads.js: extra: not in the list',
      'briefing/one-page.pdf.gz: extra: not in the list; unpacks to something else than briefing/one-page.pdf should hold',
    ]);
  });

  it('names what was changed, with both sums', async () => {
    const folder = mirror();
    appendFileSync(join(folder, 'data/facts.csv'), 'A02,13\n');
    expect(await differencesOf(folder)).toEqual([
      expect.stringMatching(new RegExp(`^data/facts\\.csv: changed: 296 of 289 bytes; found ${SUM}; expected ${SUM}$`)),
    ]);
  });

  it('names what was cut off, and where, since its packed copies know how long it was', async () => {
    const folder = mirror();
    truncateSync(join(folder, 'index.html'), 500);
    truncateSync(join(folder, 's/china.html'), 0);
    truncateSync(join(folder, 'briefing/one-page.pdf'), 0);
    const whole = (name: string) => readFileSync(join(site, name)).length;
    expect(await differencesOf(folder)).toEqual([
      expect.stringMatching(/^briefing\/one-page\.pdf: cut off: empty; found/),
      expect.stringContaining(`index.html: cut off: at 500 of ${whole('index.html')} bytes; found`),
      expect.stringContaining(`s/china.html: cut off: at 0 of ${whole('s/china.html')} bytes; found`),
    ]);
  });

  it('names pages that stand in each other’s place', async () => {
    const folder = mirror();
    copyFileSync(join(site, 's/losses.html'), join(folder, 's/china.html'));
    copyFileSync(join(site, 's/china.html'), join(folder, 's/losses.html'));
    expect(await differencesOf(folder)).toEqual([
      expect.stringMatching(/^s\/china\.html: swapped: holds the content of s\/losses\.html; found/),
      expect.stringMatching(/^s\/losses\.html: swapped: holds the content of s\/china\.html; found/),
    ]);
  });

  it('names pages of another version, or of other data', async () => {
    const folder = mirror();
    writeFileSync(join(folder, 's/china.html'), page('On China', '1.3.0', '2026-03-01'));
    writeFileSync(join(folder, 's/losses.html'), page('On losses', '1.4.0', '2026-03-01'));
    expect(await differencesOf(folder)).toEqual([
      expect.stringContaining(
        's/china.html: of another version: says it is of 1.3.0, data to 2026-03-01, and other pages here of 1.4.0, data to 2026-06-10; found',
      ),
      expect.stringContaining(
        's/losses.html: of another version: says it is of 1.4.0, data to 2026-03-01, and other pages here of 1.4.0, data to 2026-06-10; found',
      ),
    ]);
  });

  it('says which version a whole mirror is of, where none of its pages is as listed', async () => {
    const old = await smallSite('1.3.0');
    const { lines } = await verifyMirror(old, join(site, SUMS_FILE));
    expect(lines.filter((line) => line.startsWith('index.html:'))).toEqual([
      expect.stringContaining('says it is of version 1.3.0, data to 2026-06-10'),
    ]);
    expect(lines).toContain(
      'Most files differ: this may be a copy of another version of the site, or one that was built for another address.',
    );
  });

  it('names packed copies that no longer hold their page', async () => {
    const folder = mirror();
    truncateSync(join(folder, 'index.html.gz'), 60);
    writeFileSync(join(folder, 's/china.html.gz'), gzipSync(page('On China, rewritten')));
    writeFileSync(join(folder, 's/losses.html.gz'), gzipSync(readFileSync(join(site, 's/losses.html')), { level: 1 }));
    expect(await differencesOf(folder)).toEqual([
      expect.stringMatching(/^index\.html\.gz: changed: does not unpack; found/),
      expect.stringMatching(
        /^s\/china\.html\.gz: changed: unpacks to something else than s\/china\.html should hold; found/,
      ),
      expect.stringMatching(/^s\/losses\.html\.gz: changed: unpacks to what s\/losses\.html should hold; found/),
    ]);
  });

  it.each(['.br', '.gz', '.zst'])('finds a forged %s copy even where the list was forged with it', async (ending) => {
    const folder = mirror();
    copyFileSync(join(folder, `s/china.html${ending}`), join(folder, `index.html${ending}`));
    seal(folder);
    expect(await differencesOf(folder)).toEqual([
      `index.html${ending}: no true copy: unpacks to something else than index.html should hold`,
    ]);
  });

  it('is found by the original’s list where its own was forged', async () => {
    const folder = mirror();
    writeFileSync(join(folder, 'data/facts.csv'), 'id,value\nA01,13\n');
    for (const ending of ['.br', '.gz', '.zst']) rmSync(join(folder, `data/facts.csv${ending}`));
    seal(folder);
    expect(await differencesOf(folder)).toEqual([]);
    const found = await differencesOf(folder, join(site, SUMS_FILE));
    expect(found[0]).toMatch(
      new RegExp(`^${SUMS_FILE}: changed: not the list that was given; found ${SUM}; expected ${SUM}$`),
    );
    expect(found.slice(1).map((line) => line.split('; ')[0])).toEqual([
      expect.stringMatching(/^data\/facts\.csv: changed: found/),
      'data/facts.csv.br: missing',
      'data/facts.csv.gz: missing',
      'data/facts.csv.zst: missing',
    ]);
  });

  it('names links that lead out of the folder', async () => {
    const folder = mirror();
    rmSync(join(folder, 's/china.html'));
    symlinkSync(join(site, 's/china.html'), join(folder, 's/china.html'));
    expect(await differencesOf(folder)).toEqual([
      's/china.html: unreadable: a link to something that is not a file of this folder',
    ]);
  });

  it('names a list that leads out of the folder', async () => {
    const folder = mirror();
    appendFileSync(join(folder, SUMS_FILE), `${'0'.repeat(64)}  ../secret\n`);
    expect(await differencesOf(folder)).toEqual(['../secret: outside: is listed, but would lie outside the folder']);
  });
});

describe.each(Object.keys(ARCHIVES))('a spoiled %s', (kind) => {
  it('names each difference as in a folder', async () => {
    const spoiled = entries((entry) => {
      if (entry.name === 's/china.html') return [];
      return [entry.name === 's/losses.html' ? { ...entry, content: page('On losses', '1.3.0') } : entry];
    });
    expect(await differencesOf(writeArchive(kind, [...spoiled, { name: 'ads.js', content: 'alert(1)' }]))).toEqual([
      'ads.js: extra: not in the list',
      's/china.html: missing',
      expect.stringMatching(/^s\/losses\.html: of another version: says it is of 1\.3\.0/),
    ]);
  });

  it.each(['../escape.html', '/etc/passwd', 's/../../escape.html', 'C:\\escape.html'])(
    'names the entry %s, which would leave the folder',
    async (name) => {
      expect(await differencesOf(writeArchive(kind, [...entries(), { name, content: 'x' }]))).toEqual([
        `${name}: outside: would be unpacked outside the folder`,
      ]);
      expect(
        (await differencesOf(writeArchive(kind, [...entriesOf(site, 'top/'), { name, content: 'x' }]))).join(),
      ).toContain('outside: would be unpacked outside the folder');
    },
  );

  it('names an entry that comes again with another content', async () => {
    const again = await differencesOf(
      writeArchive(kind, [{ name: 'index.html', content: page('Forged') }, ...entries()]),
    );
    expect(again[0]).toBe(
      'index.html: twice in the archive, with different content: which of them is unpacked depends on the program',
    );
  });

  it('names what lies beside the folder of the site', async () => {
    const path = writeArchive(kind, [...entriesOf(site, 'site/'), { name: '__MACOSX/index.html', content: 'x' }]);
    expect(await differencesOf(path)).toEqual(['__MACOSX/index.html: extra: beside the folder site/']);
  });

  it('shows no name that would steer the terminal', async () => {
    const found = await differencesOf(writeArchive(kind, [...entries(), { name: '\u001b[2J.html', content: 'x' }]));
    expect(found).toHaveLength(1);
    expect(found[0]).not.toMatch(/\p{Cc}/u);
  });

  it('names the archive that was cut off', async () => {
    const path = writeArchive(kind, entries());
    truncateSync(path, readFileSync(path).length - (kind === 'site.tar' ? 2_000 : 200));
    const outcome = await verifyMirror(path).then(
      ({ lines }) => lines.join('\n'),
      (error: Error) => error.message,
    );
    expect(outcome).toMatch(/damaged: |no SHA256SUMS, and an archive that cannot be read/);
  });
});

describe('a bomb', () => {
  const { file } = LIMITS;
  const BOMB = Buffer.alloc(20_000_000);
  beforeAll(() => {
    LIMITS.file = BOMB.length / 4;
  });
  afterAll(() => {
    LIMITS.file = file;
  });

  it.each(Object.keys(ARCHIVES))('in %s is given up', async (kind) => {
    const path = writeArchive(kind, [...entries(), { name: 'bomb.html', content: BOMB }]);
    expect(await differencesOf(path)).toEqual([
      `bomb.html: extra: larger than ${LIMITS.file} bytes and not read further`,
    ]);
  });

  it('in a packed copy is given up', async () => {
    const folder = mirror();
    writeFileSync(join(folder, 'index.html.gz'), gzipSync(BOMB));
    expect(await differencesOf(folder)).toEqual([
      expect.stringMatching(/^index\.html\.gz: changed: does not unpack; found/),
    ]);
  });

  it('of a whole archive is given up', async () => {
    const { all } = LIMITS;
    LIMITS.all = 1_000_000;
    const path = writeArchive('site.tar.gz', [
      ...entries(),
      { name: 'bomb.html', content: BOMB.subarray(0, 4_000_000) },
    ]);
    expect(await differencesOf(path)).toEqual([
      `${path}: damaged: it unpacks to more than 1000000 bytes and was not read further`,
      'bomb.html: extra: cannot be read (it unpacks to more than 1000000 bytes and was not read further)',
    ]);
    LIMITS.all = all;
  });

  it('of headers is given up', async () => {
    const path = join(tempFolder(), 'headers.tar');
    writeFileSync(path, tarOf([...entries(), { name: 'x', type: 'x', content: Buffer.alloc(2_000_000) }]));
    expect(await differencesOf(path)).toEqual([`${path}: damaged: a header of 2000000 bytes`]);
  });
});
