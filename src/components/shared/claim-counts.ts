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
    return { kind: PLURALS[kind], total: own.length, verdicts: [...counts].sort((a, b) => b[1] - a[1]) };
  }).filter(({ total }) => total > 0);
}
