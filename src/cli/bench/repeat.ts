import { parse } from 'csv-parse/sync';
import { csvFormatRows } from 'd3';

/** Which columns of a table of the content hold ids that get new ones with each repetition, and which hold names that must stay different. */
export interface Table {
  ids: string[];
  names: string[];
  /** Columns that are left empty in repetitions: other spellings that belong to one thing only. */
  blank: string[];
  /** Columns of degrees. Many things at one point would each name all others, and no real content grows like that. */
  moved?: string[];
}

/** How far apart the repetitions of one place lie, in degrees. */
const APART = 0.001;

/** The rows whose day of publication differs from that of their source are known by id, so repetitions have none. */
const OBSERVATIONS: Table = { ids: ['id', 'source_ids'], names: [], blank: ['published'] };

/** The tables that are repeated. Claims (the founding report made so many), groups and figures are not. */
export const TABLES: Record<string, Table> = {
  'content/sources.csv': { ids: ['id'], names: ['title'], blank: [] },
  'content/timeline.csv': { ids: ['id', 'place_ids', 'source_ids'], names: [], blank: [] },
  'content/glossary.csv': { ids: ['id', 'source_ids'], names: ['term'], blank: ['forms'] },
  'content/statements.csv': { ids: ['id', 'source_ids'], names: [], blank: [] },
  'content/assessments.csv': { ids: ['id', 'source_ids'], names: [], blank: [] },
  'content/data/places.csv': {
    ids: ['id', 'slug', 'source_ids', 'status_source_ids'],
    names: ['name'],
    blank: ['name_alt', 'name_my'],
    moved: ['lat', 'lon'],
  },
  'content/data/displacement.csv': OBSERVATIONS,
  'content/data/displacement-by-state.csv': OBSERVATIONS,
  'content/data/positions.csv': OBSERVATIONS,
  'content/data/facts.csv': OBSERVATIONS,
  'content/data/handovers.csv': OBSERVATIONS,
};

/** What stands once in a section: a picture, or a list of rows that has them all already. */
const ONCE =
  /<(?:Figure|ClaimCheck|Colophon|Datasets|KeyNumbers|Casualties|Actors|Places|Events|Assessments)\b[^>]*\/>/g;

/** The first repetition: what was there before is the first time. */
const SECOND = 2;

const LETTERS = 26;

/** What is added to an id the second, third … time. */
export function idAgain(id: string, time: number): string {
  return `${id}-x${time}`;
}

/** What is added to a name: letters, since no name may hold a number. */
export function nameAgain(name: string, time: number): string {
  const letters: string[] = [];
  for (let rest = time; rest > 0; rest = Math.floor((rest - 1) / LETTERS))
    letters.unshift(String.fromCharCode('A'.charCodeAt(0) + ((rest - 1) % LETTERS)));
  return `${name} ${letters.join('')}`;
}

/** A table with all its rows so many times, each time under ids of their own that lead to rows of the same time. */
export function repeatTable(text: string, { ids, names, blank, moved = [] }: Table, times: number): string {
  const [header = [], ...rows] = parse(text) as string[][];
  const again = (cell: string, column: string, time: number) => {
    if (cell === '' || blank.includes(column)) return '';
    if (moved.includes(column)) return (Number(cell) + time * APART).toFixed(4);
    if (names.includes(column)) return nameAgain(cell, time);
    return ids.includes(column)
      ? cell
          .split(';')
          .map((id) => idAgain(id.trim(), time))
          .join(';')
      : cell;
  };
  const repeated = timesFrom(SECOND, times).flatMap((time) =>
    rows.map((row) => row.map((cell, at) => again(cell, header[at] as string, time))),
  );
  return `${csvFormatRows([header, ...rows, ...repeated])}\n`;
}

/**
 * A section as it stands in the text once more: its prose, numbers, citations and terms, which lead to rows of the same time.
 * @param known Ids of the rows that are repeated.
 */
export function repeatSection(text: string, known: ReadonlySet<string>, order: number, time: number): string {
  const again = (id: string) => (known.has(id) ? idAgain(id, time) : id);
  return text
    .replace(/^id: (.+)$/m, (_, id: string) => `id: ${idAgain(id, time)}`)
    .replace(/^order: .+$/m, `order: ${order}`)
    .replace(
      /^title: (["']?)(.*?)\1$/m,
      (_, quote: string, title: string) => `title: ${quote}${nameAgain(title, time)}${quote}`,
    )
    .replace(ONCE, '')
    .replace(/\bids?="([^"]*)"/g, (attribute, list: string) =>
      attribute.replace(list, list.split(' ').map(again).join(' ')),
    )
    .replace(/\{([A-Za-z0-9-]+)(\|bare)?\}/g, (token, id: string, form = '') =>
      known.has(id) ? `{${again(id)}${form}}` : token,
    );
}

/** The list of the ids of all sections, in the source that names them. */
export function repeatSectionIds(source: string, times: number): string {
  return source.replace(/(SECTION_IDS = \[)([^\]]*)(\])/, (_, start: string, list: string, end: string) => {
    const ids = [...list.matchAll(/'([^']+)'/g)].map(([, id]) => id as string);
    const all = [...ids, ...timesFrom(SECOND, times).flatMap((time) => ids.map((id) => idAgain(id, time)))];
    return `${start}${all.map((id) => `'${id}'`).join(', ')}${end}`;
  });
}

/** `timesFrom(2, 4)` is 2, 3, 4. */
export function timesFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
