import { CSV_HELP } from '../../site/datasets/serialise.ts';
import { capitalise, formatDate } from '../../data/format.ts';
import type { Ledger } from '../../data/ledger.ts';
import { figureColumns } from './exports.ts';
import { LESS_FIRM } from './drawn-places.ts';
import { DOUBTFUL, publishersOf, sourceWords } from './figure-tables.ts';
import type { ChartModel, JudgementRow, NumberRow, PlaceRow, Table } from './model.ts';

const COLUMNS = 76;

/** Writes the figure in plain text, for readers with no pictures: finding, numbers, notes, sources, and what the columns of its CSV mean. */
export function figureText(ledger: Ledger, model: ChartModel): string {
  const blocks = [
    wrap(`Figure ${model.number}. ${model.title}`),
    wrap(model.subtitle),
    wrap(model.summary),
    wrap(`${capitalise(model.table.of)}: ${model.table.caption}`),
    ...groupBlocks(model.table),
    ['Notes', ...model.notes.map((note) => wrap(note, '- '))].join('\n'),
    wrap(sourceWords(model.sources)),
    wrap(`Data as of ${formatDate(model.asOf)}.`),
    [
      wrap(
        `Columns of ${model.id}.csv. ${CSV_HELP} A blank cell means that nothing is known or nothing applies, never zero.`,
      ),
      ...Object.entries(figureColumns(ledger, model)).map(([column, words]) => wrap(`${column}: ${words}`, '- ')),
    ].join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function groupBlocks(table: Table): string[] {
  switch (table.of) {
    case 'numbers':
      return table.groups.map(({ label, counted, rows }) =>
        block(label, [...(counted === '' ? [] : [wrap(`Counted: ${counted}.`)]), ...rows.map(numberLine)]),
      );
    case 'places':
      return table.groups.map(({ label, rows }) => block(label, rows.map(placeLine)));
    case 'judgements':
      return table.groups.map(({ label, rows }) => block(label, rows.map(judgementLine)));
  }
}

function block(label: string, lines: readonly string[]): string {
  return [wrap(`${label}:`), ...lines].join('\n');
}

function placeLine(row: PlaceRow): string {
  return wrap(
    `${row.date}: ${row.name}, ${row.region} (${row.captor}; ${row.drawn}${row.isDoubtful ? `; ${LESS_FIRM}` : ''}). Then: ${row.latest}.${noteAndSources(row)} [${row.rowId}]`,
    '- ',
  );
}

function judgementLine(row: JudgementRow): string {
  return wrap(`${row.date}: ${row.who} (${row.drawn}). ${row.judgement}${noteAndSources(row)} [${row.rowId}]`, '- ');
}

function numberLine(row: NumberRow): string {
  const doubt = row.isDoubtful && !row.drawn.includes(DOUBTFUL) ? `; ${DOUBTFUL}` : '';
  return wrap(
    `${row.date}: ${row.number} ${row.unit} (${row.claimant}; ${row.scope}; ${row.drawn}${doubt}).${row.counted === '' ? '' : ` Counted: ${row.counted}.`}${noteAndSources(row)} [${row.rowId}]`,
    '- ',
  );
}

/** Returns the note of a row, and its sources with the marks that the table has. */
function noteAndSources({ note, sources }: Pick<NumberRow, 'note' | 'sources'>): string {
  return `${note ? ` Note: ${note.replace(/\.$/, '')}.` : ''} From: ${publishersOf(sources).join(', ')}.`;
}

/** Breaks a text at words; the second and later lines stand under the first letter. */
function wrap(text: string, bullet = ''): string {
  const indent = ' '.repeat(bullet.length);
  const lines = [bullet];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) as string;
    const isFresh = last === bullet || last === indent;
    if (!isFresh && last.length + 1 + word.length > COLUMNS) lines.push(indent + word);
    else lines[lines.length - 1] = isFresh ? last + word : `${last} ${word}`;
  }
  return lines.join('\n');
}
