import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';

/** Piece of the drawing of a page, by the number that marks it there. */
export interface MarkedContent {
  page: PDFRef;
  mcid: number;
}

/** Link or other annotation that stands in the structure. */
export interface ObjectReference {
  page: PDFRef | undefined;
  object: PDFRef;
}

/** Element of the structure of a PDF: its type without a slash, its other entries, and what lies in it. */
export interface StructureElement {
  role: string;
  entries: Map<string, PDFObject>;
  kids: StructureKid[];
}

/** What lies in an element of the structure. */
export type StructureKid = StructureElement | MarkedContent | ObjectReference;

/** Entries that follow from where an element stands; ids are left out because Chromium numbers them otherwise in each print. */
const DERIVED = new Set(['Type', 'S', 'P', 'K', 'Pg', 'ID']);

const name = (text: string) => PDFName.of(text);

/** Tells an element from pieces of drawings and from annotations. */
export function isElement(kid: StructureKid): kid is StructureElement {
  return 'role' in kid;
}

/** Reads the structure of a document and takes it out of the file. Returns its top element; undefined if it has none. */
export function takeStructure({ catalog, context }: PDFDocument): StructureElement | undefined {
  const root = catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  if (!root) return undefined;
  const owners = new Map<number, PDFArray>();
  takeNumberTree(root.get(name('ParentTree')));
  takeNumberTree(root.get(name('IDTree')));
  const [top] = kidsOf(root, undefined, undefined);
  context.delete(catalog.get(name('StructTreeRoot')) as PDFRef);
  return top && isElement(top) ? top : undefined;

  function kidsOf(parent: PDFDict, ref: PDFRef | undefined, page: PDFRef | undefined): StructureKid[] {
    const kids = parent.lookup(name('K'));
    const all = kids instanceof PDFArray ? kids.asArray() : [parent.get(name('K'))];
    const read = all.flatMap((kid) => (kid === undefined ? [] : readKid(kid, ref, page)));
    const isFirst = (kid: StructureKid, index: number) =>
      !('mcid' in kid) ||
      read.findIndex((one) => 'mcid' in one && one.page === kid.page && one.mcid === kid.mcid) === index;
    return read.filter(isFirst);
  }

  function readKid(kid: PDFObject, owner: PDFRef | undefined, page: PDFRef | undefined): StructureKid[] {
    const read = context.lookup(kid);
    if (read instanceof PDFNumber) return contentOf(page, read.asNumber(), owner);
    if (!(read instanceof PDFDict)) return [];
    const own = (read.get(name('Pg')) as PDFRef | undefined) ?? page;
    if (kid instanceof PDFRef) context.delete(kid);
    if (read.has(name('Obj'))) return [{ page: own, object: read.get(name('Obj')) as PDFRef }];
    if (read.has(name('MCID'))) return contentOf(own, read.lookup(name('MCID'), PDFNumber).asNumber(), owner);
    const entries = read.entries().flatMap(([key, value]): [string, PDFObject][] => {
      const known = context.lookup(value);
      return DERIVED.has(key.decodeText()) || !known ? [] : [[key.decodeText(), known]];
    });
    const role = read.lookup(name('S'), PDFName).decodeText();
    return [{ role, entries: new Map(entries), kids: kidsOf(read, kid as PDFRef, own) }];
  }

  /** Chromium counts the first piece of a page, now and then twice, among those of every picture on it; whose it is stands in the tree of parents. */
  function contentOf(page: PDFRef | undefined, mcid: number, owner: PDFRef | undefined): StructureKid[] {
    const list = page && owners.get(keyOf(context.lookup(page, PDFDict), 'StructParents'));
    return page && list?.get(mcid) === owner ? [{ page, mcid }] : [];
  }

  function takeNumberTree(tree: PDFObject | undefined): void {
    const dict = context.lookupMaybe(tree, PDFDict);
    for (const branch of dict?.lookupMaybe(name('Kids'), PDFArray)?.asArray() ?? []) takeNumberTree(branch);
    const numbers = dict?.lookupMaybe(name('Nums'), PDFArray);
    for (let at = 0; numbers && at < numbers.size(); at += 2) {
      const list = numbers.lookup(at + 1);
      if (list instanceof PDFArray) owners.set(numbers.lookup(at, PDFNumber).asNumber(), list);
    }
    if (tree instanceof PDFRef) context.delete(tree);
  }
}

/** Writes a structure into a document, with the way back from each page and each link to the element that it is part of. */
export function writeStructure({ catalog, context }: PDFDocument, top: StructureElement): void {
  const root = context.nextRef();
  const owners = new Map<number, PDFObject>();
  const K = write(top, root);
  const keys = [...owners.keys()].sort((a, b) => a - b);
  const nums = context.obj({ Nums: keys.flatMap((key) => [key, owners.get(key) as PDFObject]) });
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K,
      ParentTree: context.register(nums),
      ParentTreeNextKey: (keys.at(-1) ?? -1) + 1,
    }),
  );
  catalog.set(name('StructTreeRoot'), root);

  function write(element: StructureElement, parent: PDFRef): PDFRef {
    const ref = context.nextRef();
    const page = element.kids.find((kid) => 'mcid' in kid)?.page;
    const kids = element.kids.map((kid): PDFObject => {
      if (isElement(kid)) return write(kid, ref);
      if ('object' in kid) {
        owners.set(keyOf(context.lookup(kid.object, PDFDict), 'StructParent'), ref);
        return context.obj({ Type: 'OBJR', Obj: kid.object, ...(kid.page && { Pg: kid.page }) });
      }
      own(kid, ref);
      return kid.page === page ? PDFNumber.of(kid.mcid) : context.obj({ Type: 'MCR', Pg: kid.page, MCID: kid.mcid });
    });
    const dict = context.obj({ Type: 'StructElem', S: element.role, P: parent });
    if (page) dict.set(name('Pg'), page);
    for (const [key, value] of element.entries) dict.set(name(key), value);
    if (kids.length > 0) dict.set(name('K'), kids.length === 1 ? (kids[0] as PDFObject) : context.obj(kids));
    context.assign(ref, dict);
    return ref;
  }

  function own({ page, mcid }: MarkedContent, ref: PDFRef): void {
    const key = keyOf(context.lookup(page, PDFDict), 'StructParents');
    const known = owners.get(key);
    const list = known instanceof PDFArray ? known : PDFArray.withContext(context);
    owners.set(key, list);
    while (list.size() <= mcid) list.push(context.obj(null));
    list.set(mcid, ref);
  }
}

function keyOf(dict: PDFDict, key: string): number {
  return dict.lookup(name(key), PDFNumber).asNumber();
}

/** Returns the text of an entry of an element, such as its `Alt`. */
export function textOf({ entries }: StructureElement, key: string): string | undefined {
  const entry = entries.get(key);
  return entry instanceof PDFString || (entry && 'decodeText' in entry) ? (entry as PDFString).decodeText() : undefined;
}
