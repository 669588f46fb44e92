import { section, SECTION_IDS, type Section } from './schemas/section.ts';
import { readMdx, type MdxFile } from './mdx.ts';
import { quote, type Problem } from './errors.ts';
import { listFolder } from './read-text.ts';
import { checkYaml } from './yaml.ts';

/** Folder of the prose. */
export const SECTIONS_FOLDER = 'content/sections';

/** Section file that could be read; `card` is `null` if its front matter has faults. */
export interface SectionFile {
  id: string;
  mdx: MdxFile;
  card: Section | null;
}

/** Reads all section files in the order of their names. */
export function readSections(root: string, problems: Problem[]): SectionFile[] {
  const names = listFolder(root, SECTIONS_FOLDER, '.mdx', problems);
  return names.flatMap((name) => {
    const before = problems.length;
    const mdx = readMdx(root, `${SECTIONS_FOLDER}/${name}`, problems);
    if (!mdx) {
      // Nobody knows which figures stand in it.
      for (const problem of problems.slice(before)) problem.lost = 'all';
      return [];
    }
    const { document, lines, offset } = mdx.frontMatter;
    const card = checkYaml(document, lines, mdx.file, section, problems, offset);
    return [{ id: card?.id ?? name.replace(/^\d+-|\.mdx$/g, ''), mdx, card }];
  });
}

/** Checks that the ten sections are there, once each, in order and in files named after them. */
export function checkSequence(files: SectionFile[]): Problem[] {
  const problems = files.flatMap(({ id, mdx, card }): Problem[] => {
    if (!card) return [];
    const order = SECTION_IDS.indexOf(card.id) + 1;
    const name = `${SECTIONS_FOLDER}/${String(order).padStart(2, '0')}-${id}.mdx`;
    return [
      ...(card.order === order
        ? []
        : [{ file: mdx.file, field: 'order', found: String(card.order), expected: `${order}, the place of ${id}` }]),
      ...(mdx.file === name
        ? []
        : [{ file: mdx.file, field: 'id', found: quote(id), expected: `the file name ${name}` }]),
    ];
  });
  for (const id of SECTION_IDS) {
    const count = files.filter((file) => file.id === id).length;
    if (count !== 1)
      problems.push({ file: SECTIONS_FOLDER, found: `${count} sections with the id ${quote(id)}`, expected: 'one' });
  }
  return problems;
}
