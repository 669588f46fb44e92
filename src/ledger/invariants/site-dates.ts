import { lastDay } from '../../schemas/dates.ts';
import type { Ledger } from '../load.ts';
import type { Problem } from '../problems.ts';
import { cardProblem, FILES } from './report.ts';
import { usedSources } from './sources.ts';

/** The two dates that the front page gives are those of the newest source used and of the newest event of high confidence. */
export function siteDatesHold(ledger: Ledger): Problem[] {
  const { site } = ledger;
  const used = usedSources(ledger);
  const source = newest(
    [...ledger.sources.values()].filter(({ id }) => used.has(id)).map(({ published }) => published),
  );
  const event = newest(
    [...ledger.events.values()].filter(({ confidence }) => confidence === 'high').map(({ date }) => date),
  );
  const report = (field: 'dataDate' | 'latestEvent', expected: string) =>
    cardProblem(FILES.site, site, [field], site[field], expected);
  return [
    ...(source === undefined || site.dataDate === source
      ? []
      : [report('dataDate', `${source}, the date of the newest source used`)]),
    ...(event === undefined || isSameDate(site.latestEvent, event)
      ? []
      : [report('latestEvent', `${event}, the newest event of high confidence, or its month`)]),
  ];
}

function newest(dates: (string | null)[]): string | undefined {
  return dates
    .filter((date) => date !== null)
    .sort((a, b) => lastDay(a).localeCompare(lastDay(b)))
    .at(-1);
}

/** Whether the date shown is the event's, or its month. */
function isSameDate(shown: string, date: string): boolean {
  return shown === date || (shown.length === 'YYYY-MM'.length && date.startsWith(shown));
}
