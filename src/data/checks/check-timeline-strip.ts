import type { Ledger } from '../ledger.ts';
import { quote, type Problem } from '../errors.ts';
import { firstDay, lastDay } from '../schemas/dates.ts';
import { cardProblem, FILES, rowProblem } from './report.ts';

/** Checks that every event that the strip above the timeline names stands in the timeline, and every event in one of its phases, near the others of it. */
export function timelineStripHolds(ledger: Ledger): Problem[] {
  const { strip, events } = ledger;
  const named = strip.named.flatMap(({ id }, index) =>
    events.has(id)
      ? []
      : [
          cardProblem(
            FILES.timelineStrip,
            strip,
            ['named', index, 'id'],
            quote(id),
            'the id of a row in content/timeline.csv',
          ),
        ],
  );
  return [...named, ...eventsHavePhases(ledger)];
}

/** Checks that each event lies in its phase. Neighbouring phases may overlap, since places differ; an event beyond a whole phase has the wrong one. */
function eventsHavePhases({ strip, events }: Ledger): Problem[] {
  const phases = strip.phases.map(({ id }) => id);
  if (phases.length === 0) return [];
  const placeOf = ({ phase }: { phase: string }) => phases.indexOf(phase);
  const all = [...events.values()];
  return all.flatMap((row) => {
    const place = placeOf(row);
    if (place === -1)
      return [rowProblem(row, 'phase', quote(row.phase), `one of ${phases.join(', ')} (${FILES.timelineStrip})`)];
    const beyond = all.filter(
      (other) =>
        (placeOf(other) > place + 1 && lastDay(other.date) < firstDay(row.date)) ||
        (placeOf(other) !== -1 && placeOf(other) < place - 1 && firstDay(other.date) > lastDay(row.date)),
    );
    // Of two rows that cannot both be right, the one with most others against it is wrong.
    if (beyond.length < 2) return [];
    const near = phases[placeOf(beyond[0]!)];
    return [rowProblem(row, 'phase', `"${row.phase}" for ${row.date}`, `the phase of that time, such as "${near}"`)];
  });
}
