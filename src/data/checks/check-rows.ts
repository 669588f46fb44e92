import { cardsHold } from './cards.ts';
import { casualtiesHold } from './casualties.ts';
import { claimsAreComplete } from './claims.ts';
import { derivationsHold } from './derivations.ts';
import { mentionsExist, precisionIsStated } from './events.ts';
import { figuresHold } from './figures.ts';
import { frontPageHolds } from './front-page.ts';
import { idsAreUnique } from './ids.ts';
import { notesNameRows, observationsHold } from './observations.ts';
import { placesHold } from './places.ts';
import { publicationHolds, siteDatesHold } from './dates.ts';
import { sourcesExist, unusedSources } from './sources.ts';
import { timelineStripHolds } from './timeline-strip.ts';
import type { Ledger } from '../ledger.ts';
import type { Problem } from '../errors.ts';

/** Everything that must hold between rows, cards and figures, beyond what one row's schema can say. */
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
    ...siteDatesHold(ledger),
  ];
}

/** What an editor may want to know although nothing is wrong. */
export function warnings(ledger: Ledger): string[] {
  const unused = unusedSources(ledger);
  if (unused.length === 0) return [];
  const rest = unused.length > 5 ? ', …' : '';
  return [
    `${unused.length} of ${ledger.sources.size} sources are used nowhere: ${unused.slice(0, 5).join(', ')}${rest}`,
  ];
}
