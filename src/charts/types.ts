import type { Confidence } from './points.ts';
import type { Tone } from '../data/schemas/figure.ts';
import type { Place } from '../data/schemas/place.ts';

/** The designed widths: a page holds the first two and shows one; the third is half of a printed page. */
export type WidthName = 'phone' | 'column' | 'paper';

/** What differs between the designed widths. Paper takes what the phone has where nothing of its own is given. */
export interface ByWidth<T> {
  phone: T;
  column: T;
  paper?: T;
}

/** The canvas of one picture: its size and the plot's edges, in CSS pixels at the designed width. */
export interface Frame {
  name: WidthName;
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Size of all text in the picture. */
  text: number;
  /** Half the size of a mark. */
  mark: number;
}

/** A rectangle in the picture. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** What a mark stands for; decides how it is styled. */
export type MarkKind =
  | 'plate'
  | 'area'
  | 'rule'
  | 'line'
  | 'gap'
  | 'whisker'
  | 'bracket'
  | 'open'
  | 'filled'
  | 'bar'
  | 'bar-open'
  | 'bar-unsure'
  | 'strike'
  | 'halo'
  | 'leader';

/** Something drawn: one SVG path, and the room it takes. */
export interface Mark {
  kind: MarkKind;
  tone: Tone;
  d: string;
  /** The row it shows, if it shows one; of two rows it joins, the later. */
  row?: string;
  /** The other row, if it joins two. */
  joins?: string;
  /** First ISO day on which it holds, where a picture can be asked for a day. */
  from?: string;
  /** What labels keep clear of. */
  boxes: Box[];
}

/** A text with its place. */
export interface Label {
  id: string;
  lines: string[];
  /** A number or the like that stands out before the first line. */
  lead?: string;
  /** How many of the lines are the label itself; any after them are a quiet remark. */
  strong: number;
  kind: 'value' | 'remark' | 'tick' | 'key' | 'name' | 'band' | 'heading';
  tone: Tone;
  x: number;
  /** Baseline of the first line. */
  y: number;
  anchor: 'start' | 'middle' | 'end';
  box: Box;
  /** The row whose mark it belongs to, so that both are shown or neither. */
  row?: string;
  /** First ISO day on which it holds, where a picture can be asked for a day. */
  from?: string;
}

/** Grid lines and ticks: decoration to assistive technology, which has the table. */
export interface Axis {
  /** Hairlines, as one path. */
  d: string;
  labels: Label[];
}

/** A source as the figure names it. */
export interface SourceRef {
  id: string;
  publisher: string;
  /** Whether it is too weak to carry a number alone; said wherever it is named. */
  weak: boolean;
}

/** What every row of a table has, whatever it tells of. */
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
  /** The same, where the rows of its group differ in it. */
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

export interface NumberTable {
  of: 'numbers';
  caption: string;
  /** `counted` says what was counted, where all rows of the group agree; `as above` where the group before says the same. */
  groups: { label: string; counted: string; rows: NumberRow[] }[];
}

export interface PlaceTable {
  of: 'places';
  caption: string;
  groups: { label: string; rows: PlaceRow[] }[];
}

/** A figure's rows, of one kind each. */
export type Table = NumberTable | PlaceTable;

/** What a picture is drawn from. */
export type Picture = Pick<ChartModel, 'id' | 'frame' | 'alt' | 'underlay' | 'axes' | 'marks' | 'labels'>;

/** Everything a figure shows at one width. Picture, table, sentence, CSV and plain text are all read from it. */
export interface ChartModel {
  id: string;
  number: number;
  frame: Frame;
  title: string;
  subtitle: string;
  alt: string;
  summary: string;
  notes: string[];
  axes: Axis[];
  marks: Mark[];
  labels: Label[];
  /** SVG painted under everything, such as the land of a map; classes only, no links, no styles. */
  underlay?: string;
  /** Where each drawn row stands, for checks and for the reading line. */
  placed: { row: string; x: number; y: number }[];
  table: Table;
  sources: SourceRef[];
  /** The last day any of its rows describes, at its own precision. */
  asOf: string;
}
