import { CLAIM_KINDS, type Claim } from '../../data/schemas/claim.ts';

/** Claims of one kind, by verdict. */
export interface VerdictCount {
  /** Kind in words for a number: `contested claims`. */
  kind: string;
  total: number;
  /** Each verdict with how many claims have it, the most frequent first. */
  verdicts: [verdict: string, count: number][];
}

/** What several claims of a kind are called. */
const PLURALS = {
  'contested claim': 'contested claims',
  'basic fact': 'basic facts',
  'view or mood': 'views and moods',
} as const;

/** Counts claims by kind and verdict, contested ones first: a basic fact that holds up proves little. */
export function countVerdicts(claims: readonly Claim[]): VerdictCount[] {
  return CLAIM_KINDS.map((kind) => {
    const own = claims.filter((claim) => claim.kind === kind);
    const counts = new Map<string, number>();
    for (const { verdict } of own) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    const verdicts = [...counts].sort((a, b) => b[1] - a[1]);
    return {
      kind: PLURALS[kind],
      total: own.length,
      verdicts: verdicts.map(([verdict, count]): [string, number] => [
        count > 1 && /(?:view|mood)$/.test(verdict) ? `${verdict}s` : verdict,
        count,
      ]),
    };
  }).filter(({ total }) => total > 0);
}

/** Verdicts that a picture shows alike, with the mark that they have in it. */
export interface VerdictGroup {
  mark: 'held' | 'fact' | 'unverified' | 'inexact' | 'disputed' | 'view';
  label: string;
  total: number;
}

/** What each mark means, the firmest first. */
const MARKS: Readonly<Record<VerdictGroup['mark'], string>> = {
  held: 'held up',
  fact: 'basic fact, held up',
  unverified: 'not verified',
  inexact: 'overstated, understated or true only for a time',
  disputed: 'disputed',
  view: 'a view or mood, not judged',
};

/** Returns the mark of a claim: by its verdict, and for what held up by whether it could have been contested. */
export function verdictMark({ kind, verdict }: Pick<Claim, 'kind' | 'verdict'>): VerdictGroup['mark'] {
  switch (verdict) {
    case 'held up':
      return kind === 'basic fact' ? 'fact' : 'held';
    case 'consistent, not verified':
    case 'not verified':
      return 'unverified';
    case 'overstated':
    case 'understated':
    case 'time-bound':
      return 'inexact';
    case 'disputed':
      return 'disputed';
    case 'reported mood':
    case 'attributed view':
      return 'view';
  }
}

/** Counts claims by the mark that they have in a picture; marks that no claim has are left out. */
export function countMarks(claims: readonly Claim[]): VerdictGroup[] {
  return (Object.entries(MARKS) as [VerdictGroup['mark'], string][])
    .map(([mark, label]) => ({ mark, label, total: claims.filter((claim) => verdictMark(claim) === mark).length }))
    .filter(({ total }) => total > 0);
}

/** Returns the number of a claim in the order of the report: 12 of `claim-12`. */
export function claimNumber({ id }: Pick<Claim, 'id'>): number {
  return Number(id.replace(/\D/g, ''));
}
