import type { z } from 'astro/zod';
import { checkRows } from './checks/check-rows.ts';
import { usedSources } from './checks/check-sources.ts';
import { contentSignature } from './memoize.ts';
import { readCsv, type Located } from './csv.ts';
import { ContentError, type Problem } from './errors.ts';
import { withoutFollowUps } from './follow-ups.ts';
import { OBSERVATION_FILES, type Ledger } from './ledger.ts';
import { readBoundaries } from './read-boundaries.ts';
import { listFolder } from './read-text.ts';
import { actor } from './schemas/actor.ts';
import type { Boundaries } from './schemas/boundaries.ts';
import { casualty, fact, firstGiven, observation } from './schemas/observation.ts';
import { change } from './schemas/change.ts';
import { city, mapNames, type MapNames } from './schemas/map-names.ts';
import { claim } from './schemas/claim.ts';
import { card } from './schemas/dataset-card.ts';
import { latestDate } from './schemas/dates.ts';
import { dayBrief } from './schemas/day-brief.ts';
import { derivation } from './schemas/derivation.ts';
import { event } from './schemas/event.ts';
import { figureCard } from './schemas/figure.ts';
import { host, source } from './schemas/source.ts';
import { keyNumber } from './schemas/key-number.ts';
import { safeLine } from './schemas/safe-line.ts';
import { place } from './schemas/place.ts';
import { siteCard, type RecordEnds } from './schemas/site.ts';
import { assessment, statement } from './schemas/statement.ts';
import { term } from './schemas/term.ts';
import { timelineStripCard, type TimelineStripCard } from './schemas/timeline-strip.ts';
import { sectionIds } from './sections.ts';
import { readYaml, readYamlList } from './yaml.ts';

/** Stands in for a file that could not be read, which has been reported. */
const NO_STRIP: TimelineStripCard = { phases: [], named: [] };

/**
 * Reads and checks all content under `root`.
 * @throws ContentError with every problem found, if there is any.
 */
export function loadLedger(root: string): Ledger {
  const { ledger, problems } = readLedger(root);
  if (problems.length > 0) throw new ContentError(problems);
  return ledger;
}

/** Reads and checks all content like `loadLedger`, but returns the problems, for checks that want to add their own. */
export function readLedger(root: string): { ledger: Ledger; problems: Problem[] } {
  const problems: Problem[] = [];
  const csv = <T extends { id: string }>(name: string, schema: z.ZodObject & z.ZodType<T>) =>
    byId<Located<T>>(readCsv(root, `content/${name}.csv`, schema, problems), problems);
  const yamlList = <T extends { id: string }>(file: string, schema: z.ZodType<T>) =>
    new Map(readYamlList(root, file, schema, problems).map((item) => [item.id, item]));
  const folder = <T extends { id: string }>(path: string, schema: z.ZodType<T>) =>
    new Map(
      listFolder(root, path, '.yaml', problems).flatMap((name) => {
        const file = `${path}/${name}`;
        const item = readYaml(root, file, schema, problems);
        if (item && item.id !== name.slice(0, -'.yaml'.length)) {
          problems.push({ file, field: 'id', found: `"${item.id}"`, expected: 'the file name without its ending' });
        }
        return item ? [[item.id, item] as const] : [];
      }),
    );

  const datasets = Object.fromEntries(
    OBSERVATION_FILES.map((name) => [name, [...csv(`data/${name}`, name === 'facts' ? fact : observation).values()]]),
  ) as Ledger['datasets'];
  const ledger: Ledger = {
    site: readYaml(root, 'content/site.yaml', siteCard, problems) as Ledger['site'],
    sectionIds: sectionIds(root),
    sources: csv('sources', source),
    observations: byId(Object.values(datasets).flat(), problems),
    datasets,
    derivations: yamlList('content/derived.yaml', derivation),
    places: csv('data/places', place),
    events: csv('timeline', event),
    claims: csv('claims', claim),
    terms: csv('glossary', term),
    statements: csv('statements', statement),
    assessments: csv('assessments', assessment),
    actors: yamlList('content/actors.yaml', actor),
    cards: folder('content/data', card),
    figures: folder('content/figures', figureCard),
    keyNumbers: yamlList('content/key-numbers.yaml', keyNumber),
    safeLines: yamlList('content/safe-to-print.yaml', safeLine),
    casualties: yamlList('content/casualties.yaml', casualty),
    firstGiven: yamlList('content/first-given.yaml', firstGiven),
    briefs: yamlList('content/then.yaml', dayBrief),
    strip: readYaml(root, 'content/timeline-strip.yaml', timelineStripCard, problems) ?? NO_STRIP,
    mapNames: readYaml(root, 'content/geo/map-names.yaml', mapNames, problems) as MapNames,
    changes: yamlList('content/changes.yaml', change),
    hosts: yamlList('content/hosts.yaml', host),
    cities: yamlList('content/geo/cities.yaml', city),
    boundaries: readBoundaries(root, problems) as Boundaries,
  };
  if (ledger.site as Ledger['site'] | null) Object.assign(ledger.site, recordEnds(ledger));
  problems.push(...withoutFollowUps(problems, checkRows(ledger, problems.length === 0)));
  return { ledger, problems };
}

let cached: { signature: string; ledger: Ledger } | undefined;

/** Returns the ledger of the project being built. It is read once, and in `dev` again when a row or card changes; prose is none of it, so an edited sentence costs no reading and no drawing. */
export function ledger(): Ledger {
  const root = process.cwd();
  const signature = contentSignature(root, 'rows');
  if (cached?.signature !== signature) cached = { signature, ledger: loadLedger(root) };
  return cached.ledger;
}

function byId<T extends Located<{ id: string }>>(rows: T[], problems: Problem[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const row of rows) {
    const earlier = map.get(row.id);
    if (earlier) {
      problems.push({
        file: row.file,
        line: row.line,
        field: 'id',
        found: `"${row.id}" again`,
        expected: `an id used once (first at ${earlier.file}:${earlier.line})`,
      });
    } else {
      map.set(row.id, row);
    }
  }
  return map;
}

/** Computes the dates at which the record ends; without dated rows it is the day on which everything began. */
function recordEnds(ledger: Ledger): RecordEnds {
  const used = usedSources(ledger);
  const sources = [...ledger.sources.values()].flatMap(({ id, published }) =>
    published !== null && used.has(id) ? [published] : [],
  );
  const events = [...ledger.events.values()].flatMap(({ confidence, date }) => (confidence === 'high' ? [date] : []));
  const newest = (dates: string[]) => (dates.length === 0 ? ledger.site.began : latestDate(dates));
  return { dataDate: newest(sources), latestEvent: newest(events).slice(0, 'YYYY-MM'.length) };
}
