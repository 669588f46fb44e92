import type { PDFObject } from '@cantoo/pdf-lib';
import { isElement, type MarkedContent, type StructureElement, type StructureKid } from './structure-tree.ts';

/** What is known of a piece of a drawing: whether it only decorates, and the language of its words where it is another. */
export interface ContentFacts {
  isDecoration: boolean;
  language?: string;
}

/** Functions that the structure is tidied with. */
export interface TidyContext {
  factsOf: (content: MarkedContent) => ContentFacts;
  /** Makes the entry that says the language of an element. */
  languageEntry: (language: string) => PDFObject;
  /** Shortens the attributes of an element; undefined to leave them out. */
  attributesOf: (element: StructureElement) => PDFObject | undefined;
}

/** Elements that hold blocks, in which words have to stand in a paragraph. */
const GROUPS = new Set(['Document', 'Sect', 'Art', 'Div', 'Part']);
/** Elements that stand within a line. */
const INLINE = new Set(['Span', 'Link', 'Quote', 'Reference', 'Code']);
/** Elements that hold words or blocks. */
const CELLS = new Set(['TH', 'TD', 'Caption']);
/** Elements that stay where nothing is in them: rows of a table are as long as each other. */
const KEPT_EMPTY = new Set(['TH', 'TD', 'TR', 'Figure']);

/**
 * Makes the structure that Chromium wrote into one that PDF/UA-1 allows: it writes `NonStruct` for each text and each box, leaves
 * out bodies of list items, and takes a whole figure with its caption for a picture.
 */
export function tidyStructure(top: StructureElement, context: TidyContext): StructureElement {
  const [tidy] = tidyKid(top, context);
  return tidy && isElement(tidy) ? tidy : top;
}

function tidyKid(kid: StructureKid, context: TidyContext): StructureKid[] {
  if (!isElement(kid)) return 'mcid' in kid ? tidyContent(kid, context) : [kid];
  const { role, entries } = kid;
  const kids = kid.kids.flatMap((inner) => tidyKid(inner, context));
  const attributes = context.attributesOf(kid);
  if (attributes) entries.set('A', attributes);
  else entries.delete('A');
  if (role === 'NonStruct') {
    // What Chromium does not know as a link, such as one with a role of its own, still leads somewhere.
    if (kids.some((one) => 'object' in one)) return [{ role: 'Link', entries, kids: unwrapped(kids) }];
    return kids.length === 0 ? [] : [{ role, entries, kids }];
  }
  if (kids.length === 0 && !KEPT_EMPTY.has(role)) return [];
  if (role === 'Figure' && kids.some((one) => isElement(one) && one.role !== 'NonStruct')) {
    entries.delete('Alt');
    return [{ role: 'Sect', entries, kids: blocks(kids) }];
  }
  if (GROUPS.has(role)) return [{ role, entries, kids: blocks(kids) }];
  if (role === 'LI') return [{ role, entries, kids: listItem(kids) }];
  const inner = unwrapped(kids);
  return [{ role, entries, kids: CELLS.has(role) && isBlocks(inner) ? blocks(kids) : inner }];
}

function tidyContent(content: MarkedContent, { factsOf, languageEntry }: TidyContext): StructureKid[] {
  const { isDecoration, language } = factsOf(content);
  if (isDecoration) return [];
  if (language === undefined) return [content];
  return [{ role: 'Span', entries: new Map([['Lang', languageEntry(language)]]), kids: [content] }];
}

/** Puts what stands beside the label of a list item into its body. */
function listItem(kids: readonly StructureKid[]): StructureKid[] {
  const isLabel = (kid: StructureKid) => isElement(kid) && kid.role === 'Lbl';
  const rest = kids.filter((kid) => !isLabel(kid));
  const inner = unwrapped(rest);
  const body = { role: 'LBody', entries: new Map(), kids: isBlocks(inner) ? blocks(rest) : inner };
  return [...kids.filter(isLabel), ...(inner.length > 0 ? [body] : [])];
}

/** Returns the kids with those of boxes of no meaning in their place. */
function unwrapped(kids: readonly StructureKid[]): StructureKid[] {
  return kids.flatMap((kid) => (isElement(kid) && kid.role === 'NonStruct' ? unwrapped(kid.kids) : [kid]));
}

function isBlocks(kids: readonly StructureKid[]): boolean {
  return unwrapped(kids).some((kid) => isElement(kid) && !INLINE.has(kid.role));
}

/**
 * Returns blocks alone: boxes are replaced by the blocks in them, and words that stand beside blocks get a paragraph, those of
 * a box of their own one of their own.
 */
function blocks(kids: readonly StructureKid[]): StructureKid[] {
  const all: StructureKid[] = [];
  let line: StructureKid[] = [];
  const end = () => {
    if (line.some(isText)) all.push({ role: 'P', entries: new Map(), kids: unwrapped(line) });
    else for (const box of line) if (isElement(box)) all.push(...blocks(box.kids));
    line = [];
  };
  for (const kid of kids) {
    if (!isElement(kid) || INLINE.has(kid.role) || (kid.role === 'NonStruct' && !isBlocks(kid.kids))) {
      line.push(kid);
      continue;
    }
    end();
    all.push(...(kid.role === 'NonStruct' ? blocks(kid.kids) : [kid]));
  }
  end();
  return all;
}

/** Tells words, also in a box of their own, from a box of other boxes. */
function isText(kid: StructureKid): boolean {
  return (
    !isElement(kid) || kid.role !== 'NonStruct' || !kid.kids.some((inner) => isElement(inner) && inner.role !== 'Span')
  );
}
