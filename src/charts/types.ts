import type { Confidence } from './points.ts';
import type { Tone } from '../schemas/figure.ts';

/** The designed widths; a page holds both and shows one. */
export type WidthName = 'phone' | 'column';

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
export type MarkKind = 'area' | 'rule' | 'line' | 'gap' | 'whisker' | 'bracket' | 'open' | 'filled';

/** Something drawn: one SVG path, and the room it takes. */
export interface Mark {
  kind: MarkKind;
  tone: Tone;
  d: string;
  /** The row it shows, if it shows one. */
  row?: string;
  /** What labels keep clear of. */
  boxes: Box[];
}

/** A text with its place. */
export interface Label {
  id: string;
  lines: string[];
  /** How many of the lines are the label itself; any after them are a quiet remark. */
  strong: number;
  kind: 'value' | 'remark' | 'tick' | 'key' | 'name' | 'band' | 'heading';
  tone: Tone;
  x: number;
  /** Baseline of the first line. */
  y: number;
  anchor: 'start' | 'middle' | 'end';
  box: Box;
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

/** One number in the table: everything that must travel with it. */
export interface TableRow {
  /** Shared links end in it: `displaced-since-1027-A21`. */
  id: string;
  rowId: string;
  date: string;
  /** With its hedge: `more than 660,000`. */
  number: string;
  value: number;
  unit: string;
  claimant: string;
  scope: string;
  note: string | null;
  sources: SourceRef[];
  /** How the picture shows it. */
  drawn: string;
  isDoubtful: boolean;
  /** What exactly was counted; empty where the source does not say. */
  definition: string;
  /** The same, where the rows of its group differ in it. */
  counted: string;
  raw: { as_of: string; not_before: string; not_after: string; published: string; qualifier: string; confidence: Confidence };
}

export interface Table {
  caption: string;
  /** `counted` says what was counted, where all rows of the group agree; `as above` where the group before says the same. */
  groups: { label: string; counted: string; rows: TableRow[] }[];
}

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
  /** Where each drawn row stands, for checks and for the reading line. */
  placed: { row: string; x: number; y: number }[];
  table: Table;
  sources: SourceRef[];
  /** The last day any of its rows describes, at its own precision. */
  asOf: string;
}
