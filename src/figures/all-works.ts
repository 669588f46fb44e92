import { figureAddress } from '../site/addresses.ts';
import { chatText } from '../data/share-texts.ts';
import type { Ledger } from '../data/ledger.ts';
import { memoize } from '../data/memoize.ts';
import { describePreviewCard } from '../site/preview-cards.ts';
import {
  dayPages,
  explainerPage,
  fillOptional,
  numberPages,
  sectionPages,
  type CitablePage,
} from '../site/citable-pages.ts';
import { figureModels } from './index.ts';

/**
 * Lists all works: the explainer, then its sections, its figures and its briefs of single days, each in order.
 * @throws ContentError if a section cannot be parsed.
 */
export function citablePages(ledger: Ledger, root: string): CitablePage[] {
  return [explainerPage(ledger), ...sectionPages(ledger, root), ...figurePages(ledger), ...dayPages(ledger)];
}

/** Lists all pages that have a picture of their own where their link is shared: the works, and the numbers most quoted. */
export function sharedPages(ledger: Ledger, root: string): CitablePage[] {
  return [...citablePages(ledger, root), ...numberPages(ledger)];
}

/** Lists the figures as works of their own: their words are those of the model that also draws them. Every page asks, so they are drawn once for each ledger. */
export const figurePages = memoize((ledger: Ledger): CitablePage[] => {
  return [...ledger.figures.keys()]
    .map((id) => figureModels(ledger, id)[0])
    .sort((a, b) => a.number - b.number)
    .map(({ id, title, summary, notes, asOf, number }) => {
      const caveat = notes[0] ?? null;
      const card = ledger.figures.get(id);
      const named = { kind: 'figure' as const, id, title, finding: summary };
      const chat = chatText(fillOptional(ledger, card?.chat), summary, caveat);
      return {
        ...named,
        caveat,
        chat,
        shared: fillOptional(ledger, card?.shared) ?? title,
        address: figureAddress({ id }),
        card: `cards/${id}.png`,
        cardWords: describePreviewCard(ledger, named),
        asOf,
        number,
      };
    });
});
