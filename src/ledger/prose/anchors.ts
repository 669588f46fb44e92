import { SECTION_IDS } from '../../schemas/section.ts';
import type { Ledger } from '../load.ts';

/** Every id that a link inside the explainer may lead to, as it stands in the address after `#`. */
export function knownAnchors(ledger: Ledger): Set<string> {
  const prefixed = (prefix: string, ids: Iterable<string>) => [...ids].map((id) => `${prefix}-${id}`);
  return new Set([
    ...SECTION_IDS,
    'claim-check',
    ...ledger.figures.keys(),
    ...ledger.claims.keys(),
    ...ledger.assessments.keys(),
    ...prefixed('event', ledger.events.keys()),
    ...prefixed('actor', ledger.actors.keys()),
    ...prefixed('place', ledger.places.keys()),
    ...prefixed('term', ledger.terms.keys()),
    ...prefixed('source', ledger.sources.keys()),
    ...prefixed('key', ledger.keyNumbers.keys()),
  ]);
}
