import { PDFArray, PDFDict, PDFName, PDFRef, type PDFDocument } from '@cantoo/pdf-lib';

const [ID, ID_TREE, ATTRIBUTES, HEADERS] = ['ID', 'IDTree', 'A', 'Headers'].map((name) => PDFName.of(name)) as [
  PDFName,
  PDFName,
  PDFName,
  PDFName,
];

/**
 * Removes the ids by which cells name their headers, since Chromium numbers them otherwise in each print. Every header has a
 * scope, which says the same.
 */
export function removeStructureIds({ context, catalog }: PDFDocument): void {
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const tree = root?.get(ID_TREE);
  if (!root || !(tree instanceof PDFRef)) return;
  const branches = context.lookup(tree, PDFDict).lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? [];
  for (const part of [...branches, tree]) if (part instanceof PDFRef) context.delete(part);
  root.delete(ID_TREE);
  for (const [, element] of context.enumerateIndirectObjects()) {
    if (!(element instanceof PDFDict) || element.get(PDFName.of('Type')) !== PDFName.of('StructElem')) continue;
    element.delete(ID);
    const attributes = element.lookup(ATTRIBUTES);
    if (!(attributes instanceof PDFArray)) continue;
    const kept = attributes.asArray().filter((entry) => !(entry instanceof PDFDict && entry.has(HEADERS)));
    if (kept.length === 0) element.delete(ATTRIBUTES);
    else if (kept.length < attributes.size()) element.set(ATTRIBUTES, context.obj(kept));
  }
}
