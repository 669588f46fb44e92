import { figureAddress } from '../ledger/addresses.ts';
import { chatWords } from '../ledger/cite-as/chat.ts';
import type { Ledger } from '../ledger/load.ts';
import { oncePer } from '../ledger/once.ts';
import { cardWords } from '../ledger/preview.ts';
import { explainerWork, filled, sectionWorks, type Work } from '../ledger/works.ts';
import { figureModels } from './index.ts';

/**
 * All works: the explainer, then its sections, then its figures, each in reading order.
 * @throws LedgerError if a section cannot be parsed.
 */
export function works(ledger: Ledger, root: string): Work[] {
  return [explainerWork(ledger), ...sectionWorks(ledger, root), ...figureWorks(ledger)];
}

/** The figures, as works of their own: their words are those of the model that also draws them. Every page asks, so they are drawn once for each ledger. */
export const figureWorks = oncePer((ledger: Ledger): Work[] => {
  return [...ledger.figures.keys()]
    .map((id) => figureModels(ledger, id)[0])
    .sort((a, b) => a.number - b.number)
    .map(({ id, title, summary, notes, asOf, number }) => {
      const caveat = notes[0] ?? null;
      const card = ledger.figures.get(id);
      const named = { kind: 'figure' as const, id, title, finding: summary };
      const chat = chatWords(filled(ledger, card?.chat), summary, caveat);
      return {
        ...named,
        caveat,
        chat,
        shared: filled(ledger, card?.shared) ?? title,
        address: figureAddress({ id }),
        card: `cards/${id}.png`,
        cardWords: cardWords(ledger, named),
        asOf,
        number,
      };
    });
});
