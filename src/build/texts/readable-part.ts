import type { Element, ElementContent, Properties } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import type { HtmlElement } from '../html-tree.ts';

/** Name of the element that stands for the number of a note in a sentence; its `label` names the note. */
export const NOTE_NUMBER = 'note-number';

/** Name of the element that holds a note. */
export const NOTE = 'note';

/** What differs from text to text. */
export interface TextOptions {
  /**
   * Whether what is folded in the page stands where it is; else a note says how much it folds, and tables stand at the end, out of the
   * way of whoever hears the text.
   */
  isUnfolded: boolean;
  /** Returns the address for one that stands in the page. */
  addressOf: (href: string) => string;
  /** Returns the address of the picture of a figure; null if it is not to be had as a file. */
  pictureOf: (figure: string) => string | null;
}

/** Elements that lead around the site, ask for something, or are for programs. */
const NOT_TO_READ = new Set(['nav', 'form', 'button', 'input', 'script', 'style', 'template']);

/** Place in the page: the numbers of its notes by their ids, the figure or note around it, and the text alternatives given so far. */
interface Place extends TextOptions {
  notes: ReadonlyMap<string, number>;
  figure?: string;
  isInNote?: boolean;
  /** Folded tables, each under its caption. */
  tables: ElementContent[];
  seen: Set<string>;
}

/**
 * Returns the part of a page that is to be read, as the converter takes it: without what is hidden, marked `data-mdast="ignore"`, leads
 * around the site or waits for other files. A drawing is its text alternative, a caption stands before its table, and the number of a
 * note and the note are elements of their own.
 */
export function readablePart(main: HtmlElement, options: TextOptions): Element {
  const tree = fromParse5(main) as Element;
  // From one on through the text: a page may count anew in each part of it.
  const ids = new Set(elementsOf(tree).filter(isNoteNumber).map(targetOf));
  const notes = new Map([...ids].map((id, index) => [id, index + 1]));
  const tables: ElementContent[] = [];
  const children = readableChildren(tree, { ...options, notes, seen: new Set(), tables });
  const end = tables.length > 0 ? [make('h2', [text('Tables of the figures')]), ...tables] : [];
  return { ...tree, children: [...children, ...end] };
}

function readableChildren(parent: Element, place: Place): ElementContent[] {
  return parent.children.flatMap((child) => (child.type === 'element' ? readable(child, place) : [child]));
}

function readable(element: Element, place: Place): ElementContent[] {
  const { tagName } = element;
  if (isLeftOut(element)) return [];
  if (isNoteNumber(element)) return [make(NOTE_NUMBER, [], { label: String(place.notes.get(targetOf(element))) })];
  if (tagName === 'svg' || isPicture(element)) return picture(element, place);
  const id = propertyOf(element, 'id');
  const note = place.notes.get(id);
  const children = readableChildren(element, {
    ...place,
    ...(tagName === 'figure' && { figure: id }),
    ...(note !== undefined && { isInNote: true }),
  });
  if (note !== undefined)
    return [make(NOTE, place.isUnfolded ? children : [inOneLine(children)], { label: String(note) })];
  // A list of notes is none: each of them stands by itself.
  if (children.some((child) => 'tagName' in child && child.tagName === NOTE)) return children;
  if (tagName === 'a') return link(element, children, place);
  if (tagName === 'table') return [...boldly(captionOf(element)), { ...element, children }];
  if (tagName === 'td' || tagName === 'th') return [{ ...element, children: parted(children) }];
  if (tagName === 'details') return unfolded(element, children, place);
  return [{ ...element, children }];
}

function isLeftOut(element: Element): boolean {
  const { tagName, properties } = element;
  return (
    NOT_TO_READ.has(tagName) ||
    properties['hidden'] === true ||
    properties['dataLate'] !== undefined ||
    propertyOf(element, 'ariaHidden') === 'true' ||
    // The converter leaves these out too, but a note in them would be one that nothing refers to.
    propertyOf(element, 'dataMdast') === 'ignore' ||
    // A sign that leads to where it stands, or back.
    (tagName === 'a' && /^(?:#|\d*)$/.test(textOf(element).trim()) && !isNoteNumber(element))
  );
}

function isPicture(element: Element): boolean {
  return propertyOf(element, 'role') === 'img';
}

/** Returns the text alternative of a drawing, once where the same is drawn for several widths. */
function picture(element: Element, { figure, seen, pictureOf }: Place): ElementContent[] {
  const alt = propertyOf(element, 'ariaLabel');
  const key = `${figure ?? ''} ${alt}`;
  if (!isPicture(element) || alt === '' || seen.has(key)) return [];
  seen.add(key);
  const src = figure === undefined ? null : pictureOf(figure);
  const words = src === null ? make('em', [text(`Picture: ${alt}`)]) : make('img', [], { src, alt });
  return [make('p', [words])];
}

/** Keeps a link, but for one to a definition or to the entry of a number: what they say stands in the note. */
function link(element: Element, children: ElementContent[], { addressOf }: Place): ElementContent[] {
  const href = propertyOf(element, 'href');
  return href === '' || /#(?:term|number)-/.test(href) ? children : [make('a', children, { href: addressOf(href) })];
}

/** Joins short paragraphs, and words that stand in none. */
function inOneLine(parts: readonly ElementContent[]): Element {
  const isBlock = (part: ElementContent) => 'tagName' in part && ['p', 'summary'].includes(part.tagName);
  return make(
    'p',
    parts.flatMap((part) => ('children' in part && isBlock(part) ? [...part.children, text(' ')] : [part])),
  );
}

/** Sets the parts of a cell apart by spaces: in the page styles set them on lines of their own. */
function parted(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child) => ('tagName' in child && child.tagName === 'span' ? [text(' '), child] : [child]));
}

function boldly(words: string): ElementContent[] {
  return words === '' ? [] : [make('p', [make('strong', [text(words)])])];
}

/** Returns the caption of the first table inside, which tables of Markdown do not have; empty if there is none. */
function captionOf(element: Element): string {
  const caption = elementsOf(element).find(({ tagName }) => tagName === 'caption');
  return caption ? textOf(caption).trim() : '';
}

/** Opens what is folded. The words to tap on stay where nothing else says what follows, or where nothing follows. */
function unfolded(details: Element, children: ElementContent[], place: Place): ElementContent[] {
  const isSummary = (child: ElementContent) => 'tagName' in child && child.tagName === 'summary';
  const content = children.filter((child) => !isSummary(child));
  const caption = captionOf(details);
  if (place.isInNote) return place.isUnfolded ? content : children.filter(isSummary);
  if (caption === '') return children;
  if (place.isUnfolded) return content;
  const table = content.findIndex((child) => 'tagName' in child && child.tagName === 'table');
  place.tables.push(make('h3', [text(caption)]), ...content.slice(table));
  const before = content.slice(0, table).filter((child) => textOf(child).trim() !== caption);
  return [...before, make('p', [make('em', [text(`In the tables at the end: ${caption}`)])])];
}

function isNoteNumber(element: Element): boolean {
  return propertyOf(element, 'role') === 'doc-noteref';
}

/** Returns the id that a link within the page leads to. */
function targetOf(element: Element): string {
  return propertyOf(element, 'href').slice(1);
}

function propertyOf({ properties }: Element, name: string): string {
  return String(properties[name] ?? '');
}

function elementsOf(parent: Element): Element[] {
  return parent.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsOf(child)] : []));
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

function make(tagName: string, children: ElementContent[], properties: Properties = {}): Element {
  return { type: 'element', tagName, properties, children };
}
