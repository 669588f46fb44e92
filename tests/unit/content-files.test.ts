import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listContentFiles } from '../../src/data/content-files.ts';
import { describeProblem, type Problem } from '../../src/data/errors.ts';
import { readText } from '../../src/data/read-text.ts';
import { write } from './kit/project.ts';
import { tempFolder } from './kit/temp.ts';

const FILE = 'content/glossary.csv';

function project(): string {
  const root = tempFolder();
  write(root, FILE, 'id\n');
  return root;
}

function refusalOf(root: string, file = FILE): string {
  const problems: Problem[] = [];
  expect(readText(root, file, problems)).toBeNull();
  return problems.map(describeProblem).join('\n');
}

describe('readText', () => {
  it.each<[string, (path: string, root: string) => void, RegExp]>([
    ['a pipe', (path) => execFileSync('mkfifo', [path]), /found a pipe; expected a file$/],
    ['a folder', (path) => mkdirSync(path), /found a folder; expected a file$/],
    ['a link to itself', (path) => symlinkSync(path, path), /found a link that leads back to itself/],
    ['a link to nothing', (path) => symlinkSync('nothing', path), /found no such file/],
    [
      'a link to a device',
      (path) => symlinkSync('/dev/zero', path),
      /found a link that leads to \/dev\/zero; expected a file, or a link to one in content\/$/,
    ],
    [
      'a link out of content',
      (path, root) => {
        write(root, 'other.csv', 'id\n');
        symlinkSync('../other.csv', path);
      },
      /found a link that leads to \S+other\.csv; expected a file, or a link to one in content\/$/,
    ],
    [
      'a file of 5 MB and one byte',
      (path) => writeFileSync(path, 'x'.repeat(5_000_001)),
      /found 5000001 bytes; expected at most/,
    ],
  ])('refuses %s, and waits for nothing', (_, put, message) => {
    const root = project();
    rmSync(join(root, FILE));
    put(join(root, FILE), root);
    expect(refusalOf(root)).toMatch(message);
  });

  it('refuses a file behind a folder that is a link out of content', () => {
    const root = project();
    write(root, 'elsewhere/map.yaml', 'a: b');
    symlinkSync('../elsewhere', join(root, 'content/figures'));
    expect(refusalOf(root, 'content/figures/map.yaml')).toMatch(/found a link that leads to /);
  });

  // Root may read everything.
  if (process.getuid?.() !== 0)
    it('refuses a file that it may not read', () => {
      const root = project();
      chmodSync(join(root, FILE), 0);
      expect(refusalOf(root)).toMatch(/found a file that this user may not read/);
    });

  it('follows a link inside content', () => {
    const root = project();
    renameSync(join(root, FILE), join(root, 'content/real.csv'));
    symlinkSync('real.csv', join(root, FILE));
    expect(readText(root, FILE, [])).toBe('id\n');
  });
});

describe('listContentFiles', () => {
  it.each<[string, (root: string) => void, string]>([
    [
      'a table that nothing reads',
      (root) => write(root, 'content/data/floods.csv', 'id\n'),
      'content/data/floods.csv: found a file that nothing reads; expected one of displacement.csv, displacement-by-state.csv, positions.csv, handovers.csv, facts.csv, places.csv, *.yaml',
    ],
    [
      'a picture beside the sections',
      (root) => write(root, 'content/sections/a.png', ''),
      'content/sections/a.png: found a file that nothing reads; expected a file *.mdx',
    ],
    [
      'a file in the place of a folder',
      (root) => write(root, 'content/geo', ''),
      'content/geo: found a file in the place of a folder; expected the folder',
    ],
    [
      'a folder in a folder',
      (root) => mkdirSync(join(root, 'content/figures/old'), { recursive: true }),
      'content/figures/old: found a folder that nothing reads; expected a file *.yaml',
    ],
  ])('reports %s', (_, put, message) => {
    const root = project();
    put(root);
    const problems: Problem[] = [];
    expect(listContentFiles(root, problems)).toEqual([FILE]);
    expect(problems.map(describeProblem)).toEqual([message]);
  });

  it('does not mind what editors and systems leave', () => {
    const root = project();
    for (const name of ['.DS_Store', '.~lock.places.csv#', 'site.yaml~']) write(root, `content/${name}`, '');
    const problems: Problem[] = [];
    listContentFiles(root, problems);
    expect(problems).toEqual([]);
  });
});
