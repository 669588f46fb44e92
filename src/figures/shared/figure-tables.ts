import { latestDate } from '../../data/schemas/dates.ts';
import { datesKnown } from '../../data/places.ts';
import type { FigureCard } from '../../data/schemas/figure.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { Point, Series } from './series.ts';
import type {
  ChartModel,
  JudgementRow,
  JudgementTable,
  NumberRow,
  NumberTable,
  PlaceRow,
  PlaceTable,
  SourceRef,
  Table,
} from './model.ts';
import { type FilledCard } from './filled-card.ts';

/** Returns the table of a figure of numbers: every row of its card, grouped as the picture groups them. */
function numberTable(ledger: Ledger, card: FigureCard, series: Series[]): NumberTable {
  return {
    of: 'numbers',
    caption: card.table,
    groups: withCounted(
      series.map((one) => ({
        label: one.label,
        counted: '',
        rows: one.points.map((point) => numberRow(ledger, card.id, one, point)),
      })),
    ),
  };
}

/** Words in place of what the group before has counted too. */
const SAME_AS_BEFORE = 'the same as in the group above';

/** Names what was counted as seldom as can be: once a group, or with each row where a group's rows differ. */
function withCounted(groups: NumberTable['groups']): NumberTable['groups'] {
  const shared = groups.map((group) =>
    group.rows.every((row) => row.definition === group.rows[0]?.definition) ? (group.rows[0]?.definition ?? '') : null,
  );
  return groups.map((group, index) => {
    const own = shared[index];
    if (own === null || own === undefined)
      return { ...group, rows: group.rows.map((row) => ({ ...row, counted: row.definition })) };
    return { ...group, counted: own !== '' && own === shared[index - 1] ? SAME_AS_BEFORE : own };
  });
}

/** Returns all rows of a table, in its order. */
export function tableRows(table: NumberTable): NumberRow[];
export function tableRows(table: PlaceTable): PlaceRow[];
export function tableRows(table: JudgementTable): JudgementRow[];
export function tableRows(table: Table): Row[];
export function tableRows(table: Table): Row[] {
  return table.groups.flatMap((group): Row[] => group.rows);
}

type Row = NumberRow | PlaceRow | JudgementRow;

/** Returns the model, of several, with the longest table of places that holds every row of another and more; null where none does. */
export function holderOfRows<Model extends Pick<ChartModel, 'table'>>(
  { table }: Pick<ChartModel, 'table'>,
  models: readonly Model[],
): Model | null {
  if (table.of !== 'places') return null;
  const idsOf = (one: Table) => new Set(tableRows(one).map(({ rowId }) => rowId));
  const own = idsOf(table);
  const holders = models
    .map((model) => ({ model, ids: idsOf(model.table) }))
    .filter(({ model, ids }) => model.table.of === 'places' && ids.size > own.size && own.isSubsetOf(ids));
  return holders.sort((a, b) => b.ids.size - a.ids.size)[0]?.model ?? null;
}

/** Returns the sources of a table's rows, each once, in the order of the rows. */
function tableSources(table: Table): SourceRef[] {
  const all = tableRows(table).flatMap((row): SourceRef[] => row.sources);
  return [...new Map(all.map((source) => [source.id, source])).values()];
}

/** Returns the last day that any row of the table describes, at its own precision. */
function lastDate(table: Table): string {
  return latestDate(rowDates(table).filter((date): date is string => date !== null && date !== ''));
}

function rowDates(table: Table): (string | null)[] {
  switch (table.of) {
    case 'numbers':
      return tableRows(table).map(({ raw }) => raw.as_of);
    case 'places':
      return tableRows(table).flatMap(({ raw }) => [...datesKnown(raw), raw.trade_resumed_on]);
    case 'judgements':
      return tableRows(table).map(({ raw }) => raw.date);
  }
}

function numberRow(ledger: Ledger, figure: string, series: Series, point: Point): NumberRow {
  return {
    id: `${figure}-${point.id}`,
    rowId: point.id,
    date: point.date,
    number: point.number,
    value: point.value,
    unit: point.unit,
    claimant: point.claimant,
    scope: point.scope,
    note: point.note,
    sources: sourceRefs(ledger, point.sourceIds),
    drawn: drawnAs(ledger, series, point),
    isDoubtful: point.isDoubtful,
    definition: point.definition ?? '',
    counted: '',
    raw: {
      as_of: point.as_of,
      not_before: point.not_before,
      not_after: point.not_after,
      published: point.published,
      qualifier: point.qualifier,
      confidence: point.confidence,
    },
  };
}

/** Looks up sources, as a figure names them. */
export function sourceRefs(ledger: Ledger, ids: readonly string[]): SourceRef[] {
  return ids.map((id) => ({
    id,
    publisher: ledger.sources.get(id)?.publisher ?? id,
    weak: ledger.sources.get(id)?.weak ?? false,
  }));
}

/** The mark that stands after the name of a weak source. */
export const WEAK = '(weak)';
/** The sentence that explains the mark of a weak source. */
export const WEAK_MEANS = 'Weak: not enough to carry a statement alone.';

/** Lists who published the sources, each once and in their order; what is weak says so. */
export function publishersOf(sources: readonly SourceRef[]): string[] {
  return [...new Set(sources.map(({ publisher, weak }) => (weak ? `${publisher} ${WEAK}` : publisher)))];
}

/** Names the publishers in one sentence, and explains its marks. */
export function sourceWords(sources: readonly SourceRef[]): string {
  const list = `Sources: ${publishersOf(sources).join('; ')}.`;
  return sources.some(({ weak }) => weak) ? `${list} ${WEAK_MEANS}` : list;
}

/** The words for an open mark. */
export const DOUBTFUL = 'second-hand or doubtful';

function drawnAs({ site }: Ledger, series: Series, point: Point): string {
  if (series.kind === 'listed') return 'not drawn';
  if (series.shape === 'diamond') return `the ${site.report.name}’s claim`;
  if (series.kind === 'band') return 'height of the upper band';
  const mark = series.kind === 'line' ? 'on a line' : 'a single mark';
  return point.isDoubtful ? `${mark}, ${DOUBTFUL}` : mark;
}

/** Returns the parts of a model of numbers that are words: the same at every width. */
export function numberFigureWords(ledger: Ledger, card: FilledCard, series: Series[]): FigureWords {
  return figureWords(card, numberTable(ledger, card, series));
}

/** The parts of a model besides its picture. */
export type FigureWords = Omit<ChartModel, 'frame' | 'axes' | 'marks' | 'labels' | 'placed' | 'underlay'>;

/** Returns the parts of a model that are words, from a table that is made already. */
export function figureWords(card: FilledCard, table: Table): FigureWords {
  return {
    id: card.id,
    number: card.number,
    title: card.title,
    subtitle: card.subtitle,
    alt: card.alt,
    summary: card.summary,
    notes: [...card.notes, ...card.picture_notes],
    table,
    sources: tableSources(table),
    asOf: lastDate(table),
  };
}
