import { findCited } from '../../../data/citations.ts';
import type { Ledger } from '../../../data/ledger.ts';
import { numberLines, otherSources } from '../../../data/note-lines.ts';
import type { Note } from '../../../data/notes.ts';
import { referencedIds } from '../../../data/numbers.ts';
import type { SafeLine } from '../../../data/schemas/safe-line.ts';
import type { ShortSection } from '../../../data/short-form.ts';

/** One numbered note at the end of a printed form. */
export interface PaperNote {
  /** Number within the form, from one. */
  n: number;
  sourceIds: string[];
}

/** Numbers the notes of all paragraphs of a form; `numberOf` returns the number of a paragraph's note, null for a paragraph without one. */
export function paperNotes(
  ledger: Ledger,
  sections: readonly Pick<ShortSection, 'paragraphs'>[],
): { notes: PaperNote[]; numberOf: (note: Note | null) => number | null } {
  const cited = sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ note }) => note ?? []));
  const notes = cited.map((note, index) => ({ n: index + 1, sourceIds: noteSources(ledger, note) }));
  return { notes, numberOf: (note) => (note === null ? null : cited.indexOf(note) + 1) };
}

/** Lists the sources of a section's paragraphs and of the numbers in lines printed under it, in the order in which they are needed. */
export function sectionSources(
  ledger: Ledger,
  { paragraphs }: Pick<ShortSection, 'paragraphs'>,
  lines: readonly SafeLine[] = [],
): string[] {
  const cited = paragraphs.flatMap(({ note }) => (note === null ? [] : noteSources(ledger, note)));
  const counted = lines.flatMap(({ write = '', avoid = '' }) =>
    referencedIds(`${write} ${avoid}`).flatMap((id) => findCited(ledger, id)?.sourceIds ?? []),
  );
  return [...new Set([...cited, ...counted])];
}

/** Lists all sources of a note: those of its numbers, then those of what else is said. Terms are explained on the page. */
function noteSources(ledger: Ledger, note: Note): string[] {
  const lines = numberLines(ledger, note);
  return [...new Set([...lines.flatMap(({ sourceIds }) => sourceIds), ...otherSources(ledger, note, lines)])];
}
