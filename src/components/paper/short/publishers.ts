import type { Table } from '../../../figures/shared/model.ts';

/** How many letters of names a line under a figure bears, before the rest is counted. */
const ROOM = 30;

/** Who published what a figure shows, those of most rows first: `OCHA; UNHCR and 9 others`. The figure’s own page names all. */
export function publisherWords(table: Table): string {
  const rows = table.groups.flatMap((group): { sources: { publisher: string }[] }[] => group.rows);
  const counts = new Map<string, number>();
  for (const { publisher } of rows.flatMap(({ sources }) => sources))
    counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  const [first = '', ...others] = [...counts].sort(([, a], [, b]) => b - a).map(([publisher]) => publisher);
  const named = [first];
  while (others.length > 0 && [...named, others[0]].join('; ').length <= ROOM) named.push(others.shift() as string);
  const rest = others.length === 0 ? '' : ` and ${others.length} ${others.length === 1 ? 'other' : 'others'}`;
  return `${named.join('; ')}${rest}`;
}
