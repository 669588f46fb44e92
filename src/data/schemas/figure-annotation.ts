import { z } from 'astro/zod';
import { day } from './fields.ts';

/** Sides of a mark on which a label may stand. */
const SIDES = ['right', 'left', 'above', 'below', 'above-right', 'above-left', 'below-right', 'below-left'] as const;

/** Builds the check of a setting with one value for all widths, or one for each width that has its own; elsewhere the picture decides. */
function byWidth<T extends z.ZodType>(value: T, what: string) {
  return z.union([value, z.strictObject({ phone: value, column: value, paper: value, card: value }).partial()], {
    error: `${what}, or one by phone, column, paper and card`,
  });
}

const pixels = byWidth(z.number(), 'pixels');

/** Placement of a label, where the picture by itself would place it badly. */
const labelPreference = z.strictObject({
  /** Sides of its mark, best first. */
  sides: byWidth(z.array(z.enum(SIDES)), `a list of ${SIDES.join(', ')}`).optional(),
  /** Widest line in pixels; longer texts break. */
  room: pixels.optional(),
  /** Pixels from the mark, if not just beside it. */
  away: pixels.optional(),
  /** Pixels to the right of the mark’s middle, or with a minus to its left. */
  dx: pixels.optional(),
  /** True if a hairline leads from the mark to it. */
  leader: byWidth(z.boolean(), 'true or false').optional(),
  /** The day over which the name of a band stands. */
  on: byWidth(day, 'a day: YYYY-MM-DD').optional(),
});

/** Words put into the picture at a row, a day or a claim. */
export const annotation = z.strictObject({
  /** The row, derived number, series or period it points at, or the ISO date it stands on. */
  at: z.string().min(1),
  /** Text in few words; may hold `{number}` references. The part after ` | ` is a quiet remark under it. */
  text: z.string().min(1),
  /** Fewer words for a phone and for paper; `none` leaves it out there, where the table and the notes still say it. */
  short: z.string().min(1).optional(),
  /** The fewest words, for the picture on the card of a shared link; without them it has none there. */
  small: z.string().min(1).optional(),
  /** A number's own label is bold in its series' colour, as a heading in smaller letters; a remark is quiet. */
  kind: z.enum(['value', 'heading', 'remark']).default('value'),
  /** The name by which the picture asks for it, where it draws more there than a label at a mark. */
  as: z.string().min(1).optional(),
  /** The row whose mark it explains, where `at` is a day. */
  row: z.string().min(1).optional(),
  /** Side, width and distance, where the picture's own choice is not good. */
  label: labelPreference.optional(),
});

/** Checked words put into the picture at a row, a day or a claim. */
export type Annotation = z.infer<typeof annotation>;
/** Side of a mark on which a label may stand. */
export type Side = (typeof SIDES)[number];
