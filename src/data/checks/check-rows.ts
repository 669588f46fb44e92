import { cardsHold, cardsReachTooFar } from './check-dataset-cards.ts';
import { claimsAreComplete } from './check-claims.ts';
import { derivationsHold } from './check-derivations.ts';
import { mentionsExist, precisionIsStated } from './check-events.ts';
import { figuresHold } from './check-figure-cards.ts';
import { frontPageHolds } from './check-front-page.ts';
import { idsAreUnique } from './check-ids.ts';
import { casualtiesHold, notesNameRows, observationsHold } from './check-observations.ts';
import { placesHold } from './check-places.ts';
import { publicationHolds } from './check-dates.ts';
import { sourcesExist, unusedSources } from './check-sources.ts';
import { timelineStripHolds } from './check-timeline-strip.ts';
import type { Ledger } from '../ledger.ts';
import { describeProblem, type Problem } from '../errors.ts';

/** Checks rows, cards and figures against each other, beyond what the schema of one row can check. */
export function checkRows(ledger: Ledger): Problem[] {
  return [
    ...idsAreUnique(ledger),
    ...sourcesExist(ledger),
    ...observationsHold(ledger),
    ...notesNameRows(ledger),
    ...publicationHolds(ledger),
    ...precisionIsStated(ledger),
    ...timelineStripHolds(ledger),
    ...mentionsExist(ledger),
    ...placesHold(ledger),
    ...claimsAreComplete(ledger),
    ...derivationsHold(ledger),
    ...cardsHold(ledger),
    ...casualtiesHold(ledger),
    ...figuresHold(ledger),
    ...frontPageHolds(ledger),
  ];
}

/** Returns remarks for an editor about content that is allowed but may be an oversight, such as sources used nowhere. */
export function warnings(ledger: Ledger): string[] {
  const unused = unusedSources(ledger);
  const rest = unused.length > 5 ? ', …' : '';
  const sources =
    unused.length === 0
      ? []
      : [
          `${unused.length} of ${ledger.sources.size} sources are used nowhere: ${unused.slice(0, 5).join(', ')}${rest}`,
        ];
  return [...sources, ...cardsReachTooFar(ledger).map(describeProblem)];
}
