/** Row of a table of results: measurements by name. */
export type Row = Record<string, string | number | null>;

/**
 * Returns the median; between the two middle values, half-way.
 * @throws Error if there are no values.
 */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('a median of nothing');
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

/** Returns the median of each measurement over several runs. */
export function medians<Name extends string>(runs: readonly Record<Name, number>[]): Record<Name, number> {
  const names = Object.keys(runs[0] ?? {}) as Name[];
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name]))])) as Record<Name, number>;
}

/** Formats rows as lines of text, words to the left and numbers to the right of their columns. */
export function tableText(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const shown = (cell: Row[string] | undefined) =>
    cell === null || cell === undefined
      ? '–'
      : typeof cell === 'number'
        ? cell.toLocaleString('en-GB', { maximumFractionDigits: 3 })
        : cell;
  const lines = [names, ...rows.map((row) => names.map((name) => shown(row[name])))];
  const widths = names.map((_, at) => Math.max(...lines.map((line) => (line[at] as string).length)));
  const isNumber = names.map((name) => rows.some((row) => typeof row[name] === 'number'));
  const pad = (text: string, at: number) =>
    isNumber[at] ? text.padStart(widths[at] as number) : text.padEnd(widths[at] as number);
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}
