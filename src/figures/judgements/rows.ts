import { utcDay } from 'd3';
import { utc } from '../../charts/index.ts';
import { formatDateShort } from '../../data/format.ts';
import type { Ledger } from '../../data/ledger.ts';
import { firstDay, lastDay, precisionOf } from '../../data/schemas/dates.ts';
import type { Assessment } from '../../data/schemas/statement.ts';
import { FigureFault, type FilledCard } from '../shared/filled-card.ts';
import { sourceRefs } from '../shared/figure-tables.ts';
import type { JudgementTable } from '../shared/model.ts';

/** A judgement with the days that its date can mean. */
export interface Judgement {
  row: Assessment;
  from: Date;
  to: Date;
  /** Whether its day is known. */
  hasDay: boolean;
  /** Whether it is a dot: its day is known, or known to about a week; else it is drawn over all days it can mean. */
  isDot: boolean;
}

/** Judgements of one leaning. */
export interface Leaning {
  id: Assessment['leaning'];
  label: string;
  judgements: Judgement[];
}

/**
 * Returns the judgements of a card by their leaning.
 * @throws FigureFault if one is missing.
 */
export function leaningsOf(ledger: Ledger, card: FilledCard): Leaning[] {
  return card.judgements.map(({ id, label, rows }, group) => ({
    id,
    label,
    judgements: rows.map((row, index) => judgementOf(ledger, card, row, `judgements.${group}.rows.${index}`)),
  }));
}

/** Most days that a date can mean and still be drawn as a dot: a week to each side of “about” a day. */
const ABOUT = 14;

function judgementOf(ledger: Ledger, card: FilledCard, id: string, field: string): Judgement {
  const row = ledger.assessments.get(id);
  if (!row) throw new FigureFault(field, `"${id}"`, 'the id of a row in content/assessments.csv');
  // What only the words of its date tell stands on the card: “about 1 December”.
  const period = card.periods.find((one) => one.id === id);
  const [from, to] = [utc(period?.from ?? firstDay(row.date)), utc(period?.to ?? lastDay(row.date))];
  const hasDay = period === undefined && precisionOf(row.date) === 'day';
  return { row, from, to, hasDay, isDot: hasDay || utcDay.count(from, to) <= ABOUT };
}

/** Returns the table of the judgements, by leaning. */
export function judgementTable(ledger: Ledger, card: FilledCard, leanings: Leaning[]): JudgementTable {
  return {
    of: 'judgements',
    caption: card.table,
    groups: leanings.map(({ label, judgements }) => ({
      label,
      rows: judgements.map(({ row, hasDay, isDot }) => ({
        id: `${card.id}-${row.id}`,
        rowId: row.id,
        date: row.date_note ?? formatDateShort(row.date),
        who: row.affiliation === null ? row.who : `${row.who}, ${row.affiliation}`,
        judgement: row.assessment,
        note: row.note,
        sources: sourceRefs(ledger, row.source_ids),
        drawn: hasDay ? 'a dot' : isDot ? 'a dot amid the days it can mean' : 'a line over the days it can mean',
        isDoubtful: false,
        raw: row,
      })),
    })),
  };
}
