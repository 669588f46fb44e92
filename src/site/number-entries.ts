import { countsWithinWeek } from '../data/comparisons.ts';
import { formatDateShort, formatQualified } from '../data/format.ts';
import { cardProblem, FILES } from '../data/checks/report.ts';
import type { Problem } from '../data/errors.ts';
import { observationOf } from '../data/latest.ts';
import type { Ledger } from '../data/ledger.ts';
import { proseNotes } from '../data/notes.ts';
import { resolveNumber, type NumberText } from '../data/numbers.ts';
import { spellOutRows } from '../data/row-references.ts';
import type { Change } from '../data/schemas/change.ts';
import type { Observation } from '../data/schemas/observation.ts';
import type { SafeLine } from '../data/schemas/safe-line.ts';
import { figureAddress, noteLink, type Link } from './addresses.ts';

/** One number of the text, with all that belongs to it when it is quoted. */
export interface NumberEntry {
  line: SafeLine;
  number: NumberText;
  /** Its row; null for a number that we computed. */
  row: Observation | null;
  /** Other counts of the same within seven days, nearest first. */
  nearbyCounts: Observation[];
  /** Where the text and the figures use it. */
  uses: Link[];
  /** Corrections of it. */
  corrections: Change[];
}

/** The numbers that one section is the first to use. */
export interface NumberGroup {
  section: string;
  entries: NumberEntry[];
}

/** Writes the note of a row for readers who have no table beside it: other rows that it names by their ids as counts, each with its day and number. */
export function noteInWords(ledger: Ledger, note: string): string {
  return spellOutRows(ledger, note, ({ as_of, value, qualifier }) => {
    const number = formatQualified(value, qualifier);
    return as_of === null ? `the count of ${number}` : `the count of ${formatDateShort(as_of)} (${number})`;
  });
}

/** Lists the corrections of what has an entry among the numbers: of its row, of its entry, or of the row in a figure. */
export function correctionsOf(ledger: Ledger, id: string): Change[] {
  const names = new Set([id, `number-${id}`, ...[...ledger.figures.keys()].map((figure) => `${figure}-${id}`)]);
  return [...ledger.changes.values()].filter(
    ({ kind, where }) => kind === 'correction' && where.some((name) => names.has(name)),
  );
}

/** Returns every number of `content/safe-to-print.yaml` under the section that first uses it, in text or figure, in reading order. */
export function numberEntries(ledger: Ledger, root: string): NumberGroup[] {
  const uses = numberUses(ledger, root);
  const lines = [...ledger.safeLines.values()].filter(({ words }) => words === undefined);
  return ledger.sectionIds.flatMap((section) => {
    const ids = [...uses].flatMap(([id, { first }]) => (first === section ? [id] : []));
    const entries = ids.flatMap((id) =>
      lines.filter((line) => line.id === id).map((line) => entryOf(ledger, line, uses)),
    );
    return entries.length === 0 ? [] : [{ section, entries }];
  });
}

/** Reports each number of `content/safe-to-print.yaml` that neither the text nor a figure uses: no section would show it. */
export function unusedLines(ledger: Ledger, root: string): Problem[] {
  const uses = numberUses(ledger, root);
  return [...ledger.safeLines.values()].flatMap((line) =>
    line.words !== undefined || uses.has(line.id)
      ? []
      : [
          cardProblem(
            FILES.safeLines,
            line,
            ['id'],
            `"${line.id}", which nothing uses`,
            'a number of the text or of a figure',
          ),
        ],
  );
}

/** Uses of a number, by its id: the section of the first, and all as links. */
type Uses = ReadonlyMap<string, { first: string; links: Link[] }>;

/** Lists where each number stands, in the order in which a reader meets it: key numbers and stories, then records, then figures. */
function numberUses(ledger: Ledger, root: string): Uses {
  const uses = new Map<string, { first: string; links: Link[] }>();
  const add = (id: string, section: string, link: Link) => {
    const found = uses.get(id) ?? { first: section, links: [] };
    if (!found.links.some(({ href }) => href === link.href)) found.links.push(link);
    uses.set(id, found);
  };
  const rowOf = (reference: string) => observationOf(ledger, reference)?.id ?? reference;
  const [first = ''] = ledger.sectionIds;
  for (const { id, number } of ledger.keyNumbers.values())
    add(rowOf(number), first, { href: `index.html#key-${id}`, label: 'key number' });
  const series = proseNotes(root);
  const stories = series.filter((one) => one.series === one.section);
  for (const { section, series: name, notes } of [...stories, ...series.filter((one) => !stories.includes(one))])
    for (const { n, numbers } of notes)
      for (const id of numbers) add(rowOf(id), section, noteLink({ section, series: name }, n));
  for (const figure of [...ledger.figures.values()].sort((a, b) => a.number - b.number))
    for (const id of [...figure.lines, ...figure.bands, ...figure.dots, ...figure.table_only].flatMap(
      ({ rows }) => rows,
    ))
      add(id, figure.section, { href: figureAddress(figure), label: `figure ${figure.number}` });
  return uses;
}

function entryOf(ledger: Ledger, line: SafeLine, uses: Uses): NumberEntry {
  const { id } = line;
  const row = ledger.observations.get(id) ?? null;
  return {
    line,
    number: resolveNumber(ledger, id),
    row,
    nearbyCounts: row === null ? [] : countsWithinWeek(ledger, row),
    uses: uses.get(id)?.links ?? [],
    corrections: correctionsOf(ledger, id),
  };
}
