import { randomLcg } from 'd3';
import { jointCost, type Candidate } from './callout-candidates.ts';
import type { Callout } from './callout.ts';

/** Sweeps over all callouts; they settle in far fewer. */
const SWEEPS = 14;
/** Trials for each callout, and how much a worse place may cost in the first and in the last of them. */
const TRIALS = 600;
const DARING = { first: 100, last: 4 };
/** How much two places in each other’s way cost at most in the first trial and in the last: at first labels may pass through each other. */
const STRICT = { first: 300, last: 6000 };
/** A place that costs so much more than the best by itself is not tried. */
const WORTHY = 150;
/** How often the search begins anew; more often only while some text stands on text. */
const RUNS = { enough: 50, most: 60 };
/** A choice that costs less has no text on text. */
const LEGIBLE = 4000;

/**
 * Chooses a place for each callout so that all together cost little.
 * @param options The places of each callout.
 * @param isDraft Whether a quick first guess will do.
 */
export function choosePlaces(callouts: Callout[], options: Candidate[][], isDraft: boolean): Candidate[] {
  const order = byCrowd(callouts);
  const first = settle(order, options);
  if (isDraft) return first;
  let best = { chosen: first, cost: totalCost(first) };
  for (let run = 1; run <= RUNS.enough || (run <= RUNS.most && best.cost >= LEGIBLE); run++) {
    const chosen = settle(order, options, annealed(first, options, run / (RUNS.most + 1)));
    const cost = totalCost(chosen);
    if (cost < best.cost) best = { chosen, cost };
  }
  return best.chosen;
}

/** Tries places at random, taking worse ones ever more rarely, so that a choice that blocks others can still be undone; always the same for the same input. */
function annealed(start: Candidate[], options: Candidate[][], seed: number): Candidate[] {
  const [chosen, random, trials] = [[...start], randomLcg(seed), TRIALS * start.length];
  const worthy = options.map((all) => {
    const least = Math.min(...all.map(({ cost }) => cost));
    return all.filter(({ cost }) => cost <= least + WORTHY);
  });
  for (let trial = 0; trial < trials; trial++) {
    const index = Math.floor(random() * chosen.length);
    const candidates = worthy[index] as Candidate[];
    const [now, next] = [chosen[index] as Candidate, candidates[Math.floor(random() * candidates.length)] as Candidate];
    const [daring, most] = [between(DARING, trial / trials), between(STRICT, Math.min(1, (2 * trial) / trials))];
    let worse = next.cost - now.cost;
    chosen.forEach((other, at) => {
      if (at !== index) worse += Math.min(most, jointCost(next, other)) - Math.min(most, jointCost(now, other));
    });
    if (worse <= 0 || random() < Math.exp(-worse / daring)) chosen[index] = next;
  }
  return chosen;
}

/** Returns a value on the way from a first to a last, by equal factors. */
function between({ first, last }: { first: number; last: number }, part: number): number {
  return first * (last / first) ** part;
}

/** Places one after another, then lets each look again until nothing moves. */
function settle(order: number[], options: Candidate[][], start: Candidate[] = []): Candidate[] {
  const chosen: (Candidate | undefined)[] = options.map((_, index) => start[index]);
  const others = (index: number) =>
    chosen.filter((one, other): one is Candidate => one !== undefined && other !== index);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let moved = false;
    for (const index of order) {
      const best = cheapest(options[index] as Candidate[], others(index));
      if (best !== chosen[index]) moved = true;
      chosen[index] = best;
    }
    if (!moved) break;
  }
  return chosen as Candidate[];
}

/** Adds up what places cost alone and together. */
function totalCost(chosen: Candidate[]): number {
  let total = 0;
  for (let one = 0; one < chosen.length; one++) {
    const mine = chosen[one] as Candidate;
    total += mine.cost;
    for (let other = one + 1; other < chosen.length; other++) total += jointCost(mine, chosen[other] as Candidate);
  }
  return total;
}

/** Returns the place that costs least beside those of the others. */
function cheapest(candidates: Candidate[], others: Candidate[]): Candidate {
  let [best, least] = [candidates[0] as Candidate, Infinity];
  for (const one of candidates) {
    let joint = 0;
    for (const other of others) {
      // Every other place can only add to the cost.
      if (one.cost + joint >= least) break;
      joint += jointCost(one, other);
    }
    if (one.cost + joint < least) [best, least] = [one, one.cost + joint];
  }
  return best;
}

/** Returns the indexes of callouts, those with most neighbours first. */
function byCrowd(callouts: Callout[]): number[] {
  const crowd = callouts.map((one) =>
    callouts.reduce((sum, other) => sum + 1 / (20 + Math.hypot(one.x - other.x, one.y - other.y)), 0),
  );
  return callouts.map((_, index) => index).sort((a, b) => (crowd[b] as number) - (crowd[a] as number) || a - b);
}
