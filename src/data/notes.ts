import type { Node, Parent } from 'unist';
import { ContentError, type Problem } from './errors.ts';
import { latestReference } from './latest.ts';
import type { Ledger } from './ledger.ts';
import { splitIds } from './mdx.ts';
import { memoizeByRoot } from './memoize.ts';
import { readProse } from './record.ts';

/** Note of one block of a section (a paragraph, a list item, a boxed line): the terms, numbers and rows that it refers to. */
export interface Note {
  /** Number within the section, from one. */
  n: number;
  /** Position of the block in the section's content, from one; each item of a list counts as a block. */
  block: number;
  /** Glossary terms explained there. */
  terms: string[];
  /** Numbers printed there. */
  numbers: string[];
  /** Other rows cited there. */
  cites: string[];
}

/** Notes of one section, and the blocks that they stand beside. */
export interface SectionNotes {
  notes: Note[];
  /** Number of blocks. */
  blocks: number;
  /** Blocks that fill the margin too (figures, tables), where no note can stand. */
  wide: number[];
}

/** Notes of one text: of a section, or of its record. */
interface NoteSeries {
  section: string;
  /** Middle of the ids of its notes: `campaign`, `campaign-record`. */
  series: string;
  notes: Note[];
}

interface JsxNode extends Parent {
  name: string | null;
  attributes: { type: string; name: string; value: unknown }[];
}

/** Elements written in MDX as a block of their own that keep to the text column. */
const TEXT_WIDTH = new Set(['SafeToPrint', 'Unknowns']);

/**
 * Numbers the notes of one section: one for each block that prints a number, explains a term or cites a row,
 * so that a paragraph never carries more than one. Marks the place of the note in the tree: the last `<Cite>` of the
 * block gets its number, earlier ones are taken out, and a block without any gets one at its end.
 * @param tree An MDX syntax tree; changed in place.
 */
export function numberNotes(tree: Parent): SectionNotes {
  const result: SectionNotes = { notes: [], blocks: 0, wide: [] };
  for (const block of tree.children.flatMap(asBlocks)) {
    result.blocks++;
    if (isJsx(block) && !TEXT_WIDTH.has(block.name ?? '')) result.wide.push(result.blocks);
    const note = 'children' in block ? buildNote(block as Parent, result.notes.length + 1, result.blocks) : null;
    if (note) result.notes.push(note);
  }
  return result;
}

/** Returns true if a node is a JSX element, inline or block. */
export function isJsx(node: Node): node is JsxNode {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Returns the string value of an attribute, or `null`. */
export function attribute(node: JsxNode, name: string): string | null {
  const value = node.attributes.find((attr) => attr.name === name)?.value;
  return typeof value === 'string' ? value : null;
}

/** Returns the blocks that a node stands for. MDX puts adjacent one-line elements into one paragraph and unpacks them later; a block is counted the same before and after. */
function asBlocks(node: Node): Node[] {
  if (node.type === 'mdxjsEsm' || node.type === 'yaml' || node.type === 'toml') return [];
  // It stands beside the paragraph after it, in one row with it.
  if (isJsx(node) && node.name === 'StepMap') return [];
  // A wrapper for the short printed forms, of which the page shows nothing.
  if (isJsx(node) && node.name === 'ShortForm') return node.children.flatMap(asBlocks);
  if (node.type === 'list') return (node as Parent).children;
  if (node.type !== 'paragraph') return [node];
  const children = (node as Parent).children.filter(
    (child) => !(child.type === 'text' && (child as { value?: string }).value?.trim() === ''),
  );
  const onlyElements = children.length > 0 && children.every((child) => isJsx(child) && !INLINE.has(child.name ?? ''));
  return onlyElements ? children : [node];
}

const INLINE = new Set(['Num', 'Latest', 'DataDate', 'LatestEvent', 'Cite', 'Quoted', 'Term']);

function buildNote(unit: Parent, n: number, block: number): Note | null {
  const note: Note = { n, block, terms: [], numbers: [], cites: [] };
  const markers: { parent: Parent; node: JsxNode }[] = [];
  walk(unit, (node, parent) => {
    if (!isJsx(node)) return;
    const id = attribute(node, 'id');
    if (node.name === 'Num' && id) note.numbers.push(id);
    if (node.name === 'Latest') note.numbers.push(latestOf(node));
    if (node.name === 'Term' && id) note.terms.push(id);
    if (node.name === 'Quoted' && id) note.cites.push(id);
    if (node.name === 'Cite') {
      note.cites.push(...splitIds(attribute(node, 'ids') ?? ''));
      markers.push({ parent, node });
    }
  });
  if (note.terms.length + note.numbers.length + note.cites.length === 0) return null;
  for (const list of ['terms', 'numbers', 'cites'] as const) note[list] = [...new Set(note[list])];
  placeMarker(unit, markers, n);
  return note;
}

function latestOf(node: JsxNode): string {
  return latestReference(attribute(node, 'series') ?? '', attribute(node, 'scope'), attribute(node, 'claimant'));
}

function placeMarker(unit: Parent, markers: { parent: Parent; node: JsxNode }[], n: number): void {
  const last = markers.pop();
  for (const { parent, node } of markers) parent.children.splice(parent.children.indexOf(node), 1);
  const number = { type: 'mdxJsxAttribute', name: 'note', value: String(n) };
  if (last) {
    last.node.attributes.push(number);
    joinToWord(last.parent, last.node);
    return;
  }
  const home = unit.type === 'listItem' ? (unit.children.at(-1) as Parent) : unit;
  home.children.push({
    type: 'mdxJsxTextElement',
    name: 'Cite',
    attributes: [number],
    children: [],
  } as unknown as Node);
}

/** Removes the space before a marker, so that it stays on the line of the word before it. */
function joinToWord(parent: Parent, marker: Node): void {
  const before = parent.children[parent.children.indexOf(marker) - 1] as { type: string; value?: string } | undefined;
  if (before?.type === 'text') before.value = before.value?.trimEnd() ?? '';
}

function walk(parent: Parent, visit: (node: Node, parent: Parent) => void): void {
  for (const node of [...parent.children]) {
    visit(node, parent);
    if ('children' in node) walk(node as Parent, visit);
  }
}

/**
 * Reads the notes of every section and of its record, numbered as the page numbers them.
 * @throws ContentError if a text cannot be parsed.
 */
export function proseNotes(root: string): NoteSeries[] {
  const problems: Problem[] = [];
  const files = readProse(root, problems);
  if (problems.length > 0) throw new ContentError(problems);
  return files.map(({ section, series, mdx }) => ({
    section,
    series,
    notes: numberNotes(structuredClone(mdx.body)).notes,
  }));
}

/** Lists, for each term by id, the series of notes that use it, in reading order. */
const usesOfTerms = memoizeByRoot((_ledger: Ledger, root: string) => {
  const uses = proseNotes(root).flatMap(({ section, series, notes }) =>
    [...new Set(notes.flatMap(({ terms }) => terms))].map((term) => ({ term, section, series })),
  );
  return Map.groupBy(uses, ({ term }) => term);
});

/**
 * Checks that a series of notes is the first on its page to use a term, and so explains it.
 * @param section Section that the page shows by itself, with its record; without it, a page that holds all stories.
 */
export function isFirstUse(ledger: Ledger, root: string, term: string, series: string, section?: string): boolean {
  const uses = usesOfTerms(ledger, root).get(term) ?? [];
  const isStory = (use: (typeof uses)[number]) => use.series === use.section;
  const onPage =
    section === undefined
      ? [...uses.filter(isStory), ...uses.filter((use) => !isStory(use))]
      : uses.filter((use) => use.section === section);
  return onPage[0]?.series === series;
}
