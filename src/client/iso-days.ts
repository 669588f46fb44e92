/** Checks that a text is a day of the calendar, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text);
  // Some browsers take 30 February for a day in March.
  return !!day && day.getTime() > 0 && day.toISOString().indexOf(text) === 0;
}

/** Formats a day of the calendar in full: `1 December 2023`. */
export function dayWords(day: string): string {
  return new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** Formats a day of the calendar with a short month: `1 Dec 2023`. */
export function shortDay(day: string): string {
  return dayWords(day).replace(/([A-Z]..)\w*/, '$1');
}

/** Returns the index of the last of some days in order that is not after `day`; below zero if all are. */
export function lastUpTo(days: readonly string[], day: string): number {
  return days.filter((one) => one && one <= day).length - 1;
}

/** Returns the indexes of the days, neither first nor last, after which nothing happened for longest, the longest pause first: where one phase ends. */
export function endsOfPhases(days: readonly string[]): number[] {
  const pauses = days.map((day, index) => Date.parse(days[index + 1] ?? day) - Date.parse(day));
  return [...days.keys()].slice(1, -1).sort((a, b) => (pauses[b] as number) - (pauses[a] as number));
}
