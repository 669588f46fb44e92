import type { Ledger } from '../ledger.ts';
import { quote, type Problem } from '../errors.ts';
import { cardProblem, FILES } from './report.ts';

/** Checks that every event that the strip above the timeline names stands in the timeline. */
export function timelineStripHolds({ strip, events }: Ledger): Problem[] {
  return strip.named.flatMap(({ id }, index) =>
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
}
