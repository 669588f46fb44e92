import type { FigureCard } from '../data/schemas/figure.ts';
import type { CitablePage } from './citable-pages.ts';
import { capitalise } from '../data/format.ts';
import type { Ledger } from '../data/ledger.ts';

/** Size in pixels of the picture that stands for a work where a link to it is shared. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** Size in pixels of the picture of a figure or a section for a slide. */
export const SLIDE_SIZE = { width: 1920, height: 1080 } as const;

/** Longest description of a picture that previews take, in letters. */
export const MAX_CARD_DESCRIPTION = 420;

/** Work that a card is made for. */
interface CardSubject {
  kind: CitablePage['kind'];
  id: string;
  title: string;
  finding: string;
}

/** Finds the figure that a card shows: for the whole the first of all, for a section its first that may stand beside its finding; null if there is none, as for a day, of which figures would show what is known now, and for a number. */
export function findCardFigure(ledger: Ledger, { kind, id }: Pick<CardSubject, 'kind' | 'id'>): FigureCard | null {
  if (kind === 'day' || kind === 'number') return null;
  const inOrder = [...ledger.figures.values()].sort((a, b) => a.number - b.number);
  return (
    inOrder.find(
      (figure) =>
        kind === 'explainer' ||
        (kind === 'figure' ? figure.id === id : figure.section === id && figure.on_section_card),
    ) ?? null
  );
}

/** Describes a card in words, for readers who do not see it: its picture, and the finding beside that. */
export function describePreviewCard(ledger: Ledger, work: CardSubject): string {
  const figure = findCardFigure(ledger, work);
  const words = work.kind === 'figure' ? `${work.title}.` : work.finding;
  if (figure === null) return `A card of words, without a picture: ${words}`;
  return `${capitalise(figure.alt_small ?? figure.alt)} (figure ${figure.number}). Beside it: ${words}`;
}
