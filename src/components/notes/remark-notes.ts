import { dirname } from 'node:path';
import type { Parent } from 'unist';
import { numberNotes } from '../../data/notes.ts';
import { RECORD_FOLDER, recordId } from '../../data/record.ts';
import { sectionOfFile } from '../../data/sections.ts';

/**
 * Remark plugin: numbers the notes of a section, or of its record, and puts them, as one list, at its end; in a section after what is not known.
 * CSS lifts each note beside its block on wide screens; everywhere else the list is where readers look for it.
 */
export function remarkNotes() {
  return (tree: Parent, file: { path?: string }): void => {
    const path = file.path ?? '';
    const section = sectionOfFile(path);
    const isRecord = dirname(path).endsWith(RECORD_FOLDER);
    const series = isRecord ? recordId(section) : section;
    prefixHeadingIds(tree, series);
    const notes = numberNotes(tree);
    for (const node of citeMarkers(tree)) node.attributes.push(jsxAttribute('section', series));
    if (!isRecord) tree.children.push(element('Unknowns', { section }));
    tree.children.push(element('SectionNotes', { section: series, notes: JSON.stringify(notes) }));
  };
}

interface Marker extends Parent {
  name: string;
  attributes: { name: string }[];
}

function citeMarkers(parent: Parent): Marker[] {
  return parent.children.flatMap((node) => {
    const inner = 'children' in node ? citeMarkers(node as Parent) : [];
    return (node as Marker).name === 'Cite' ? [node as Marker, ...inner] : inner;
  });
}

/** Puts the section's id before those of its headings: all sections share one page. */
function prefixHeadingIds(tree: Parent, section: string): void {
  for (const node of tree.children) {
    if (node.type !== 'heading') continue;
    const slug = headingText(node as Parent)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    (node as { data?: unknown }).data = { hProperties: { id: `${section}-${slug}` } };
  }
}

function headingText(node: Parent | { value?: string }): string {
  if ('children' in node) return (node as Parent).children.map((child) => headingText(child as Parent)).join('');
  return (node as { value?: string }).value ?? '';
}

function element(name: string, attributes: Record<string, string>) {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => jsxAttribute(key, value)),
    children: [],
  } as never;
}

function jsxAttribute(name: string, value: string) {
  return { type: 'mdxJsxAttribute', name, value };
}
