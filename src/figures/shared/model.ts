import type { Picture } from '../../charts/index.ts';
import type { Confidence } from './series.ts';
import type { Place } from '../../data/schemas/place.ts';
import type { Assessment } from '../../data/schemas/statement.ts';

/** A source as the figure names it. */
export interface SourceRef {
  id: string;
  publisher: string;
  /** Whether it is too weak to carry a number alone; marked wherever it is named. */
  weak: boolean;
}

/** The columns that every row of a table has, whatever its kind. */
interface BaseRow {
  /** Shared links end in it: `displaced-since-1027-A21`. */
  id: string;
  rowId: string;
  /** In words, never finer than what is known. */
  date: string;
  note: string | null;
  sources: SourceRef[];
  /** How the picture shows it. */
  drawn: string;
  /** Of medium confidence. */
  isDoubtful: boolean;
}

/** One number in the table: everything that must travel with it. */
export interface NumberRow extends BaseRow {
  /** With its hedge: `more than 660,000`. */
  number: string;
  value: number;
  unit: string;
  claimant: string;
  scope: string;
  /** What exactly was counted; empty where the source does not say. */
  definition: string;
  /** The definition, where the rows of its group differ in it. */
  counted: string;
  raw: {
    as_of: string;
    not_before: string;
    not_after: string;
    published: string;
    qualifier: string;
    confidence: Confidence;
  };
}

/** One place in the table: when it was taken, by whom, and the last thing known of it. */
export interface PlaceRow extends BaseRow {
  name: string;
  /** The permanent name in addresses: `place-lashio`. */
  slug: string;
  nameMy: string | null;
  kind: Place['kind'];
  region: string;
  captor: string;
  /** `retaken by the military, 16 Jul 2025`; for a crossing also when trade resumed. */
  latest: string;
  raw: Pick<
    Place,
    | 'captured_on'
    | 'captured_not_before'
    | 'captured_not_after'
    | 'status_latest'
    | 'status_changed_on'
    | 'changed_not_before'
    | 'changed_not_after'
    | 'held_seen_on'
    | 'trade_resumed_on'
    | 'lat'
    | 'lon'
    | 'coord_precision'
    | 'confidence'
  >;
}

/** One judgement in the table: who judged, when, and what. */
export interface JudgementRow extends BaseRow {
  /** With whom they write or work for: `Richard Horsey, International Crisis Group`. */
  who: string;
  judgement: string;
  raw: Assessment;
}

/** A table of numbers. */
export interface NumberTable {
  of: 'numbers';
  caption: string;
  /** `counted` says what was counted, where all rows of the group agree; `the same as in the group above` where the group before says so. */
  groups: { label: string; counted: string; rows: NumberRow[] }[];
}

/** A table of places. */
export interface PlaceTable {
  of: 'places';
  caption: string;
  groups: { label: string; rows: PlaceRow[] }[];
}

/** A table of judgements. */
export interface JudgementTable {
  of: 'judgements';
  caption: string;
  groups: { label: string; rows: JudgementRow[] }[];
}

/** A figure's rows, of one kind each. */
export type Table = NumberTable | PlaceTable | JudgementTable;

/** Everything a figure shows at one width. Picture, table, sentence, CSV and plain text are all read from it. */
export interface ChartModel extends Picture {
  number: number;
  title: string;
  subtitle: string;
  summary: string;
  notes: string[];
  /** The place of each drawn row, for checks and for the reading line. */
  placed: { row: string; x: number; y: number }[];
  table: Table;
  sources: SourceRef[];
  /** The last day any of its rows describes, at its own precision. */
  asOf: string;
}
