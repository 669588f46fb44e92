import { basename } from 'node:path';
import type { Parent } from 'unist';
import { numberNotes } from '../../data/notes.ts';

/**
 * Remark plugin: numbers a section's notes and puts them, as one list, at its end, after what is not known.
 * CSS lifts each note beside its block on wide screens; everywhere else the list is where readers look for it.
 */
export function remarkNotes() {
  return (tree: Parent, file: { path?: string }): void => {
    const section = basename(file.path ?? '', '.mdx').replace(/^\d+-/, '');
    prefixHeadingIds(tree, section);
    const notes = numberNotes(tree);
    for (const node of citeMarkers(tree)) node.attributes.push(jsxAttribute('section', section));
    tree.children.push(
      element('Unknowns', { section }),
      element('SectionNotes', { section, notes: JSON.stringify(notes) }),
    );
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
