import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { quote, type Problem } from './errors.ts';
import { readMdx, type MdxFile } from './mdx.ts';
import { listFolder } from './read-text.ts';
import { record, type SectionRecord } from './schemas/section.ts';
import { readSections, SECTIONS_FOLDER, sectionOfFile, type SectionFile } from './sections.ts';
import { checkYaml } from './yaml.ts';
import { yamlLine } from './yaml-lines.ts';

/** Folder of what the sections’ own pages hold beyond the story: a file bears the name of its section’s. */
export const RECORD_FOLDER = 'content/record';

/** Record of a section that could be read; `card` is `null` if its front matter has faults. */
export interface RecordFile {
  section: string;
  mdx: MdxFile;
  card: SectionRecord | null;
}

/** Text with notes of its own: the story of a section, or its record. */
export interface ProseFile {
  section: string;
  /** Name of its series of notes, and so the middle of their ids: `campaign`, `campaign-record`. */
  series: string;
  mdx: MdxFile;
}

/** Reads the record of each section that has one. */
export function readRecord(root: string, problems: Problem[]): RecordFile[] {
  if (!existsSync(join(root, RECORD_FOLDER))) return [];
  return listFolder(root, RECORD_FOLDER, '.mdx', problems).flatMap((name) => {
    const mdx = readMdx(root, `${RECORD_FOLDER}/${name}`, problems);
    if (!mdx) return [];
    const { document, lines, offset } = mdx.frontMatter;
    const card = checkYaml(document, lines, mdx.file, record, problems, offset);
    return [{ section: card?.section ?? sectionOfFile(name), mdx, card }];
  });
}

/** Reads the stories of all sections in the order of the site, each with its record after it. */
export function readProse(root: string, problems: Problem[]): ProseFile[] {
  const records = readRecord(root, problems);
  return readSections(root, problems).flatMap(({ id, mdx }) => [
    { section: id, series: id, mdx },
    ...records
      .filter(({ section }) => section === id)
      .map(({ mdx: own }) => ({
        section: id,
        series: recordId(id),
        mdx: own,
      })),
  ]);
}

/** Returns the id of a section’s record on its page, which is also the name of its series of notes. */
export function recordId(section: string): string {
  return `${section}-record`;
}

/** Checks that each record belongs to a section and bears the name of its file. */
export function checkRecord(records: readonly RecordFile[], sections: readonly SectionFile[]): Problem[] {
  return records.flatMap(({ mdx, card }): Problem[] => {
    if (!card) return [];
    const home = sections.find(({ id }) => id === card.section);
    const wanted = home && `${RECORD_FOLDER}/${basename(home.mdx.file)}`;
    if (wanted === mdx.file) return [];
    const line = yamlLine(card, ['section']);
    const expected = wanted
      ? `the file name ${wanted}, that of its section in ${SECTIONS_FOLDER}`
      : `one of ${sections.map(({ id }) => id).join(', ')}`;
    return [
      {
        file: mdx.file,
        ...(line === undefined ? {} : { line }),
        field: 'section',
        found: quote(card.section),
        expected,
      },
    ];
  });
}
