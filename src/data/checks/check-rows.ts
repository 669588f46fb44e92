import { actorGroupsHold, ownTonesHold } from './check-actors.ts';
import { cardsHold } from './check-dataset-cards.ts';
import { claimsAreConsecutive } from './check-claims.ts';
import { derivationsHold } from './check-derivations.ts';
import { mentionsExist, precisionIsStated } from './check-events.ts';
import { figuresHold } from './check-figure-cards.ts';
import { frontPageHolds } from './check-front-page.ts';
import { idsAreUnique } from './check-ids.ts';
import { casualtiesHold, notesNameRows, observationsHold } from './check-observations.ts';
import { placesHold, unshownPlaces } from './check-places.ts';
import { publicationHolds, siteDatesHold } from './check-dates.ts';
import { sourcesExist, unusedSources } from './check-sources.ts';
import { timelineStripHolds } from './check-timeline-strip.ts';
import type { Ledger } from '../ledger.ts';
import type { Problem } from '../errors.ts';

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
    ...actorGroupsHold(ledger),
    ...ownTonesHold(ledger),
    ...claimsAreConsecutive(ledger),
    ...derivationsHold(ledger),
    ...cardsHold(ledger),
    ...casualtiesHold(ledger),
    ...figuresHold(ledger),
    ...frontPageHolds(ledger),
    ...siteDatesHold(ledger),
  ];
}

/** Returns remarks for an editor about content that is allowed but may be an oversight, such as sources used nowhere. */
export function warnings(ledger: Ledger): string[] {
  return [...sourcesWarning(ledger), ...placesWarning(ledger)];
}

function sourcesWarning(ledger: Ledger): string[] {
  const unused = unusedSources(ledger);
  if (unused.length === 0) return [];
  return [`${unused.length} of ${ledger.sources.size} sources are used nowhere: ${listFirst(unused)}`];
}

function placesWarning(ledger: Ledger): string[] {
  const unshown = unshownPlaces(ledger);
  if (unshown.length === 0) return [];
  const where = 'each belongs under places, places_listed or left_out of a card in content/figures';
  return [`${unshown.length} of ${ledger.places.size} places stand in no figure: ${listFirst(unshown)}; ${where}`];
}

function listFirst(ids: string[]): string {
  return `${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ', …' : ''}`;
}
