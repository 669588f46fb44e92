import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { backgroundCheck } from '../../src/build/watch-content.ts';
import { contentSignature } from '../../src/data/memoize.ts';
import { removeTempFolders, tempFolder } from './kit/temp.ts';

const root = tempFolder();
const file = join(root, 'fault.txt');
afterEach(() => rmSync(file, { force: true }));
afterAll(removeTempFolders);

describe('the check beside the pages', () => {
  // Says what stands in the file, after a while; a missing file is no fault.
  const command = `setTimeout(() => {
    const { existsSync, readFileSync } = require('node:fs');
    if (!existsSync(${JSON.stringify(file)})) return;
    console.error(readFileSync(${JSON.stringify(file)}, 'utf8'));
    process.exitCode = 1;
  }, 200)`;

  it('tells what is wrong, and that it was mended', async () => {
    const told = queue<string | null>();
    const check = backgroundCheck([process.execPath, '-e', command], told.push);
    writeFileSync(file, 'a number without a source\n');
    check.start();
    expect(await told.next()).toBe('a number without a source');
    expect(check.problems()).toBe('a number without a source');
    rmSync(file);
    check.start();
    expect(check.problems()).toBeNull();
    expect(await told.next()).toBeNull();
  });

  it('says nothing of what has changed since', async () => {
    const told = queue<string | null>();
    const check = backgroundCheck([process.execPath, '-e', command], told.push);
    writeFileSync(file, 'half a sentence');
    check.start();
    await new Promise((resolve) => setTimeout(resolve, 250));
    writeFileSync(file, 'a whole one');
    check.start();
    expect(await told.next()).toBe('a whole one');
    expect(told.left()).toBe(0);
  });
});

describe('the state of the content', () => {
  mkdirSync(join(root, 'content/sections'), { recursive: true });
  const section = join(root, 'content/sections/01-one.mdx');
  const row = join(root, 'content/rows.csv');
  writeFileSync(section, '');
  writeFileSync(row, '');
  const states = async () => {
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    return [contentSignature(root, 'rows'), contentSignature(root, 'prose')];
  };

  it('tells an edited sentence from an edited row', async () => {
    const [rows, sections] = await states();
    utimesSync(section, 1, 1);
    const edited = await states();
    expect(edited[0]).toBe(rows);
    expect(edited[1]).not.toBe(sections);
    utimesSync(row, 1, 1);
    const both = await states();
    expect(both[0]).not.toBe(rows);
    expect(both[1]).toBe(edited[1]);
  });
});

/** What was pushed, in order, for whoever waits for it. */
function queue<Item>() {
  const items: Item[] = [];
  let wake = () => {};
  return {
    push: (item: Item) => {
      items.push(item);
      wake();
    },
    next: async () => {
      while (items.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return items.shift();
    },
    left: () => items.length,
  };
}
