import { OBSERVATION_FILES } from './dataset-ids.ts';
import type { Ledger } from './load.ts';

/** The days that a dataset's rows describe; the glossary and the like have none. */
export function datasetDays(ledger: Ledger, id: string): string[] {
  const isDate = (date: string | null): date is string => date !== null;
  if (id === 'places')
    return [...ledger.places.values()]
      .flatMap((row) => [row.captured_on, row.status_changed_on, row.held_seen_on, row.trade_resumed_on])
      .filter(isDate);
  if (id === 'timeline') return [...ledger.events.values()].map((row) => row.date);
  if (id === 'assessments') return [...ledger.assessments.values()].map((row) => row.date);
  const dataset = OBSERVATION_FILES.find((name) => name === id);
  return dataset ? ledger.datasets[dataset].map((row) => row.as_of).filter(isDate) : [];
}
