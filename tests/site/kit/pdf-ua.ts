import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib';
import { faultsOfContent, fontOf, type UsedFont } from './pdf-content.ts';

/**
 * Checks a PDF against the conditions of failure of PDF/UA-1 (ISO 14289-1) that a program can tell, as the Matterhorn Protocol lists
 * them and veraPDF numbers them by clause and test. No checker of others can be had from the registries that this project uses. Checked:
 *
 *   5-1 5-2      the document says that it follows part 1        7.4.2-1       headings begin with H1 and skip no level
 *   7.1-1 -2 -3  all content is in the structure or an artifact,  7.5-1         every header of a table has a scope
 *                neither inside the other                         7.10 7.11 7.15 7.16  no layers, attachments, forms, encryption
 *   7.1-4 -5..-7 no suspects; standard types alone, none mapped   7.18.1 -3 -5  links: in a Link, with words, in reading order
 *   7.1-8..-11   metadata, title shown, structure                 7.20-1        no pages of other files
 *   7.2-2 -21..-29 -33  languages, as tags that exist             7.21.3 7.21.4 fonts embedded, with glyphs that exist
 *   7.2-3..-20   what tables and lists hold, and where it stands  7.21.5        widths equal to those of the faces
 *   7.2-41..-43  rows of a table are as long as each other        7.21.7 7.21.8 a letter for every glyph
 *   7.3-1        words for figures
 *
 * Not checked because the files have none: formulas, notes, forms, media, Type 1, Type 3 and simple fonts (the fonts are tested elsewhere).
 * What only people can tell, such as whether an order of reading makes sense, is for people.
 */
export function faultsOfPdfUa(document: PDFDocument): string[] {
  const { context, catalog } = document;
  const faults: string[] = [];
  const check = (holds: boolean, rule: string, what: string) => {
    if (!holds) faults.push(`${rule}: ${what}`);
  };
  const entry = (...path: string[]) => path.reduce<PDFObject | undefined>((at, key) => get(at, key), catalog);

  const metadata = entry('Metadata');
  const xmp = metadata instanceof PDFRawStream ? Buffer.from(metadata.contents).toString('utf8') : '';
  check(xmp.includes('<pdfuaid:part>1</pdfuaid:part>'), '5-1', 'no part of the standard named in the metadata');
  check(/<dc:title><rdf:Alt><rdf:li xml:lang="x-default">[^<]{10}/.test(xmp), '7.1-9', 'no title in the metadata');
  check(String(entry('ViewerPreferences', 'DisplayDocTitle')) === 'true', '7.1-10', 'title not shown');
  check(String(entry('MarkInfo', 'Marked')) === 'true', '7.1-11', 'not marked as tagged');
  check(entry('MarkInfo', 'Suspects') === undefined, '7.1-4', 'suspects');
  check(entry('StructTreeRoot', 'RoleMap') === undefined, '7.1-5', 'types of its own');
  check(textOf(entry('Lang')) === 'en', '7.2-33', 'language of the document unknown');
  for (const key of ['OCProperties', 'AcroForm', 'Collection', 'AF'])
    check(entry(key) === undefined, '7.10 to 7.15', `has ${key}`);
  check(entry('Names', 'EmbeddedFiles') === undefined, '7.11', 'has attachments');
  check(context.trailerInfo.Encrypt === undefined, '7.16', 'encrypted');

  const owners = new Map<string, Element>();
  const links = new Map<PDFObject, Element>();
  let level = 0;
  const root = entry('StructTreeRoot') as PDFDict;
  const visit = (dict: PDFDict, ref: PDFObject, parent: Element | null): Element => {
    const lang = textOf(get(dict, 'Lang')) ?? parent?.lang;
    const element: Element = { dict, ref, parent, lang, role: nameOf(get(dict, 'S')), kids: [], pages: new Set() };
    check(PARENTS.has(element.role), '7.1-5', `type ${element.role}`);
    check(dict.get(PDFName.of('P')) === (parent?.ref ?? rootRef), '7.1-12', `${element.role} not in its parent`);
    check(lang !== undefined && /^[a-z]{2}(?:-[A-Z][a-z]{3})?$/.test(lang), '7.2-29', `language ${lang}`);
    const heading = /^H(\d)$/.exec(element.role)?.[1];
    if (heading) {
      check(Number(heading) <= level + 1, '7.4.2-1', `H${heading} after H${level}`);
      level = Number(heading);
    }
    const page = dict.get(PDFName.of('Pg'));
    for (const kid of listOf(dict, 'K')) {
      const read = context.lookup(kid);
      if (read instanceof PDFDict && read.has(PDFName.of('S'))) element.kids.push(visit(read, kid, element));
      else if (read instanceof PDFDict && read.has(PDFName.of('Obj')))
        links.set(read.get(PDFName.of('Obj')) as PDFObject, element);
      else {
        const mcid = read instanceof PDFNumber ? read : get(read, 'MCID');
        const key = `${String(read instanceof PDFDict ? (read.get(PDFName.of('Pg')) ?? page) : page)} ${String(mcid)}`;
        check(!owners.has(key), '7.1-3', `piece ${key} in two elements`);
        owners.set(key, element);
        check(!WITHOUT_WORDS.has(element.role), '7.2-3', `words straight in ${element.role}`);
        element.pages.add(key.slice(0, key.lastIndexOf(' ')));
      }
    }
    checkElement(element, check);
    return element;
  };
  const rootRef = catalog.get(PDFName.of('StructTreeRoot'));
  const tops = listOf(root, 'K').map((ref) => visit(context.lookup(ref, PDFDict), ref, null));
  check(tops.length === 1 && tops[0]?.role === 'Document', '7.1-11', 'not one document at its top');

  const numbers = listOf(get(root, 'ParentTree') as PDFDict, 'Nums');
  const parents = new Map(
    numbers.flatMap((key, index): [string, PDFObject][] =>
      index % 2 === 0 ? [[String(key), context.lookup(numbers[index + 1]) as PDFObject]] : [],
    ),
  );
  const fonts = new Map<PDFDict, UsedFont>();
  document.getPages().forEach(({ node, ref }, index) => {
    const at = (what: string) => `page ${index + 1}: ${what}`;
    const owned = parents.get(String(node.get(PDFName.of('StructParents'))));
    const list = owned instanceof PDFArray ? owned : undefined;
    const content = node.Contents();
    if (!(content instanceof PDFRawStream)) return check(false, '7.1-3', at('no drawing'));
    const resources = get(node.Resources(), 'Font');
    const { faults: found, pieces } = faultsOfContent(content, (key) => {
      const font = get(resources, key) as PDFDict;
      if (!fonts.has(font)) fonts.set(font, fontOf(font));
      return fonts.get(font) as UsedFont;
    });
    for (const fault of found) faults.push(fault.replace(': ', `: page ${index + 1}: `));
    for (const [mcid, script] of pieces) {
      const owner = owners.get(`${String(ref)} ${mcid}`);
      check(owner !== undefined, '7.1-3', at(`piece ${mcid} in no element`));
      check(owner === undefined || list?.get(mcid) === owner.ref, '7.1-3', at(`piece ${mcid} without a way back`));
      if (script && owner?.role !== 'Figure')
        check(owner?.lang?.startsWith(script) === true, '7.2-34', at(`${script} words said to be ${owner?.lang}`));
      owners.delete(`${String(ref)} ${mcid}`);
    }
    const annotations = listOf(node, 'Annots');
    check(annotations.length === 0 || nameOf(get(node, 'Tabs')) === 'S', '7.18.3-1', at('links in another order'));
    for (const annotation of annotations) {
      const link = context.lookup(annotation, PDFDict);
      check(nameOf(get(link, 'Subtype')) === 'Link', '7.18.1-1', at('what is no link'));
      const owner = links.get(annotation);
      check(owner?.role === 'Link', '7.18.5-1', at(`link in ${owner?.role}`));
      check(
        owner !== undefined && owner.dict === parents.get(String(link.get(PDFName.of('StructParent')))),
        '7.18.5-1',
        at('link without a way back'),
      );
      check((textOf(get(link, 'Contents')) ?? '').length > 0, '7.18.5-2', at('link without words'));
    }
  });
  check(
    owners.size === 0,
    '7.1-3',
    `${owners.size} pieces of the structure that are not drawn: ${[...owners.keys()][0]}`,
  );
  return faults;
}

/** Element of the structure, with where it stands. */
interface Element {
  dict: PDFDict;
  ref: PDFObject;
  parent: Element | null;
  role: string;
  lang: string | undefined;
  kids: Element[];
  /** The pages on which words of its own stand. */
  pages: Set<string>;
}

/** What each type may stand in; null for any. */
const PARENTS = new Map<string, readonly string[] | null>([
  ...['P', 'H1', 'H2', 'H3', 'H4', 'L', 'Table', 'Figure', 'Sect', 'Art', 'Link', 'Span'].map(
    (role): [string, null] => [role, null],
  ),
  ['Document', []],
  ['LI', ['L']],
  ['Lbl', ['LI']],
  ['LBody', ['LI']],
  ['TR', ['Table', 'THead', 'TBody', 'TFoot']],
  ['TH', ['TR']],
  ['TD', ['TR']],
  ['Caption', ['Table', 'L']],
]);
/** Types that hold only others. */
const KIDS = new Map([
  ['L', /^(?:Caption )?(?:LI )+$/],
  ['LI', /^(?:Lbl )?LBody $/],
  ['Table', /^(?:Caption )?(?:TR )+$/],
  ['TR', /^(?:T[HD] )+$/],
  ['Document', /^(?!.*\b(?:Span|Link)\b)/],
  ['Sect', /^(?!.*\b(?:Span|Link)\b)/],
  ['Art', /^(?!.*\b(?:Span|Link)\b)/],
]);
const WITHOUT_WORDS = new Set(['Document', 'Sect', 'Art', 'L', 'LI', 'Table', 'TR']);

/** Checks what one element says of itself and holds. */
function checkElement(element: Element, check: (holds: boolean, rule: string, what: string) => void): void {
  const { role, dict, kids, parent } = element;
  const allowed = PARENTS.get(role);
  check(!allowed || allowed.includes(parent?.role ?? '') || !parent, '7.2-4 to -20', `${role} in ${parent?.role}`);
  check(
    KIDS.get(role)?.test(kids.map((kid) => `${kid.role} `).join('')) ?? true,
    '7.2-3 to -20',
    `${role} of ${kids.map((kid) => kid.role).join(', ')}`,
  );
  if (role === 'Figure') check((textOf(get(dict, 'Alt')) ?? '').length > 9, '7.3-1', 'figure without words');
  // A header that stands again on each page of a table is heard once.
  if (role === 'TH' && attributeOf(dict, 'Scope') === 'Column')
    check(element.pages.size <= 1, '7.1-1', `header of a column on ${element.pages.size} pages`);
  if (role === 'TH')
    check(/^(?:Row|Column|Both)$/.test(attributeOf(dict, 'Scope') ?? ''), '7.5-1', 'header without a scope');
  if (role === 'L' && kids.some((item) => item.kids[0]?.role === 'Lbl'))
    check((attributeOf(dict, 'ListNumbering') ?? 'None') !== 'None', '7.6', 'labels in a list without numbering');
  if (role !== 'Table') return;
  const rows = kids.filter((kid) => kid.role === 'TR');
  const lengths = rows.map((row) =>
    row.kids.reduce((sum, cell) => sum + Number(attributeOf(cell.dict, 'ColSpan') ?? 1), 0),
  );
  check(new Set(lengths).size === 1, '7.2-41 to -43', `rows of ${[...new Set(lengths)].join(', ')} cells`);
  check(rows[0]?.kids.every((cell) => cell.role === 'TH') ?? false, '7.5-1', 'no row of headers at the top');
}

/** Returns an attribute of an element, without a slash. */
function attributeOf(dict: PDFDict, key: string): string | undefined {
  const all = get(dict, 'A');
  const value = get(all, key);
  return value === undefined ? undefined : value.toString().replace(/^\//, '');
}

function get(object: PDFObject | undefined, key: string): PDFObject | undefined {
  return object instanceof PDFDict ? object.lookup(PDFName.of(key)) : undefined;
}

function listOf(dict: PDFDict, key: string): PDFObject[] {
  const value = dict.lookup(PDFName.of(key));
  if (value instanceof PDFArray) return value.asArray();
  const one = dict.get(PDFName.of(key));
  return one === undefined ? [] : [one];
}

function nameOf(object: PDFObject | undefined): string {
  return object instanceof PDFName ? object.decodeText() : '';
}

function textOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}
