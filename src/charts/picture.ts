/** The name of a colour: `tone-` and this is the class that styles a mark or a label. */
export type Tone = string;

/** The outline of a marker. */
export type Shape = 'dot' | 'square' | 'triangle' | 'cross' | 'point' | 'diamond';

/** How sure a stretch of a bar is: held, or perhaps held. */
export type Certainty = 'sure' | 'unsure';

/** The designed widths: a page holds the first two and shows one; the third is half of a printed page, the fourth the card of a shared link. */
export type WidthName = 'phone' | 'column' | 'paper' | 'card';

/** Values that differ between the designed widths. Paper and card take what the phone has where nothing of their own is given. */
export interface ByWidth<T> {
  phone: T;
  column: T;
  paper?: T;
  card?: T;
}

/** The three sizes of letters in a picture, in CSS pixels at the designed width. */
export interface Letters {
  /** Numbers that stand beside their marks. */
  value: number;
  /** Names and headings. */
  text: number;
  /** Ticks, remarks and keys. */
  remark: number;
}

/** The canvas of one picture: its size and the plot's edges, in CSS pixels at the designed width. */
export interface Frame extends Letters {
  name: WidthName;
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
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

/** The meaning of a mark; decides how it is styled. */
export type MarkKind =
  | 'plate'
  | 'area'
  | 'rule'
  | 'line'
  | 'whisker'
  | 'bracket'
  | 'open'
  | 'filled'
  | 'half'
  | 'bar'
  | 'bar-unsure'
  | 'fade'
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
  /** How much of its paint is left, from 0 to 1, where it fades. */
  opacity?: number;
  /** Width of its stroke, where its kind leaves that open. */
  thickness?: number;
  /** First ISO day on which it no longer holds; what has one is drawn only where a picture can be asked for a day. */
  until?: string;
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
  /** Size of the letters of that remark, where it is not that of the label. */
  quietSize?: number;
  kind: 'value' | 'remark' | 'tick' | 'key' | 'name' | 'band' | 'heading';
  tone: Tone;
  /** Size of its letters, where it is not that of the picture. */
  size?: number;
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

/** The model that a picture is drawn from. */
export interface Picture {
  id: string;
  frame: Frame;
  alt: string;
  /** SVG painted under everything, such as the land of a map; classes only, no links, no styles. */
  underlay?: string;
  axes: Axis[];
  marks: Mark[];
  labels: Label[];
}

/** Pixels, letters and mark size of the designed widths. */
const DESIGNS: Record<WidthName, Letters & { width: number; mark: number }> = {
  // The smallest letters are 11 pixels where the picture is shown narrowest: at 312 and at 616 pixels.
  phone: { width: 340, value: 14, text: 12.5, remark: 12, mark: 3.5 },
  column: { width: 680, value: 15, text: 13, remark: 12.2, mark: 4 },
  // Half a page of 88.5 mm: its smallest letters are 6.6 pt there, and a little more on US Letter.
  paper: { width: 470, value: 15, text: 13, remark: 12.3, mark: 3.8 },
  // Shown twice as large, where one size of letters is enough.
  card: { width: 270, value: 14, text: 14, remark: 14, mark: 5 },
};

/** Returns a canvas at a designed width, with room around the plot for axes and the key. */
export function frameOf(
  name: WidthName,
  height: number,
  margin: Partial<Record<'left' | 'right' | 'top' | 'bottom', number>> = {},
): Frame {
  const { width, ...sizes } = DESIGNS[name];
  const { left = 0, right = 6, top = 18, bottom = 22 } = margin;
  return { name, width, height, left, right: width - right, top, bottom: height - bottom, ...sizes };
}

/** Picks the value designed for a width. */
export function byWidth<T>(frame: Frame | WidthName, values: ByWidth<T>): T {
  return values[typeof frame === 'string' ? frame : frame.name] ?? values.phone;
}

/** Returns the canvas of a picture on the card of a shared link, half as large as it is drawn there. */
export function smallFrame(): Frame {
  return { ...frameOf('card', 0), right: 270, top: 0 };
}
