import { z } from 'astro/zod';
import { atMostWords, day, heading } from './fields.ts';
import { annotation } from './figure-annotation.ts';
import { LEANINGS } from './statement.ts';

const rows = z.array(z.string()).min(1, 'at least one row id');

/** Colours of series, by whose they are: one colour per meaning, everywhere the same. `tnla` is a darker red of the alliance, where its armies are told apart; `rest` is the grey of all that a picture does not highlight. */
export const tone = z.enum([
  'alliance',
  'tnla',
  'displaced',
  'military',
  'resistance',
  'china',
  'neutral',
  'ink',
  'rest',
]);

/** Outlines of marks. Filled means first-hand and certain; the same outline left open means second-hand or doubtful. A diamond is the wire report's claim, a point a rounded statement, or what a picture does not tell apart. */
export const shape = z.enum(['dot', 'square', 'triangle', 'cross', 'point', 'diamond']);

/** Drawn line: rows of one series, one scope and one claimant; it passes through them in the order of time. */
const line = z.strictObject({
  id: z.string(),
  /** Heads its rows in the table. */
  label: heading,
  tone,
  /** Ids of the rows it passes through; none may be of low confidence. */
  rows,
  /** Pairs of neighbouring rows with nothing known between them: nothing joins them. */
  gaps: z.array(z.tuple([z.string(), z.string()])).default([]),
});

/** Rows drawn as single marks and joined to nothing. */
const dots = z.strictObject({
  id: z.string(),
  label: heading,
  /** Fewer words for it, where a picture on the card of a shared link names it. */
  small: z.string().min(1).optional(),
  tone,
  shape: shape.default('dot'),
  rows,
});

/** Rows that divide a line's amounts: the part of each total of the same day, drawn as the upper band. */
const band = z.strictObject({ id: z.string(), label: heading, tone, rows });

/** Rows that stand in the table and not in the picture. */
const listed = z.strictObject({
  /** Heads them in the table, and says why they are not drawn. */
  label: heading,
  rows,
  /** True if a map has small dots for them in its corner, where the whole country is. */
  in_corner: z.boolean().optional(),
});

/** Places drawn as one kind of mark; they head one group of the table. */
const placeGroup = z.strictObject({
  id: z.string(),
  /** Heads its rows in the table. */
  label: heading,
  /** Ids of rows of `places.csv`; a drawn place is dated and not of low confidence. */
  rows,
});

/** Judgements of one leaning; they head one group of the table. */
const judgementGroup = z.strictObject({
  /** The leaning of its rows. */
  id: z.enum(LEANINGS),
  /** Heads its rows in the table and in the picture. */
  label: heading,
  /** Fewer words for it on the card of a shared link. */
  small: z.string().min(1).optional(),
  /** Ids of rows of `assessments.csv`. */
  rows,
});

/** Words on a map under the name of a place. */
const placeRemark = z.strictObject({
  /** Id of the place. */
  at: z.string(),
  /** First day on which all of it is true: before that, no map of a day says it. */
  from: day,
  /** At most ten words, with a line break after each ` | `. */
  text: z.string().min(10).superRefine(atMostWords(10)),
});

/** A day on which a map is shown although nothing drawn changes on it. */
const stop = z.strictObject({
  day,
  /** Words in place of changes. */
  words: z.string().min(10),
});

/** A day on the scale of the slider over a map, and what begins there. */
const tick = z.strictObject({ day, text: z.string().min(3).max(16) });

/** Days that the picture shows and no column of a row holds. */
const period = z.strictObject({
  /** The row it interrupts, or the name by which the picture asks for it. */
  id: z.string().min(1),
  from: day,
  /** First day that all sources agree on, where they differ on `from`. */
  surely: day.optional(),
  to: day,
  /** Ids of the places, events and statements whose words give these days. */
  told_by: z.array(z.string()).min(1, 'at least one id'),
});

/** One entry of the row of marks that explains them. */
const keyEntry = z.strictObject({
  shape,
  open: z.boolean().default(false),
  whisker: z.boolean().default(false),
  /** True if only its left half is filled. */
  half: z.boolean().default(false),
  /** Addition that a map draws on the shape: a stroke through it, or the halo of a point that is only roughly known. */
  mark: z.enum(['struck', 'ringed', 'halo']).optional(),
  tone: tone.default('neutral'),
  text: z.string().min(1),
  /** Fewer words, where the picture on the card of a shared link explains it too. */
  small: z.string().min(1).optional(),
});

/** Settings and texts of a figure that an editor may change; the picture itself is drawn from rows. */
export const figureCard = z.strictObject({
  id: z.string(),
  /** Name in lists: a few words, no finding. */
  name: z.string().min(3),
  /** Position in the explainer: "Figure 1". */
  number: z.number().int().positive(),
  /** Whether it is the picture of the first screen, which draws places; one figure is. */
  lead: z.boolean().default(false),
  /** The section it stands in. */
  section: z.string(),
  /** The finding, as a sentence without a full stop; may hold `{number}` references. */
  title: z.string().min(20).superRefine(atMostWords(15)),
  /** Title of a link to it elsewhere, where nobody sees the page: the finding in few words with country and year; may hold `{number}` references. */
  shared: z.string().min(40, 'a full title'),
  /** Quantity, unit and period. */
  subtitle: z.string().min(10),
  /** The short name of the picture for someone who does not see it. */
  alt: z.string().min(20),
  /** Short name of its picture on the card of a shared link, where that shows less. */
  alt_small: z.string().min(20).optional(),
  /** Conclusion in one sentence beside the picture; may hold `{number}` references. */
  summary: z.string().min(60),
  /** Message about it for a chat: finding and caveat in few words, since nothing is ever cut; may hold `{number}` references. May be left out where summary and first note together fit. */
  chat: z.string().min(40, 'a full sentence').optional(),
  /** How its numbers are known, at the end of its page: what was counted, by whom, and what could not be read; may hold `{number}` references. */
  how_we_know: z.string().min(40, 'a full sentence').superRefine(atMostWords(60)),
  /** The name of its table, which must say which numbers it shows. */
  table: z.string().min(10),
  /** Caveats shown under the figure; may hold `{number}` references. */
  notes: z.array(z.string().min(1)),
  /** Notes for those who see the picture, such as the meaning of a line in it; they follow the notes, and are left out where there is no picture. */
  picture_notes: z.array(z.string().min(1)).default([]),
  /** Its caveats in few words, where there is no room for the first note. */
  note_short: z.string().min(20).optional(),
  /** True if the card of a shared link to its section may show it. False for a picture of the latest state in a section on one phase: beside that finding, later events would seem to belong to the phase. */
  on_section_card: z.boolean().default(true),
  /** True if the briefing on four pages has it, under the words of its section. */
  in_four_pages: z.boolean().default(false),
  /** The dataset its rows stand in. */
  dataset: z.string(),
  /** Meaning of the marks, where labels cannot give it. */
  key: z.array(keyEntry).default([]),
  lines: z.array(line).default([]),
  bands: z.array(band).default([]),
  dots: z.array(dots).default([]),
  table_only: z.array(listed).default([]),
  /** Groups of places that the picture draws. A figure shows places, numbers or judgements, never two of them. */
  places: z.array(placeGroup).default([]),
  /** Places that stand in the table and not in the picture. */
  places_listed: z.array(listed).default([]),
  /** Groups of dated judgements that the picture draws: all there are, each in the group of its leaning. */
  judgements: z.array(judgementGroup).default([]),
  /** Rows in neither picture nor table, because they are too weak; a note says why. */
  left_out: z.array(z.string()).default([]),
  /** Ids of sources of the ground under the picture, such as the boundaries of a map. */
  base_sources: z.array(z.string()).default([]),
  annotations: z.array(annotation).default([]),
  /** Ids of places whose names come first where there is no room for all. */
  prominent: z.array(z.string()).default([]),
  /** Ids of places whose names are set largest on a map, and with them the words under their names. */
  large_names: z.array(z.string()).default([]),
  /** Names of places on a map, by id, where they are shorter there than elsewhere. */
  short_names: z.record(z.string(), z.string().min(2)).default({}),
  /** What a map says of places beyond what their rows say by themselves. */
  place_remarks: z.array(placeRemark).default([]),
  /** What the picture leaves out on purpose, in two short sentences under it. */
  not_shown: z.string().min(20).optional(),
  /** The days of the small maps before the last known one, first to last; each is also a step of the order. */
  stops: z.array(stop).default([]),
  /** What the slider over the days of a map marks, first to last: short, so that it has room on a phone. */
  ticks: z.array(tick).default([]),
  /** Marks of single claimants, by `claimant_id`, where marks show who counted; the outline is that of the group unless they have their own. */
  claimant_marks: z.record(z.string(), z.strictObject({ tone, shape: shape.optional() })).default({}),
  periods: z.array(period).default([]),
});

/** Checked settings and texts of a figure. */
export type FigureCard = z.infer<typeof figureCard>;
/** Entry of the row of marks that explains them. */
export type KeyEntry = FigureCard['key'][number];
/** Name of a colour. */
export type Tone = z.infer<typeof tone>;
/** Name of an outline. */
export type Shape = z.infer<typeof shape>;
/** Days that the picture shows and no column of a row holds. */
export type Period = z.infer<typeof period>;
/** Day on which a map is shown although nothing drawn changes on it. */
export type Stop = z.infer<typeof stop>;
