import type { RecordEnds } from './schemas/site.ts';
import { usedSources } from './checks/check-sources.ts';
import type { Ledger } from './ledger.ts';
import { latestDate } from './schemas/dates.ts';

/** Computes the dates at which the record ends; without dated rows it is the day on which everything began. */
export function recordEnds(ledger: Ledger): RecordEnds {
  const used = usedSources(ledger);
  const sources = [...ledger.sources.values()].flatMap(({ id, published }) =>
    published !== null && used.has(id) ? [published] : [],
  );
  const events = [...ledger.events.values()].flatMap(({ confidence, date }) => (confidence === 'high' ? [date] : []));
  const newest = (dates: string[]) => (dates.length === 0 ? ledger.site.began : latestDate(dates));
  return { dataDate: newest(sources), latestEvent: newest(events).slice(0, 'YYYY-MM'.length) };
}
