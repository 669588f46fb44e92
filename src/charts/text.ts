import { formatDate } from '../ledger/format.ts';
import type { ChartModel, TableRow } from './types.ts';

const COLUMNS = 76;

/** The figure in plain text, for readers with no pictures: finding, numbers, notes, sources. */
export function figureText(model: ChartModel): string {
  const blocks = [
    wrap(`Figure ${model.number}. ${model.title}`),
    wrap(model.subtitle),
    wrap(model.summary),
    wrap(`Numbers: ${model.table.caption}`),
    ...model.table.groups.map((group) => [wrap(`${group.label}:`), ...(group.counted === '' ? [] : [wrap(`Counted: ${group.counted}.`)]), ...group.rows.map(lineOf)].join('\n')),
    ['Notes', ...model.notes.map((note) => wrap(note, '- '))].join('\n'),
    wrap(`Sources: ${model.sources.map((source) => source.publisher).filter((name, index, all) => all.indexOf(name) === index).join('; ')}.`),
    wrap(`Data as of ${formatDate(model.asOf)}.`),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function lineOf(row: TableRow): string {
  const note = row.note ? ` Note: ${row.note.replace(/\.$/, '')}.` : '';
  return wrap(`${row.date}: ${row.number} ${row.unit} (${row.claimant}; ${row.scope}; ${row.drawn}).${row.counted === '' ? '' : ` Counted: ${row.counted}.`}${note} [${row.rowId}]`, '- ');
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
