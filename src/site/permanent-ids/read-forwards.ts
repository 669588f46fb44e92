import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { forward, type Forward } from '../../data/schemas/change.ts';
import { cardProblem, FILES } from '../../data/checks/report.ts';
import type { Ledger } from '../../data/ledger.ts';
import { quote, type Problem } from '../../data/errors.ts';
import { formatId, liveIds, PUBLISHED_KINDS, type PublishedId, type PublishedKind } from './permanent-ids.ts';
import { readYamlList } from '../../data/yaml.ts';

/** List of the ids that had to go, with their successors. */
export const FORWARDS_FILE = 'content/forwarded-ids.yaml';

/** Old id, the one of the same kind that took its place, and the change that explains it. */
export interface ForwardedId {
  old: PublishedId;
  successor: PublishedId;
  change: string;
}

/**
 * Reads which ids are forwarded; a project without the file forwards none.
 * @returns The valid forwards: each leads from an id that is gone to one that lives, and a change explains it.
 */
export function readForwards(root: string, ledger: Ledger, problems: Problem[]): ForwardedId[] {
  if (!existsSync(join(root, FORWARDS_FILE))) return [];
  const live = new Set(liveIds(ledger).map(formatId));
  const seen = new Set<string>();
  return readYamlList(root, FORWARDS_FILE, forward, problems).flatMap((item) => {
    const faults = checkForward(item, ledger, live, seen);
    problems.push(...faults);
    const kind = item.kind as PublishedKind;
    return faults.length > 0
      ? []
      : [{ old: { kind, id: item.from }, successor: { kind, id: item.to }, change: item.change }];
  });
}

function checkForward(item: Forward, ledger: Ledger, live: ReadonlySet<string>, seen: Set<string>): Problem[] {
  const { kind, from, to, change } = item;
  const report = (field: string, found: string, expected: string) =>
    cardProblem(FORWARDS_FILE, item, [field], found, expected);
  if (!(PUBLISHED_KINDS as string[]).includes(kind))
    return [report('kind', quote(kind), `one of ${PUBLISHED_KINDS.join(', ')}`)];
  const isRepeated = seen.has(`${kind} ${from}`);
  seen.add(`${kind} ${from}`);
  return [
    ...(isRepeated ? [report('from', `${quote(from)} again`, `each ${kind} once`)] : []),
    ...(live.has(`${kind} ${from}`)
      ? [report('from', quote(from), `the id of a ${kind} that is gone: this one still has its own entry`)]
      : []),
    ...(live.has(`${kind} ${to}`) ? [] : [report('to', quote(to), `the id of a ${kind} that is on the site`)]),
    ...(ledger.changes.has(change)
      ? []
      : [report('change', quote(change), `the id of an entry in ${FILES.changes}, where readers are told`)]),
  ];
}
