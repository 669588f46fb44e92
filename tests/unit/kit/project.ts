import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { BOUNDARIES_FILE } from '../../../src/data/read-boundaries.ts';
import { columnChecks } from '../../../src/data/datasets.ts';
import type { CardId, Dataset, Ledger } from '../../../src/data/ledger.ts';
import { UNKNOWN } from '../../../src/data/schemas/fields.ts';
import type { Observation } from '../../../src/data/schemas/observation.ts';
import { SECTION_IDS, smallLedger, type SectionId } from './ledger.ts';
import { tempFolder } from './temp.ts';

/** Makes a small project on disk that breaks no rule, and says where it lies. */
export function writeProject(ledger?: Ledger): string {
  const root = tempFolder();
  const files = ledger ? filesOf(ledger) : (soundFiles ??= filesOf(smallLedger()));
  for (const [file, text] of files) write(root, file, text);
  return root;
}

let soundFiles: ReadonlyMap<string, string> | undefined;

/** Returns the text of each file of a project with these rows and cards. */
function filesOf(ledger: Ledger): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const csv = (path: string, id: CardId, rows: Iterable<object>) =>
    files.set(`content/${path}.csv`, csvOf(Object.keys(columnChecks(id)), rows));
  const yaml = (name: string, value: unknown) => files.set(`content/${name}.yaml`, stringify(value));
  // A day of publication that nobody knows is said in so many words.
  const said = (row: Observation) => ({ ...row, published: row.published ?? UNKNOWN });
  for (const [id, rows] of Object.entries(ledger.datasets)) csv(`data/${id}`, id as Dataset, rows.map(said));
  csv('sources', 'sources', ledger.sources.values());
  csv('data/places', 'places', ledger.places.values());
  csv('timeline', 'timeline', ledger.events.values());
  csv('claims', 'claims', ledger.claims.values());
  csv('glossary', 'glossary', ledger.terms.values());
  csv('statements', 'statements', ledger.statements.values());
  csv('assessments', 'assessments', ledger.assessments.values());
  // The dates at which the record ends are computed from the rows.
  const { dataDate: _, latestEvent: __, ...site } = ledger.site;
  yaml('site', site);
  yaml('derived', [...ledger.derivations.values()]);
  yaml('actors', [...ledger.actors.values()]);
  yaml('hosts', [...ledger.hosts.values()]);
  yaml('geo/cities', [...ledger.cities.values()]);
  yaml('geo/map-names', ledger.mapNames);
  yaml('changes', [...ledger.changes.values()]);
  yaml('key-numbers', [...ledger.keyNumbers.values()]);
  yaml('safe-to-print', [...ledger.safeLines.values()]);
  yaml('casualties', [...ledger.casualties.values()]);
  yaml('first-given', [...ledger.firstGiven.values()]);
  yaml('then', [...ledger.briefs.values()]);
  yaml('timeline-strip', ledger.strip);
  yaml('numbered-names', [
    { name: 'Operation 1027', why: 'the offensive' },
    { name: 'CC BY 4.0', why: 'a licence' },
  ]);
  yaml('loaded-words', [{ words: ['liberated', 'regime'], instead: 'the military, or took' }]);
  for (const card of ledger.cards.values()) yaml(`data/${card.id}`, card);
  for (const figure of ledger.figures.values()) yaml(`figures/${figure.id}`, figure);
  files.set(BOUNDARIES_FILE, JSON.stringify(ledger.boundaries));
  for (const id of SECTION_IDS) files.set(sectionFile(id), sectionText(id));
  return files;
}

/** Makes the same project with other words in one section, which begin on line 8 of its file. */
export function projectWith(body: string, id: SectionId = 'what', ledger?: Ledger): string {
  const root = writeProject(ledger);
  write(root, sectionFile(id), sectionText(id, body));
  return root;
}

/** Makes the sections of the same project alone, with other words in one of them. */
export function proseWith(body: string, id: SectionId): string {
  const root = tempFolder();
  for (const one of SECTION_IDS) write(root, sectionFile(one), one === id ? sectionText(id, body) : sectionText(one));
  return root;
}

/** Returns the path of a section's file. */
export function sectionFile(id: SectionId): string {
  return `content/sections/${String(SECTION_IDS.indexOf(id) + 1).padStart(2, '0')}-${id}.mdx`;
}

/** Makes the text of a section: its front matter (lines 1 to 7) and, from line 8, its body. */
export function sectionText(id: SectionId, body = BODIES[id] ?? 'The alliance attacked on 27 October 2023.'): string {
  return [
    '---',
    `id: ${id}`,
    `order: ${SECTION_IDS.indexOf(id) + 1}`,
    `title: About ${id}`,
    'finding: What this section found, in one full sentence.',
    'how_we_know: What was counted, by whom, and what could not be read.',
    '---',
    body,
    '',
  ].join('\n');
}

/** Replaces text in one file of a project, and fails if it is not there. */
export function edit(root: string, file: string, from: string, to: string): void {
  const before = readFileSync(join(root, file), 'utf8');
  if (!before.includes(from)) throw new Error(`${file} does not hold ${JSON.stringify(from)}`);
  writeFileSync(
    join(root, file),
    before.replace(from, () => to),
  );
}

/** Writes one file of a project, with the folders it needs. */
export function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

const BODIES: Partial<Record<SectionId, string>> = {
  losses: 'The alliance counted <Num id="B007" /> positions. <Cite ids="B007" />\n\n<Figure id="positions-lost" />',
  'turning-point': 'Three readings follow.\n\n<ClaimStrip />\n\n<KeyAssessments />',
};

function csvOf(columns: string[], rows: Iterable<object>): string {
  const cell = (value: unknown) => {
    const text = Array.isArray(value)
      ? value.join(';')
      : typeof value === 'boolean'
        ? { true: 'yes', false: 'no' }[`${value}`]
        : String(value ?? '');
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [...rows].map((row) => columns.map((name) => cell((row as Record<string, unknown>)[name])).join(','));
  return [columns.join(','), ...lines, ''].join('\n');
}
