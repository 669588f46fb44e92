import type { ByWidth, Frame, WidthName } from './picture.ts';

/** Pixels, text size and mark size of the designed widths. */
const DESIGNS: Record<WidthName, { width: number; text: number; mark: number }> = {
  phone: { width: 340, text: 12.5, mark: 3.5 },
  column: { width: 680, text: 13.5, mark: 4 },
  // Half a page of 88.5 mm: its text is 6.7 pt there, and a little more on US Letter.
  paper: { width: 470, text: 12.5, mark: 3.8 },
};

/** Returns a canvas at a designed width, with room around the plot for axes and the key. */
export function frameOf(
  name: WidthName,
  height: number,
  margin: Partial<Record<'left' | 'right' | 'top' | 'bottom', number>> = {},
): Frame {
  const { width, text, mark } = DESIGNS[name];
  const { left = 0, right = 6, top = 18, bottom = 22 } = margin;
  return { name, width, height, left, right: width - right, top, bottom: height - bottom, text, mark };
}

/** Picks the value designed for a width. */
export function byWidth<T>(frame: Frame | WidthName, values: ByWidth<T>): T {
  return values[typeof frame === 'string' ? frame : frame.name] ?? values.phone;
}

/** Returns the canvas of a picture on the card of a shared link, half as large as it is drawn there. */
export function smallFrame(): Frame {
  return { ...frameOf('phone', 0), width: 270, left: 0, right: 270, top: 0, text: 14, mark: 5 };
}
