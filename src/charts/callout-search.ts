import { jointCost, type Candidate } from './callout-candidates.ts';
import type { Callout } from './callout.ts';

/** Sweeps over all callouts; they settle in far fewer. */
const SWEEPS = 14;

/** A place that costs more than this is worth looking for a better one. */
const WORTH_A_TRY = 18;
/** The most that a place may cost above the best for the sake of the others. */
const MORE = 60;

/**
 * Chooses a place for each callout so that all together cost little.
 * @param options The places of each callout.
 * @param isDraft Whether a quick first guess will do.
 */
export function choosePlaces(callouts: Callout[], options: Candidate[][], isDraft: boolean): Candidate[] {
  const crowded = byCrowd(callouts);
  if (isDraft) return settle(crowded, options);
  const starts = [crowded, [...crowded].reverse(), callouts.map((_, index) => index)];
  return starts
    .map((order) => loosened(settle(order, options), options))
    .reduce((least, one) => (one.cost < least.cost ? one : least)).chosen;
}

/** Places one after another, then lets each look again until nothing moves. */
function settle(order: number[], options: Candidate[][]): Candidate[] {
  const chosen: (Candidate | undefined)[] = options.map(() => undefined);
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

/** Moves one of two that stand in each other's way first and lets those it then meets look again. */
function loosened(start: Candidate[], options: Candidate[][]): { chosen: Candidate[]; cost: number } {
  let best = { chosen: start, cost: totalCost(start) };
  for (let round = 0; round < 3; round++) {
    const before = best.cost;
    options.forEach((candidates, index) => {
      if (
        !best.chosen.some((other, at) => at !== index && jointCost(best.chosen[index] as Candidate, other) > 0) &&
        (best.chosen[index] as Candidate).cost < WORTH_A_TRY
      )
        return;
      for (const candidate of candidates.filter(({ cost }) => cost < (best.chosen[index] as Candidate).cost + MORE)) {
        const trial = [...best.chosen];
        trial[index] = candidate;
        const met = trial.flatMap((other, at) => (at !== index && jointCost(candidate, other) > 0 ? [at] : []));
        for (const at of met) trial[at] = cheapest(options[at] as Candidate[], trial.toSpliced(at, 1));
        const cost = totalCost(trial, best.cost);
        if (cost < best.cost) best = { chosen: trial, cost };
      }
    });
    if (best.cost === before) break;
  }
  return best;
}

/** Adds up what places cost alone and together, up to `limit`: what costs more is not chosen. */
function totalCost(chosen: Candidate[], limit = Infinity): number {
  let total = 0;
  for (let one = 0; one < chosen.length && total < limit; one++) {
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
