import { findCited } from './citations.ts';
import { formatDateShort } from './format.ts';
import type { Ledger } from './ledger.ts';
import type { Note } from './notes.ts';
import { resolveNumber, type NumberText } from './numbers.ts';

/** Line of a note: numbers that share claimant, date and source. */
export interface NumberLine {
  numbers: NumberText[];
  /** `OCHA, 15 Dec 2023`; for a computed number `our calculation: …`. */
  about: string;
  sourceIds: string[];
  /** True if the claimant is also the publisher, so that one link names both. */
  isOwnSource: boolean;
}

/** Groups the numbers of a note into lines, those with one origin together. */
export function numberLines(ledger: Ledger, note: Note): NumberLine[] {
  const lines = new Map<string, NumberLine>();
  for (const id of note.numbers) {
    const number = resolveNumber(ledger, id);
    const about = aboutNumber(ledger, number);
    const key = `${about} ${number.sourceIds.join()}`;
    const line = lines.get(key) ?? {
      numbers: [],
      about,
      sourceIds: number.sourceIds,
      isOwnSource: isOwnSource(ledger, number),
    };
    line.numbers.push(number);
    lines.set(key, line);
  }
  return withoutRepeats([...lines.values()]);
}

/** Removes the sources of a computed number that a line beside it names already: it stands on rows often printed beside it. */
function withoutRepeats(lines: NumberLine[]): NumberLine[] {
  return lines.map((line) => {
    if (!line.numbers.some((number) => number.formula)) return line;
    const named = new Set(
      lines
        .filter((other) => other !== line && !other.numbers.some((number) => number.formula))
        .flatMap((other) => other.sourceIds),
    );
    return { ...line, sourceIds: line.sourceIds.filter((id) => !named.has(id)) };
  });
}

/** Lists the sources of a note that none of its number lines has named. */
export function otherSources(ledger: Ledger, note: Note, lines: readonly NumberLine[]): string[] {
  const named = new Set(lines.flatMap((line) => line.sourceIds));
  const cited = note.cites.flatMap((id) => findCited(ledger, id)?.sourceIds ?? []);
  return [...new Set(cited)].filter((id) => !named.has(id));
}

function aboutNumber(ledger: Ledger, number: NumberText): string {
  if (number.formula) return `our calculation: ${number.formula}`;
  const asOf = ledger.observations.get(number.id)?.as_of;
  return (
    [number.claimant, asOf ? formatDateShort(asOf) : ''].filter(Boolean).join(', ') +
    (number.isWeak ? ' (weak source)' : '')
  );
}

/** Returns true if the claimant of a number is also its publisher. */
export function isOwnSource(ledger: Ledger, number: NumberText): boolean {
  const [only, ...more] = number.sourceIds;
  const publisher = only === undefined ? undefined : ledger.sources.get(only)?.publisher;
  return more.length === 0 && publisher !== undefined && !number.formula && number.claimant.includes(publisher);
}
