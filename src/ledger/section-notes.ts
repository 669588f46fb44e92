import { numberNotes, type Note } from './notes.ts';
import { LedgerError, type Problem } from './problems.ts';
import { readSections } from './prose/sections.ts';

/**
 * The notes of every section, numbered as the page numbers them.
 * @throws LedgerError if a section cannot be parsed.
 */
export function sectionNotes(root: string): { section: string; notes: Note[] }[] {
  const problems: Problem[] = [];
  const sections = readSections(root, problems);
  if (problems.length > 0) throw new LedgerError(problems);
  return sections.map(({ id, mdx }) => ({ section: id, notes: numberNotes(mdx.body).notes }));
}
