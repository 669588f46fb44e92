import { figureTemplates } from '../data/checks/figure-words.ts';
import { fillTokens, tokensOf } from '../data/numbers.ts';
import type { Ledger } from '../data/ledger.ts';
import type { FigureCard } from '../data/schemas/figure.ts';
import { FigureFault } from './fault.ts';

/** A card whose words hold their numbers: the only kind that a picture is drawn from. */
export type FilledCard = FigureCard & { readonly isFilled: true };

/**
 * Puts numbers in place of every `{A21}` in a card's words; the card itself stays as it is.
 * @throws FigureFault if there is no such number.
 */
export function fillCard(ledger: Ledger, card: FigureCard): FilledCard {
  const filled: FilledCard = { ...structuredClone(card), isFilled: true };
  for (const { path, text } of figureTemplates(card)) {
    const unknown = tokensOf(text).find((id) => !ledger.observations.has(id) && !ledger.derivations.has(id));
    if (unknown !== undefined)
      throw new FigureFault(
        path.join('.'),
        `"{${unknown}}"`,
        'the id of a number in content/data or content/derived.yaml',
      );
    // Inside a picture a number's hedge stays small, also where it begins the label.
    put(filled, path, path[0] === 'annotations' ? fillTokens(ledger, ` ${text}`).trim() : fillTokens(ledger, text));
  }
  return filled;
}

function put(card: FilledCard, path: (string | number)[], text: string): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], card);
  (parent as Record<string | number, unknown>)[path.at(-1) as string | number] = text;
}
