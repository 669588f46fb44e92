import { basename } from 'node:path';
import { contentSignature } from './memoize.ts';
import { section, type Section } from './schemas/section.ts';
import { readMdx, type MdxFile } from './mdx.ts';
import { quote, type Problem } from './errors.ts';
import { listFolder } from './read-text.ts';
import { checkYaml } from './yaml.ts';
import { yamlLine } from './yaml-lines.ts';

/** Folder of the prose. */
export const SECTIONS_FOLDER = 'content/sections';

/** Section file that could be read; `card` is `null` if its front matter has faults. */
export interface SectionFile {
  id: string;
  mdx: MdxFile;
  card: Section | null;
}

/** Reads all section files, in the order of the site. */
export function readSections(root: string, problems: Problem[]): SectionFile[] {
  return byPlace(listFolder(root, SECTIONS_FOLDER, '.mdx', problems)).flatMap((name) => {
    const before = problems.length;
    const mdx = readMdx(root, `${SECTIONS_FOLDER}/${name}`, problems);
    if (!mdx) {
      // Nobody knows which figures stand in it.
      for (const problem of problems.slice(before)) problem.lost = 'all';
      return [];
    }
    const { document, lines, offset } = mdx.frontMatter;
    const card = checkYaml(document, lines, mdx.file, section, problems, offset);
    return [{ id: card?.id ?? sectionOfFile(name), mdx, card }];
  });
}

const known = new Map<string, { signature: string; ids: string[] }>();

/** Lists the ids of all sections in the order of the site, from the names of their files: `06.5-aid.mdx` is `aid`. */
export function sectionIds(root: string): string[] {
  const signature = contentSignature(root, 'prose');
  const before = known.get(root);
  if (before?.signature === signature) return before.ids;
  // What is wrong with the folder is said where the sections themselves are read.
  const ids = byPlace(listFolder(root, SECTIONS_FOLDER, '.mdx', [])).map(sectionOfFile);
  known.set(root, { signature, ids });
  return ids;
}

/** Checks that each section has an id and a place of its own, and stands in a file named after both. */
export function checkSequence(files: SectionFile[]): Problem[] {
  if (files.length === 0)
    return [{ file: SECTIONS_FOLDER, found: 'no section', expected: 'one .mdx file for each section' }];
  return files.flatMap(({ mdx, card }, index): Problem[] => {
    if (!card) return [];
    const before = files.slice(0, index);
    const report = (field: 'id' | 'order', found: string, expected: string): Problem[] => {
      const line = yamlLine(card, [field]);
      return [{ file: mdx.file, ...(line === undefined ? {} : { line }), field, found, expected }];
    };
    const sameId = before.find((one) => one.id === card.id);
    if (sameId) return report('id', `${quote(card.id)} again`, `an id of its own (${sameId.mdx.file} has it)`);
    const samePlace = before.find((one) => one.card?.order === card.order);
    if (samePlace) {
      const between = 'to stand between two others it can be a number such as 6.5';
      return report('order', `${card.order} again`, `a place of its own (${samePlace.mdx.file} has it; ${between})`);
    }
    const name = `${SECTIONS_FOLDER}/${orderInName(card.order)}-${card.id}.mdx`;
    if (mdx.file === name) return [];
    return report(
      'id',
      `${quote(card.id)} with order ${card.order}`,
      `the file name ${name}, or what this file’s name says`,
    );
  });
}

/** Sorts the names of section files by the number that they begin with. */
function byPlace(names: string[]): string[] {
  return names.toSorted((a, b) => Number.parseFloat(a) - Number.parseFloat(b) || (a < b ? -1 : 1));
}

/** Returns the section that a file of prose belongs to by its name: `06.5-aid.mdx` is `aid`. */
export function sectionOfFile(file: string): string {
  return basename(file, '.mdx').replace(/^[\d.]+-/, '');
}

/** Writes a place as names of files begin with it: `06`, `06.5`. */
function orderInName(order: number): string {
  const [whole = '', part] = String(order).split('.');
  return [whole.padStart(2, '0'), ...(part === undefined ? [] : [part])].join('.');
}
