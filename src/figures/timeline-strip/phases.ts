import type { TimelineEvent } from '../../data/schemas/event.ts';
import { firstDay, lastDay } from '../../data/schemas/dates.ts';
import type { Ledger } from '../../data/ledger.ts';

/** One phase and its events. */
export interface Phase {
  id: TimelineEvent['phase'];
  title: string;
  events: TimelineEvent[];
  /** Its earliest date, as finely as it is known. */
  first: string;
  /** Its latest date, as finely as it is known. */
  last: string;
}

/** Lists the phases that have events, in sequence; their events keep the order of the file. */
export function phasesOf(ledger: Ledger): Phase[] {
  return ledger.strip.phases.flatMap(({ id, title }) => {
    const events = [...ledger.events.values()].filter((event) => event.phase === id);
    const dates = events.map(({ date }) => date);
    const first = dates.reduce((a, b) => (firstDay(b) < firstDay(a) ? b : a), dates[0] ?? '');
    const last = dates.reduce((a, b) => (lastDay(b) > lastDay(a) ? b : a), dates[0] ?? '');
    return events.length > 0 ? [{ id, title, events, first, last }] : [];
  });
}
