import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { numberNotes, type Note } from './notes.ts';

/** The notes of every section, numbered as the page numbers them. */
export function sectionNotes(root: string): { section: string; notes: Note[] }[] {
  const folder = join(root, 'content/sections');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => {
      const body = readFileSync(join(folder, name), 'utf8').replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '');
      const tree = unified().use(remarkParse).use(remarkMdx).parse(body);
      return { section: name.replace(/^\d+-|\.mdx$/g, ''), notes: numberNotes(tree).notes };
    });
}
