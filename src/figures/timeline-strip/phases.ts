import { PHASES, type TimelineEvent } from '../../data/schemas/event.ts';
import { firstDay, lastDay } from '../../data/schemas/dates.ts';
import type { Ledger } from '../../data/ledger.ts';

type PhaseId = (typeof PHASES)[number];

/** A part of the story, as headings and pictures name it. */
const TITLES: Record<PhaseId, string> = {
  background: 'Before the offensive',
  launch: 'The first days',
  spread: 'The fighting spreads',
  ceasefire: 'Talks, truces and what they left open',
  'phase-two': 'The second phase',
  aftermath: 'The reversals and after',
};

/** One phase and its events. */
export interface Phase {
  id: PhaseId;
  title: string;
  events: TimelineEvent[];
  /** Its earliest date, as finely as it is known. */
  first: string;
  /** Its latest date, as finely as it is known. */
  last: string;
}

/** The phases that have events, in sequence; their events keep the order of the file. */
export function phasesOf(ledger: Ledger): Phase[] {
  return PHASES.flatMap((id) => {
    const events = [...ledger.events.values()].filter((event) => event.phase === id);
    const dates = events.map(({ date }) => date);
    const first = dates.reduce((a, b) => (firstDay(b) < firstDay(a) ? b : a), dates[0] ?? '');
    const last = dates.reduce((a, b) => (lastDay(b) > lastDay(a) ? b : a), dates[0] ?? '');
    return events.length > 0 ? [{ id, title: TITLES[id], events, first, last }] : [];
  });
}
