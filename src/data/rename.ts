import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { isMap, isScalar, isSeq, parseDocument, visit, type YAMLMap } from 'yaml';
import { listContentFiles } from './content-files.ts';
import type { Ledger } from './ledger.ts';

/** Kinds of things that can be given another name. */
export const RENAMED_KINDS = ['place', 'group', 'term'] as const;

/** Kind of a thing that can be given another name. */
export type RenamedKind = (typeof RENAMED_KINDS)[number];

/** Content file after a renaming. */
export interface RenamedFile {
  file: string;
  text: string;
  /** How often the old name stood there and was replaced. */
  replaced: number;
  /** How often it stays, since somebody else’s words hold it: quotations, addresses, and lists of other names. */
  kept: number;
}

/** Files that record what others wrote, or what this site once said. */
const RECORDS =
  /\/(?:sources\.csv|changes\.yaml|hosts\.yaml|promises\.yaml|published-ids\.txt|forwarded-ids\.yaml)$|\/geo\//;

/** Columns that hold ids, addresses, and names as others write them. */
const KEPT_COLUMNS = /^(?:id|slug|name_alt|name_my|forms|pcode|.*_ids?)$/;
const KEPT_KEYS = /^(?:id|other_names|scripts|rows|places|sources)$/;

/** Where a thing of each kind keeps its name and its other names. */
const HOMES = {
  place: { file: 'content/data/places.csv', name: 'name', others: 'name_alt' },
  group: { file: 'content/actors.yaml', name: 'name', others: 'other_names' },
  term: { file: 'content/glossary.csv', name: 'term', others: 'forms' },
} as const;

/** Returns the present name of a place (by its slug or id), a group or a term; `null` if there is no such thing. */
export function nameOf(ledger: Ledger, kind: RenamedKind, id: string): { id: string; name: string } | null {
  if (kind === 'group') return ledger.actors.get(id) ?? null;
  if (kind === 'place')
    return ledger.places.get(id) ?? [...ledger.places.values()].find(({ slug }) => slug === id) ?? null;
  const term = ledger.terms.get(id);
  return term ? { id, name: term.term } : null;
}

/** Returns what else is called by a name: two things of one name could not be told apart again. */
export function ownerOf({ places, actors, terms }: Ledger, name: string, except: string): string | undefined {
  const things = [
    ...[...places.values()].map((one) => ({ id: one.id, names: [one.name, ...one.name_alt] })),
    ...[...actors.values()].map((one) => ({ id: one.id, names: [one.name, one.abbreviation, ...one.other_names] })),
    ...[...terms.values()].map((one) => ({ id: one.id, names: [one.term, one.expansion, ...one.forms] })),
  ];
  return things.find(({ id, names }) => id !== except && names.includes(name))?.id;
}

/**
 * Gives a thing another name wherever the site speaks of it: the id stays, and the old name joins the other names.
 * @param thing Its id and its present name.
 * @returns The files in which the old name stands, with the new text; nothing is written.
 */
export function renameIn(
  root: string,
  kind: RenamedKind,
  thing: { id: string; name: string },
  name: string,
): RenamedFile[] {
  const home = HOMES[kind];
  return listContentFiles(root, [])
    .filter((file) => !RECORDS.test(file))
    .map((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const found = countOf(text, thing.name);
      const changed = found === 0 ? text : replaceIn(file, text, thing.name, name);
      const kept = countOf(changed, thing.name);
      const isHome = file === home.file;
      return { file, text: isHome ? addOther(changed, home, thing, file) : changed, replaced: found - kept, kept };
    })
    .filter(({ replaced, kept }) => replaced > 0 || kept > 0);
}

function replaceIn(file: string, text: string, from: string, to: string): string {
  if (file.endsWith('.csv'))
    return mapRows(text, (cells, columns) =>
      cells.map((cell, index) => (KEPT_COLUMNS.test(columns[index] ?? '') ? cell : replaceWords(cell, from, to))),
    );
  return file.endsWith('.yaml') ? replaceInYaml(text, from, to) : replaceWords(text, from, to);
}

/** Replaces whole words outside quotations and addresses. */
function replaceWords(text: string, from: string, to: string): string {
  return text.replace(new RegExp(`“[^”]*”|https?://\\S+|words="[^"]*"|${wordPattern(from).source}`, 'gu'), (found) =>
    found === from ? to : found,
  );
}

function replaceInYaml(text: string, from: string, to: string): string {
  const edits: { start: number; end: number }[] = [];
  visit(parseDocument(text), {
    Pair(_, { key }) {
      return isScalar(key) && KEPT_KEYS.test(String(key.value)) ? visit.SKIP : undefined;
    },
    Scalar(key, { value, range }) {
      if (key !== 'key' && typeof value === 'string' && range) edits.push({ start: range[0], end: range[1] });
    },
  });
  return edits.reduceRight(
    (all, { start, end }) => all.slice(0, start) + replaceWords(all.slice(start, end), from, to) + all.slice(end),
    text,
  );
}

/** Adds the old name to the other names of the thing itself. */
function addOther(
  text: string,
  { others }: (typeof HOMES)[RenamedKind],
  { id, name }: { id: string; name: string },
  file: string,
): string {
  if (file.endsWith('.csv'))
    return mapRows(text, (cells, columns) => {
      if (cells[columns.indexOf('id')] !== id) return cells;
      return cells.map((cell, index) =>
        columns[index] === others
          ? [name, ...cell.split(';').map((one) => one.trim())].filter(Boolean).join('; ')
          : cell,
      );
    });
  const document = parseDocument(text);
  const items: unknown[] = isSeq(document.contents) ? document.contents.items : [];
  const item = items.find((one): one is YAMLMap => isMap(one) && one.get('id') === id);
  const list = item?.get(others, true);
  if (!isSeq(list) || !list.range) return text;
  const first = list.items[0];
  const quoted = JSON.stringify(name);
  if (list.flow || !first || !('range' in (first as object)))
    return (
      text.slice(0, list.range[0]) + `[${[quoted, ...list.items.map(String)].join(', ')}]` + text.slice(list.range[1])
    );
  const start = (first as { range: [number, number, number] }).range[0];
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
  return `${text.slice(0, start)}${quoted}\n${line}${text.slice(start)}`;
}

/** Rewrites the rows of a table whose cells change, and leaves every other line as it is. */
function mapRows(text: string, change: (cells: string[], columns: string[]) => string[]): string {
  const lines = text.split('\n');
  const columns = cellsOf(lines[0] ?? '');
  return lines
    .map((line, index) => {
      if (index === 0 || line === '') return line;
      const before = cellsOf(line);
      const after = change(before, columns);
      return after.join('\u0000') === before.join('\u0000') ? line : after.map(quoteCell).join(',');
    })
    .join('\n');
}

function cellsOf(line: string): string[] {
  return (parse(line, { relax_column_count: true }) as string[][])[0] ?? [];
}

function quoteCell(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function countOf(text: string, name: string): number {
  return [...text.matchAll(new RegExp(wordPattern(name).source, 'gu'))].length;
}

function wordPattern(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u');
}
