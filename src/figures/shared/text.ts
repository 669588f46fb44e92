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
  if (table.of === 'places')
    return table.groups.map((group) => [wrap(`${group.label}:`), ...group.rows.map(placeLine)].join('\n'));
  if (table.of === 'judgements')
    return table.groups.map((group) => [wrap(`${group.label}:`), ...group.rows.map(judgementLine)].join('\n'));
  return table.groups.map((group) =>
    [
      wrap(`${group.label}:`),
      ...(group.counted === '' ? [] : [wrap(`Counted: ${group.counted}.`)]),
      ...group.rows.map(numberLine),
    ].join('\n'),
  );
}

function placeLine(row: PlaceRow): string {
  const note = row.note ? ` Note: ${row.note.replace(/\.$/, '')}.` : '';
  return wrap(
    `${row.date}: ${row.name}, ${row.region} (${row.captor}; ${row.drawn}${row.isDoubtful ? `; ${LESS_FIRM}` : ''}). Then: ${row.latest}.${note} ${rowSources(row)} [${row.rowId}]`,
    '- ',
  );
}

function judgementLine(row: JudgementRow): string {
  const note = row.note ? ` Note: ${row.note.replace(/\.$/, '')}.` : '';
  return wrap(
    `${row.date}: ${row.who} (${row.drawn}). ${row.judgement}${note} ${rowSources(row)} [${row.rowId}]`,
    '- ',
  );
}

function numberLine(row: NumberRow): string {
  const note = row.note ? ` Note: ${row.note.replace(/\.$/, '')}.` : '';
  const doubt = row.isDoubtful && !row.drawn.includes(DOUBTFUL) ? `; ${DOUBTFUL}` : '';
  return wrap(
    `${row.date}: ${row.number} ${row.unit} (${row.claimant}; ${row.scope}; ${row.drawn}${doubt}).${row.counted === '' ? '' : ` Counted: ${row.counted}.`}${note} ${rowSources(row)} [${row.rowId}]`,
    '- ',
  );
}

/** Names the sources of a row, with the marks that the table has. */
function rowSources({ sources }: Pick<NumberRow, 'sources'>): string {
  return `From: ${publishersOf(sources).join(', ')}.`;
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
