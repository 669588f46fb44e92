import { cardsHold } from './invariants/cards.ts';
import { changesHold } from './invariants/changes.ts';
import { claimsAreComplete } from './invariants/claims.ts';
import { derivationsHold } from './invariants/derivations.ts';
import { precisionIsStated } from './invariants/events.ts';
import { figuresHold } from './invariants/figures.ts';
import { frontPageHolds } from './invariants/front-page.ts';
import { idsAreUnique } from './invariants/ids.ts';
import { mentionsExist } from './invariants/mentions.ts';
import { notesNameRows } from './invariants/observation-notes.ts';
import { observationsHold } from './invariants/observations.ts';
import { placesHold } from './invariants/places.ts';
import { publicationHolds } from './invariants/publication.ts';
import { siteDatesHold } from './invariants/site-dates.ts';
import { sourcesExist, unusedSources } from './invariants/sources.ts';
import type { Ledger } from './load.ts';
import type { Problem } from './problems.ts';

/** Everything that must hold between rows, cards and figures, beyond what one row's schema can say. */
export function checkInvariants(ledger: Ledger): Problem[] {
  return [
    ...idsAreUnique(ledger),
    ...sourcesExist(ledger),
    ...observationsHold(ledger),
    ...notesNameRows(ledger),
    ...publicationHolds(ledger),
    ...precisionIsStated(ledger),
    ...mentionsExist(ledger),
    ...placesHold(ledger),
    ...claimsAreComplete(ledger),
    ...derivationsHold(ledger),
    ...cardsHold(ledger),
    ...figuresHold(ledger),
    ...frontPageHolds(ledger),
    ...siteDatesHold(ledger),
    ...changesHold(ledger),
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
