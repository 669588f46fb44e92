import type { Picture } from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { FilledCard } from '../shared/filled-card.ts';
import { cardLayout } from './layout.ts';
import { judgementMarks, laneHeading, startRule, yearAxis, yearNames } from './model.ts';
import { leaningsOf } from './rows.ts';

/** Draws the same marks for the card of a shared link, where only the lanes and the years have words. */
export function judgementsSmall(ledger: Ledger, card: FilledCard): Picture {
  const layout = cardLayout(ledger.site.began, leaningsOf(ledger, card));
  const { frame, lanes } = layout;
  const years = yearNames(layout, ledger.site.began);
  const labels = lanes.map((lane) => {
    const words = card.judgements.find(({ id }) => id === lane.leaning.id)?.small ?? lane.leaning.label;
    return laneHeading(lane, words, layout);
  });
  return {
    id: card.id,
    frame,
    alt: card.alt_small ?? card.alt,
    axes: [yearAxis(layout, years, labels)],
    marks: [startRule(layout, [...labels, ...years]), ...judgementMarks(layout)],
    labels,
  };
}
