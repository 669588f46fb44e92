import { calloutCandidates, type Candidate, type Room } from './callout-candidates.ts';
import { choosePlaces } from './callout-search.ts';
import { calloutLineHeight, calloutLineStep, calloutLineWidth, type Callout } from './callout.ts';
import { num } from './paths.ts';
import type { Label, Mark } from './picture.ts';

/** Callouts with their places: the labels, and hairlines to those that cannot stand beside their spot. */
export interface PlacedCallouts {
  labels: Label[];
  leaders: Mark[];
  /** For each callout, how long its leader is; 0 where it needs none. */
  led: number[];
}

/**
 * Places callouts so that no text covers text or a mark and no two leaders cross, each as near to its spot as that allows. Always the same for the same input.
 * @param isDraft Whether a quick first guess will do.
 * @param known Where each callout could stand, kept for drafts of the same spots in the same room.
 */
export function placeCallouts(
  callouts: Callout[],
  room: Room,
  isDraft = false,
  known = new Map<Callout, Candidate[]>(),
): PlacedCallouts {
  for (const one of callouts) if (!known.has(one)) known.set(one, calloutCandidates(one, room, callouts));
  const chosen = choosePlaces(
    callouts,
    callouts.map((one) => known.get(one) as Candidate[]),
    isDraft,
  );
  return {
    labels: callouts.flatMap((one, index) => labelsAt(one, chosen[index] as Candidate, room.size)),
    leaders: callouts.flatMap((one, index) => leaderMark(one, chosen[index] as Candidate)),
    led: chosen.map(({ leader }) => (leader === null ? 0 : Math.hypot(leader[2] - leader[0], leader[3] - leader[1]))),
  };
}

function labelsAt(callout: Callout, { box, align }: Candidate, size: number): Label[] {
  let top = box.y0;
  return callout.lines.map((line) => {
    const width = calloutLineWidth(line, size);
    const left = align === 'start' ? box.x0 : align === 'end' ? box.x1 - width : (box.x0 + box.x1 - width) / 2;
    const own = { x0: left, x1: left + width, y0: top, y1: top + calloutLineHeight(line, size) };
    const at = align === 'start' ? own.x0 : align === 'end' ? own.x1 : (own.x0 + own.x1) / 2;
    const y = top + (line.size ?? size) * 0.8;
    top += calloutLineStep(line, size);
    return { kind: 'name', ...line, x: at, y, anchor: align, box: own };
  });
}

function leaderMark(callout: Callout, { leader }: Candidate): Mark[] {
  if (!leader) return [];
  const [x0, y0, x1, y1] = leader;
  const from = callout.lines
    .map((line) => line.from)
    .filter((day) => day !== undefined)
    .sort()[0];
  return [
    {
      kind: 'leader',
      tone: 'neutral',
      d: `M${num(x0)} ${num(y0)}L${num(x1)} ${num(y1)}`,
      ...(from === undefined ? {} : { from }),
      boxes: [],
    },
  ];
}
