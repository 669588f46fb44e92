import { wrapText } from '../../charts/index.ts';
import { formatSourceDateShort } from '../../data/citations.ts';
import type { Ledger } from '../../data/ledger.ts';
import { numberLines, otherSources, type NumberLine } from '../../data/note-lines.ts';
import type { Note } from '../../data/notes.ts';
import type { Source } from '../../data/schemas/source.ts';
import type { Term } from '../../data/schemas/term.ts';

/** Line of a note as it is printed: at rest with one source, in the fold with the others. */
export interface PrintedLine extends NumberLine {
  /** True if the sources are further ones, of a line that stands at rest with its best. */
  isMore: boolean;
  /** True if the source is named with its date; where numbers have one, and where there is no room, it is not. */
  isDated: boolean;
}

/** What a note shows at rest, and what it folds away. */
interface RestingNote {
  n: number;
  /** Definitions for which there is room. */
  terms: Term[];
  /** The best source, with the numbers that it gives; `null` for a note that only explains a term. */
  best: PrintedLine | null;
  /** Words that open the fold; `null` if it holds nothing. */
  more: string | null;
  folded: { terms: Term[]; lines: PrintedLine[]; others: string[] };
}

/** Lines that a note has at rest, at most. */
const MAX_LINES = 3;
/** Width of a note in the narrowest margin, and size of its letters, in pixels. */
const ROOM = 228;
const LETTERS = 13;

/**
 * Chooses what a note shows at rest, in three lines: its best source, with the numbers that it gives, and the
 * definitions that fit beside it.
 * @param terms Those of its terms that are explained here.
 */
export function restingNote(facts: Ledger, note: Note, terms: readonly Term[]): RestingNote {
  const lines = numberLines(facts, note);
  const others = otherSources(facts, note, lines);
  const counted = lines.flatMap(({ sourceIds }) => sourceIds);
  const source = bestSource(facts, counted.length > 0 ? counted : others);
  const hiddenSources = new Set([...counted, ...others]).size - (source === undefined ? 0 : 1);
  const withBest = (best: PrintedLine | null): RestingNote[] => {
    const folded = {
      lines: lines.flatMap((line) => foldedLine(line, best)),
      others: others.filter((id) => id !== source),
    };
    // As many definitions as fit, rather all than some.
    return [terms.length, 1, 0].map((count) => ({
      n: note.n,
      terms: terms.slice(0, count),
      best,
      more: moreWords(hiddenSources, terms.length - Math.min(count, terms.length), folded.lines.length),
      folded: { ...folded, terms: terms.slice(count) },
    }));
  };
  const forms = bestForms(lines, source).flatMap(withBest);
  return forms.find((form) => heightOf(facts, form) <= MAX_LINES) ?? (forms.at(-1) as RestingNote);
}

/** Returns the line of the best source in its forms, from the fullest to the shortest. */
function bestForms(lines: readonly NumberLine[], source: string | undefined): (PrintedLine | null)[] {
  const sourceIds = source === undefined ? [] : [source];
  const bare = { numbers: [], about: '', sourceIds, isOwnSource: false, isMore: false, isDated: true };
  const line = lines.find((one) => source !== undefined && one.sourceIds.includes(source)) ?? lines[0];
  const alone = source === undefined ? [null] : [bare, { ...bare, isDated: false }];
  if (!line) return alone;
  const about = line.numbers.some(({ formula }) => formula) ? 'our calculation' : line.about;
  const full = { ...line, about, sourceIds, isMore: false, isDated: false };
  return [full, { ...full, numbers: line.numbers.slice(0, 1) }, ...alone];
}

/** Returns what the fold has to say of a line: all of it, or the sources that it leaves out at rest, or nothing. */
function foldedLine(line: NumberLine, best: PrintedLine | null): PrintedLine[] {
  const isWholeAtRest =
    best?.numbers[0] === line.numbers[0] && best?.numbers.length === line.numbers.length && best.about === line.about;
  const sourceIds = isWholeAtRest ? line.sourceIds.filter((id) => !best.sourceIds.includes(id)) : line.sourceIds;
  return isWholeAtRest && sourceIds.length === 0 ? [] : [{ ...line, sourceIds, isMore: isWholeAtRest, isDated: false }];
}

/** Returns the words that open the fold: how many more sources there are, and whether a word is explained. */
function moreWords(sources: number, terms: number, lines: number): string | null {
  const more = sources > 0 ? `and ${sources} more` : lines > 0 && terms === 0 ? 'and more' : '';
  const definitions = terms === 0 ? '' : terms === 1 ? 'Definition' : 'Definitions';
  return [definitions, more].filter(Boolean).join(' ') || null;
}

function heightOf({ sources }: Ledger, { terms, best, more }: RestingNote): number {
  const source = best?.isOwnSource ? undefined : sources.get(best?.sourceIds[0] ?? '');
  const named = source && [source.publisher, best?.isDated ? formatSourceDateShort(source) : ''].join(', ');
  const line = best && [best.numbers.map(withUnit).join(' · '), best.about, named].filter(Boolean).join('. ');
  return [...terms.map(definitionWords), line, more].reduce((sum, words) => sum + linesOf(words ?? ''), 0);
}

/** Returns a definition as a note prints it. */
export function definitionWords({ term, expansion, definition }: Term): string {
  return `${term}${expansion ? ` (${expansion})` : ''}: ${definition}`;
}

/** Returns what is counted, without the rest of a long unit: `263 townships`. */
export function withUnit({ text, unit }: { text: string; unit: string }): string {
  return `${text} ${unit.split(' of ')[0]}`;
}

function linesOf(words: string): number {
  return words === '' ? 0 : wrapText(words, ROOM, LETTERS, true).length;
}

/** Kinds of publishers in classes, best first; which kind a publisher is stands in `content/sources.csv`. */
const CLASSES: readonly (readonly Source['kind'][])[] = [
  ['un', 'official'],
  ['wire'],
  ['local-media', 'think-tank', 'ngo'],
  ['reference', 'state-media', 'armed-group'],
];

/**
 * Chooses the source that best carries what is said: a UN or official original, else an agency, else an outlet that
 * knows the field, else what there is; of one class the first that is named. A summary of a document counts behind
 * all originals, and a weak source behind everything.
 * @returns Its id, or `undefined` if there is none.
 */
export function bestSource(ledger: Pick<Ledger, 'sources'>, ids: readonly string[]): string | undefined {
  const known = ids.flatMap((id) => ledger.sources.get(id) ?? []);
  return known.toSorted((a, b) => rank(a) - rank(b))[0]?.id;
}

function rank({ kind, read, weak }: Source): number {
  if (weak) return CLASSES.length + 1;
  if (read === 'summary') return CLASSES.length;
  return CLASSES.findIndex((kinds) => kinds.includes(kind));
}
