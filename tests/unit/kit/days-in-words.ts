const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DATE = new RegExp(`(?:(\\d{1,2}) )?(?:\\b(${MONTHS.join('|')})[a-z]* )?\\b(20\\d\\d)\\b`, 'g');

/** Returns the first ISO day of each date that words name: of a day, a month or a year. */
export function datesIn(words: string): string[] {
  return [...words.replaceAll('\u00a0', ' ').matchAll(DATE)].map(([, day = '1', month = 'Jan', year]) => {
    const number = MONTHS.indexOf(month) + 1;
    return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  });
}

/** Tells whether what has these days is seen on a day. */
export function isSeenOn({ from, until }: { from?: string; until?: string }, day: string): boolean {
  return (from === undefined || from <= day) && (until === undefined || day < until);
}

/** Returns the days on which something changes, and the days around each, in order. */
export function daysAround(days: Iterable<string>): string[] {
  const DAY = 86_400_000;
  const all = [...new Set(days)].flatMap((day) =>
    [-DAY, 0, DAY].map((step) => new Date(Date.parse(day) + step).toISOString().slice(0, 10)),
  );
  return [...new Set(all)].sort();
}
