import { capitalise } from '../data/format.ts';
import { datasetCard } from '../data/datasets.ts';
import type { Ledger } from '../data/ledger.ts';

/** Source of boundaries in the public domain; a figure that lays them under its picture names it among its base sources. */
const PUBLIC_BOUNDARIES = 'natural-earth-admin1';

/**
 * Answers “May I reuse this figure?” in plain sentences.
 * @throws Error if there is no such figure.
 */
export function reuseOfFigure(ledger: Ledger, id: string): string {
  const card = ledger.figures.get(id);
  if (!card) throw new Error(`no figure "${id}": known are ${[...ledger.figures.keys()].join(', ')}`);
  const { others } = datasetCard(ledger, 'places');
  const parts = [
    ...(card.base_sources.includes(PUBLIC_BOUNDARIES)
      ? ['the boundaries are those of Natural Earth, in the public domain']
      : []),
    ...(card.places.length > 0 && others
      ? [`${others.what} are those of ${others.owner} and stay under ${others.terms}`]
      : []),
  ];
  const ours = `Yes: picture and words are under ${ledger.site.licence.name}, so name the explainer and link to it; the facts in the rows are not owned by anyone.`;
  return parts.length === 0 ? ours : `${ours} ${capitalise(parts.join('; '))}.`;
}
