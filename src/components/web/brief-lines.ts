import { asPublished } from '../../data/as-published.ts';
import { findCited } from '../../data/citations.ts';
import { capitalise } from '../../data/format.ts';
import { observationOf } from '../../data/latest.ts';
import type { Ledger } from '../../data/ledger.ts';
import { fillTokens, formatNumber, referencedIds, resolveNumber } from '../../data/numbers.ts';
import type { BriefItem, DayBrief } from '../../data/schemas/day-brief.ts';
import { claimAddress, type Link } from '../../site/addresses.ts';
import { bestSource } from '../notes/resting-note.ts';
import { claimNumber } from '../shared/claim-verdicts.ts';

/** What is known now of a thing, with the best source of each row that carries it. */
export interface KnownNow {
  now: string;
  nowSourceIds: string[];
}

/** Sentence of a brief as it was known on its day, and what is known now of the same. */
export interface BriefLine extends KnownNow {
  text: string;
  sourceIds: string[];
  /** Entry of the claim that it tells, in place of sources. */
  entry?: Link;
}

/** Number of a brief: how it is printed, what it counts, who counted. */
export interface BriefNumber extends BriefLine {
  tone: string;
  label: string;
  claimant: string;
  asOf: string | null;
}

/** Most sources that a sentence of a brief names: all of them stand with their rows. */
const MOST = 2;

/** Fills in the sentences of a brief, each with sources of its day. */
export function briefLines(facts: Ledger, day: string, items: readonly BriefItem[]): BriefLine[] {
  const then = asPublished(facts, day);
  return items.map((item) => ({
    text: fillTokens(then, item.text),
    sourceIds: sourcesOf(then, [...referencedIds(item.text), ...item.cites]),
    ...knownNow(facts, item),
  }));
}

/** Fills in the numbers of a brief, each with its source of the day. */
export function briefNumbers(facts: Ledger, { id: day, numbers }: DayBrief): BriefNumber[] {
  const then = asPublished(facts, day);
  return numbers.map((item) => {
    const { claimant, asOf, ...number } = resolveNumber(then, item.number);
    return {
      text: formatNumber({ claimant, asOf, ...number }),
      tone: item.tone,
      label: fillTokens(then, item.label),
      claimant,
      asOf,
      sourceIds: sourcesOf(then, [item.number]),
      ...knownNow(facts, item),
    };
  });
}

/** Tells claims of the checked report, with their verdicts as what is known now. */
export function claimLines(facts: Ledger, ids: readonly string[]): BriefLine[] {
  return ids.map((id) => {
    const claim = facts.claims.get(id);
    if (!claim) throw new Error(`content/then.yaml: no claim "${id}"`);
    return {
      text: claim.claim,
      sourceIds: [],
      entry: { href: claimAddress(claim), label: `Claim ${claimNumber(claim)}` },
      now: `${capitalise(claim.verdict)}: ${claim.verdict_reason}.`,
      nowSourceIds: [],
    };
  });
}

/** Fills in what is known now, with its sources; of a place, those of what became of it. */
export function knownNow(facts: Ledger, { now, now_cites }: Pick<BriefItem, 'now' | 'now_cites'>): KnownNow {
  return { now: fillTokens(facts, now), nowSourceIds: sourcesOf(facts, [...referencedIds(now), ...now_cites]) };
}

/** Lists the best source of each row, each once. */
function sourcesOf(facts: Ledger, ids: readonly string[]): string[] {
  const sourcesOfRow = (id: string) => {
    const later = facts.places.get(id)?.status_source_ids ?? [];
    return later.length > 0 ? later : (observationOf(facts, id)?.source_ids ?? findCited(facts, id)?.sourceIds ?? []);
  };
  const best = ids.map((id) => bestSource(facts, sourcesOfRow(id)));
  return [...new Set(best.filter((id) => id !== undefined))].slice(0, MOST);
}
