import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRef,
  type PDFContext,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';

const name = (text: string) => PDFName.of(text);

/** What lies in an element: marked content of a page, or something that is kept as it is. */
type Kid = { page: PDFRef; content: number } | { kept: PDFObject };

/**
 * Takes out of the structure what says nothing: elements without a meaning of their own, of which Chromium puts one around each
 * word group, spans of one row or column, and ids by which cells name their heads, which have a scope; those ids also differ from
 * one print to the next. What remains reads as before.
 */
export function tidyStructure(document: PDFDocument): void {
  const { context, catalog } = document;
  const root = catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  const top = root?.get(name('K'));
  if (!root || !(top instanceof PDFRef)) return;
  const moved = new Map<PDFRef, PDFRef>();
  tidyElement(context, top, moved);
  takeOut(context, root, 'IDTree');
  root
    .lookupMaybe(name('ParentTree'), PDFDict)
    ?.lookupMaybe(name('Nums'), PDFArray)
    ?.asArray()
    .forEach((entry) => {
      const list = entry instanceof PDFRef ? context.lookup(entry) : entry;
      if (list instanceof PDFArray)
        list
          .asArray()
          .forEach(
            (owner, index) =>
              owner instanceof PDFRef && moved.has(owner) && list.set(index, moved.get(owner) as PDFRef),
          );
    });
}

/** Takes an entry out, with the tree of names that it leads to. */
function takeOut(context: PDFContext, owner: PDFDict, key: string): void {
  const entry = owner.get(name(key));
  if (!(entry instanceof PDFRef)) return;
  owner.delete(name(key));
  const branches = context.lookup(entry, PDFDict).lookupMaybe(name('Kids'), PDFArray)?.asArray() ?? [];
  for (const branch of branches) if (branch instanceof PDFRef) context.delete(branch);
  context.delete(entry);
}

function tidyElement(context: PDFContext, ref: PDFRef, moved: Map<PDFRef, PDFRef>): void {
  const element = context.lookup(ref, PDFDict);
  element.delete(name('Type'));
  element.delete(name('ID'));
  tidyAttributes(context, element);
  writeKids(context, element, kidsOf(context, element, ref, moved));
}

/** The kids of an element, those of meaningless elements in their place. */
function kidsOf(context: PDFContext, element: PDFDict, owner: PDFRef, moved: Map<PDFRef, PDFRef>): Kid[] {
  const list = element.get(name('K'));
  const page = element.get(name('Pg'));
  const entries = list instanceof PDFArray ? list.asArray() : list === undefined ? [] : [list];
  return entries.flatMap((entry): Kid[] => {
    if (entry instanceof PDFNumber) return [{ page: page as PDFRef, content: entry.asNumber() }];
    if (entry instanceof PDFDict && entry.get(name('Type')) === name('MCR') && !entry.has(name('Stm'))) {
      return [{ page: entry.get(name('Pg')) as PDFRef, content: entry.lookup(name('MCID'), PDFNumber).asNumber() }];
    }
    if (!(entry instanceof PDFRef)) return [{ kept: entry }];
    const child = context.lookup(entry, PDFDict);
    if (!isMeaningless(child)) {
      child.set(name('P'), owner);
      tidyElement(context, entry, moved);
      return [{ kept: entry }];
    }
    moved.set(entry, owner);
    const kids = kidsOf(context, child, owner, moved);
    context.delete(entry);
    return kids;
  });
}

/** Whether an element is there only to hold others. */
function isMeaningless(element: PDFDict): boolean {
  return (
    element.get(name('S')) === name('NonStruct') &&
    ['A', 'Alt', 'ActualText', 'E', 'Lang', 'T'].every((key) => !element.has(name(key)))
  );
}

/** Content of the page that the element names is a number; that of another page says which. */
function writeKids(context: PDFContext, element: PDFDict, kids: Kid[]): void {
  const page = kids.find((kid) => 'content' in kid)?.page;
  if (page) element.set(name('Pg'), page);
  else element.delete(name('Pg'));
  const written = kids.map((kid) => {
    if ('kept' in kid) return kid.kept;
    if (kid.page === page) return PDFNumber.of(kid.content);
    return context.obj({ Type: 'MCR', Pg: kid.page, MCID: kid.content });
  });
  if (written.length === 0) element.delete(name('K'));
  else element.set(name('K'), written.length === 1 ? (written[0] as PDFObject) : context.obj(written));
}

/** A cell spans one row and one column unless it says otherwise. */
function tidyAttributes(context: PDFContext, element: PDFDict): void {
  const list = element.lookup(name('A'));
  if (!(list instanceof PDFArray)) return;
  const told = list.asArray().filter((entry) => {
    if (!(entry instanceof PDFDict)) return true;
    const isOne = (key: string) =>
      entry.lookup(name(key)) instanceof PDFNumber && entry.lookup(name(key), PDFNumber).asNumber() === 1;
    return !entry.has(name('Headers')) && !isOne('RowSpan') && !isOne('ColSpan');
  });
  if (told.length === 0) element.delete(name('A'));
  else element.set(name('A'), told.length === 1 ? (told[0] as PDFObject) : context.obj(told));
}
