import type { Note, SectionNotes } from '../../data/notes.ts';

/** Notes that share one cell beside the text: the block where it begins, and how many blocks it spans. */
export interface Passage {
  block: number;
  span: number;
  notes: Note[];
}

/** Characters on a line and height of a line, of text and of notes, as designed. Only their proportion matters. */
const TEXT = { measure: 66, line: 30 };
const NOTE = { measure: 42, line: 18 };
/** With more room to spare than this, the next note stands better beside its own block than after its neighbour. */
const SPARE = 100;

/**
 * Places a section's notes beside its blocks. Notes between two headings or figures share a cell, so that a long one takes room from its neighbours' before it parts
 * paragraphs; where they leave much of the cell empty, the next one begins a cell of its own, beside its block.
 * @param lengthOf Returns roughly how many characters a note prints.
 */
export function placeNotes(
  { notes, blocks, wide, headings }: SectionNotes,
  lengthOf: (note: Note) => number,
): Passage[] {
  const breaks = new Set([...wide, ...headings]);
  const passages: { block: number; notes: Note[]; spare: number; last: number }[] = [];
  for (const note of notes) {
    const open = passages.at(-1);
    const between = open ? range(open.last + 1, note.block) : [];
    const parted = !open || between.some((block) => breaks.has(block));
    const room = heightOfText(between.reduce((sum, block) => sum + (blocks[block - 1] ?? 0), 0));
    const need = heightOfNote(lengthOf(note));
    if (open && !parted && (open.spare < SPARE || note.block === open.last)) {
      open.notes.push(note);
      open.spare += room - need;
      open.last = note.block;
    } else {
      passages.push({
        block: note.block,
        notes: [note],
        spare: heightOfText(blocks[note.block - 1] ?? 0) - need,
        last: note.block,
      });
    }
  }
  return passages.map(({ block, notes: own }, index) => {
    const stops = [passages[index + 1]?.block, ...wide.filter((row) => row > block), blocks.length + 1].filter(
      (row) => row !== undefined,
    );
    return { block, span: Math.max(1, Math.min(...stops) - block), notes: own };
  });
}

function heightOfText(characters: number): number {
  return Math.ceil(characters / TEXT.measure) * TEXT.line;
}

function heightOfNote(characters: number): number {
  return (Math.ceil(characters / NOTE.measure) + 1) * NOTE.line;
}

/** Returns the whole numbers from the first to the last, both included. */
function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
