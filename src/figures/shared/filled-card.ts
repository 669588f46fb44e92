import { figureTemplates } from '../../data/checks/figure-texts.ts';
import { inTimeOrder } from '../../data/figure-rows.ts';
import { observationOf } from '../../data/latest.ts';
import { fillTokens, referencedIds } from '../../data/numbers.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { FigureCard, Period } from '../../data/schemas/figure.ts';
import type { Annotation, Side } from '../../data/schemas/figure-annotation.ts';
import { type Frame, type WidthName } from '../../charts/index.ts';

/** An error in a card or its rows from which no honest picture can be drawn; worded for whoever edits them, not for a programmer. */
export class FigureFault extends Error {
  /** Path to the card's field, joined by dots: `lines.0.rows.2`. */
  readonly field: string;
  readonly found: string;
  readonly expected: string;

  constructor(field: string, found: string, expected: string) {
    super(`${field}: found ${found}; expected ${expected}`);
    this.name = 'FigureFault';
    this.field = field;
    this.found = found;
    this.expected = expected;
  }
}

/** A card whose words hold their numbers: the only kind that a picture is drawn from. */
export type FilledCard = FigureCard & { readonly isFilled: true };

/**
 * Puts numbers in place of every `{A21}` in a card's words, and the rows of its lines, bands and judgements into the order of time; the card itself stays as it is.
 * @throws FigureFault if there is no such number.
 */
export function fillCard(ledger: Ledger, card: FigureCard): FilledCard {
  const filled: FilledCard = { ...structuredClone(card), isFilled: true };
  for (const joined of [...filled.lines, ...filled.bands]) joined.rows = inTimeOrder(ledger, joined.rows);
  for (const group of filled.judgements) group.rows = inTimeOrder(ledger, group.rows, filled.periods);
  for (const { path, text } of figureTemplates(card)) {
    const unknown = referencedIds(text).find((id) => !observationOf(ledger, id) && !ledger.derivations.has(id));
    if (unknown !== undefined)
      throw new FigureFault(
        path.join('.'),
        `"{${unknown}}"`,
        'the id of a number in content/data or content/derived.yaml',
      );
    // Inside a picture a number's hedge stays small, also where it begins the label.
    setField(
      filled,
      path,
      path[0] === 'annotations' ? fillTokens(ledger, ` ${text}`).trim() : fillTokens(ledger, text),
    );
  }
  return filled;
}

function setField(card: FilledCard, path: (string | number)[], text: string): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], card);
  (parent as Record<string | number, unknown>)[path.at(-1) as string | number] = text;
}

/**
 * Returns the period that a picture cannot do without.
 * @throws FigureFault if the card has none of that id.
 */
export function neededPeriod(card: FigureCard, id: string): Period {
  const found = card.periods.find((one) => one.id === id);
  if (!found)
    throw new FigureFault('periods', `none of the id "${id}"`, `one of the id "${id}", whose days the picture shades`);
  return found;
}

/**
 * Returns the words of the annotation at a row, a day or a series at this width, or `null` where it is left out.
 * @throws FigureFault if the card has none there.
 */
export function annotationWordsAt(card: FilledCard, at: string, frame: Frame): string | null {
  const annotation = card.annotations.find((one) => one.at === at);
  if (!annotation)
    throw new FigureFault('annotations', `none at "${at}"`, `one at "${at}", whose place the picture keeps`);
  return annotationWords(annotation, frame);
}

/**
 * Returns the annotation that a picture asks for by name.
 * @throws FigureFault if the card has none of that name.
 */
export function namedAnnotation(card: FigureCard, name: string): Annotation {
  const found = card.annotations.find((one) => one.as === name);
  if (!found)
    throw new FigureFault('annotations', `none as "${name}"`, `one as "${name}", whose place the picture keeps`);
  return found;
}

/**
 * Returns the row whose mark a named annotation explains.
 * @throws FigureFault if it names none.
 */
export function explainedRow(card: FigureCard, name: string): string {
  const { row } = namedAnnotation(card, name);
  if (row === undefined)
    throw new FigureFault('annotations', `no row with "${name}"`, 'the row whose mark these words explain');
  return row;
}

/** Returns the words of an annotation at this width, or `null` where it is left out. */
export function annotationWords({ text, short = text, small = 'none' }: Annotation, frame: Frame): string | null {
  if (frame.name === 'card') return small === 'none' ? null : small;
  const words = frame.name === 'column' ? text : short;
  return words === 'none' ? null : words;
}

/** Preferences of a card for a label at one width. */
export interface LabelOptions {
  sides?: Side[];
  room?: number;
  away?: number;
  dx?: number;
  leader?: boolean;
  on?: string;
}

/** Returns what an annotation asks of its label at this width. */
export function labelOptions({ label = {} }: Annotation, { name }: Frame): LabelOptions {
  return Object.fromEntries(
    Object.entries(label)
      .map(
        ([option, value]) =>
          [option, isByWidth(value) ? (value[name] ?? (name === 'card' ? value.phone : undefined)) : value] as const,
      )
      .filter(([, value]) => value !== undefined),
  );
}

function isByWidth(value: unknown): value is Partial<Record<WidthName, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the fewest words of an annotation, if it has any on the card of a shared link. */
export function smallWords(card: FilledCard, at: string): string | null {
  return card.annotations.find((one) => one.at === at)?.small ?? null;
}
