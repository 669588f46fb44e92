import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { BOUNDARIES_FILE } from '../../../src/data/read-boundaries.ts';
import type { Ledger } from '../../../src/data/ledger.ts';
import { SCHEMAS } from './cards.ts';
import { SECTION_IDS, smallLedger, type SectionId } from './ledger.ts';
import { tempFolder } from './temp.ts';

/** Makes a small project on disk that breaks no rule, and says where it lies. */
export function writeProject(ledger: Ledger = smallLedger()): string {
  const root = tempFolder();
  const csv = (name: string, columns: string[], rows: Iterable<object>) =>
    write(root, `content/${name}.csv`, csvOf(columns, rows));
  const yaml = (name: string, value: unknown) => write(root, `content/${name}.yaml`, stringify(value));
  for (const [name, rows] of Object.entries(ledger.datasets))
    csv(`data/${name}`, Object.keys(SCHEMAS.observation.shape), rows);
  csv(
    'sources',
    Object.keys(SCHEMAS.sources.shape),
    [...ledger.sources.values()].map((row) => ({ ...row, weak: row.weak ? 'yes' : 'no' })),
  );
  csv(
    'data/places',
    Object.keys(SCHEMAS.places.shape),
    [...ledger.places.values()].map((row) => ({ ...row, partial: row.partial ? 'yes' : 'no' })),
  );
  csv('timeline', Object.keys(SCHEMAS.timeline.shape), ledger.events.values());
  csv('claims', Object.keys(SCHEMAS.claims.shape), [...ledger.claims.values()].map(withTelling));
  csv('glossary', Object.keys(SCHEMAS.glossary.shape), ledger.terms.values());
  csv('statements', Object.keys(SCHEMAS.statements.shape), ledger.statements.values());
  csv('assessments', Object.keys(SCHEMAS.assessments.shape), [...ledger.assessments.values()].map(withTelling));
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
  yaml('casualties', [...ledger.casualties.values()]);
  yaml('first-given', [...ledger.firstGiven.values()]);
  yaml('timeline-strip', ledger.strip);
  yaml('numbered-names', [
    { name: 'Operation 1027', why: 'the offensive' },
    { name: 'CC BY 4.0', why: 'a licence' },
  ]);
  yaml('loaded-words', [{ words: ['liberated', 'regime'], instead: 'the military, or took' }]);
  for (const card of ledger.cards.values()) yaml(`data/${card.id}`, card);
  for (const figure of ledger.figures.values()) yaml(`figures/${figure.id}`, figure);
  write(root, BOUNDARIES_FILE, JSON.stringify(ledger.boundaries));
  for (const id of SECTION_IDS) write(root, sectionFile(id), sectionText(id));
  return root;
}

/** Makes the same project with other words in one section, which begin on line 8 of its file. */
export function projectWith(body: string, id: SectionId = 'what', ledger?: Ledger): string {
  const root = writeProject(ledger);
  write(root, sectionFile(id), sectionText(id, body));
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

function withTelling<T extends { telling: boolean }>(row: T): object {
  return { ...row, telling: row.telling ? 'yes' : 'no' };
}

function csvOf(columns: string[], rows: Iterable<object>): string {
  const cell = (value: unknown) => {
    const text = value === null || value === undefined ? '' : Array.isArray(value) ? value.join(';') : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [...rows].map((row) => columns.map((name) => cell((row as Record<string, unknown>)[name])).join(','));
  return [columns.join(','), ...lines, ''].join('\n');
}
