import { addressesHold, addressWarnings } from './check-addresses.ts';
import { actorGroupsHold, ownTonesHold } from './check-actors.ts';
import { cardsHold } from './check-dataset-cards.ts';
import { briefsHold } from './check-briefs.ts';
import { claimsAreConsecutive } from './check-claims.ts';
import { citiesHold } from './check-cities.ts';
import { derivationsHold } from './check-derivations.ts';
import { mentionsExist, precisionIsStated } from './check-events.ts';
import { figuresHold } from './check-figure-cards.ts';
import { safeLinesHold } from './check-safe-lines.ts';
import { frontPageHolds } from './check-front-page.ts';
import { idsAreUnique } from './check-ids.ts';
import { daysHold } from './check-days.ts';
import { noteNumbersHold } from './check-note-numbers.ts';
import { codesAreKnown } from './check-codes.ts';
import { factsAreNotSlips } from './check-fact-slips.ts';
import { outliersHold } from './check-outliers.ts';
import { partsHold } from './check-parts.ts';
import { sharedPoints } from './check-points.ts';
import { nearMisses } from './near-misses.ts';
import { reasonsHold } from './reasons.ts';
import { casualtiesHold, comparisonsHold, notesNameRows, observationsHold } from './check-observations.ts';
import { placesHold, unshownPlaces } from './check-places.ts';
import { publicationHolds } from './check-publication.ts';
import { sourcesCarry, sourcesExist, unusedSources } from './check-sources.ts';
import { timelineStripHolds } from './check-timeline-strip.ts';
import type { Ledger } from '../ledger.ts';
import type { Problem } from '../errors.ts';
import { checkWhatIsThere } from '../follow-ups.ts';

/** Checks the reasons that rows of numbers give. */
const reasonsOfNumbersHold = ({ observations }: Ledger) => reasonsHold(observations.values());

const CHECKS: readonly ((ledger: Ledger) => Problem[])[] = [
  idsAreUnique,
  sourcesExist,
  sourcesCarry,
  addressesHold,
  observationsHold,
  notesNameRows,
  comparisonsHold,
  outliersHold,
  factsAreNotSlips,
  codesAreKnown,
  partsHold,
  noteNumbersHold,
  reasonsOfNumbersHold,
  publicationHolds,
  precisionIsStated,
  timelineStripHolds,
  mentionsExist,
  placesHold,
  ownTonesHold,
  claimsAreConsecutive,
  derivationsHold,
  cardsHold,
  casualtiesHold,
  figuresHold,
  frontPageHolds,
  safeLinesHold,
  citiesHold,
  briefsHold,
];

/**
 * Checks rows, cards and figures against each other, beyond what the schema of one row can check.
 * @param isWhole False if some rows could not be read; then the others are checked as far as they allow it.
 */
export function checkRows(ledger: Ledger, isWhole = true): Problem[] {
  return [
    ...CHECKS.flatMap((check) => checkWhatIsThere(isWhole, () => check(ledger))),
    // The newest source, or the only group under a heading, may be a row that could not be read.
    ...(isWhole ? [...daysHold(ledger), ...actorGroupsHold(ledger)] : []),
  ];
}

/** Returns remarks for an editor about content that is allowed but may be an oversight, such as sources used nowhere or a name spelt nearly like another. */
export function warnings(ledger: Ledger): string[] {
  return [...unusedRemarks(ledger), ...nearMisses(ledger), ...sharedPoints(ledger)];
}

function unusedRemarks(ledger: Ledger): string[] {
  return [...addressWarnings(ledger), ...sourcesWarning(ledger), ...placesWarning(ledger)];
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
