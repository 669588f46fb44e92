import { describe, expect, it } from 'vitest';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { attributeOf, childrenOf, textContent, type HtmlElement } from '../../src/build/html-tree.ts';
import { textOf } from '../../src/site/editions.ts';
import { SECTION_IDS } from '../unit/kit/content.ts';
import { useBrowser } from './kit/browser.ts';
import { canonicalOf, elementsBuilt, FILES, PAGES, readBuilt } from './kit/dist.ts';
import { withTag } from './kit/words.ts';

const visit = useBrowser();

/** Pages whose texts are made from them; those of figures are made from their rows. */
const WITH_TEXT = ['index.html', ...SECTION_IDS.map((id) => `s/${id}.html`)];

it.each(PAGES)('%s names its plain text, if it has one', (file) => {
  const named = elementsBuilt(file).filter((element) => attributeOf(element, 'type') === 'text/plain');
  const text = textOf(file);
  expect(named.map((link) => [attributeOf(link, 'rel'), attributeOf(link, 'href')])).toEqual(
    text === null ? [] : [['alternate', `${file.includes('/') ? '../' : ''}${text}`]],
  );
  if (text !== null) expect(FILES).toContain(text);
});

describe.each(WITH_TEXT)('the plain text of %s', (file) => {
  const text = readBuilt(textOf(file)!);
  const tree = unified().use(remarkParse).use(remarkGfm).parse(text);
  const said = letters(
    nodesIn(tree)
      .map((node) => (node.type === 'text' ? node.value : ''))
      .join(''),
  );
  const [main] = elementsBuilt(file).filter(({ tagName }) => tagName === 'main');
  // The whole says how many sources a note has besides; in a section all of them stand.
  const isOut = file === 'index.html' ? isFolded : isSummary;
  const toRead = readableElements(main!, isOut);

  it('says every sentence, row and note of the page', () => {
    const blocks = toRead.filter(({ tagName }) => /^(?:p|li|th|td|h[2-6])$/.test(tagName));
    expect(blocks.length).toBeGreaterThan(10);
    expect(blocks.map((block) => letters(wordsOf(block, isOut))).filter((words) => !said.includes(words))).toEqual([]);
  });

  it('says of each picture what it shows', () => {
    const shown = toRead
      .filter((element) => attributeOf(element, 'role') === 'img')
      .flatMap((drawing) => attributeOf(drawing, 'aria-label') ?? []);
    expect(shown.filter((words) => !text.includes(words))).toEqual([]);
  });

  it('has each note that a sentence refers to, once', () => {
    const [numbers, notes] = ['footnoteReference', 'footnoteDefinition'].map((type) =>
      nodesIn(tree).flatMap((node) => (node.type === type && 'label' in node ? node.label : [])),
    );
    expect(notes).toEqual([...new Set(numbers)]);
  });

  it('leads only to what is there, by whole addresses where the site has one', () => {
    const site = canonicalOf('index.html');
    const base = new URL(textOf(file)!, site ?? 'https://no.site/');
    const addresses = nodesIn(tree).flatMap((node) => ('url' in node ? node.url : []));
    expect(addresses.length).toBeGreaterThan(0);
    if (site !== undefined) expect(addresses.filter((address) => !/^https?:\/\//.test(address))).toEqual([]);
    const here = addresses.map((address) => new URL(address, base)).filter(({ origin }) => origin === base.origin);
    const lost = here.filter(({ pathname }) => !FILES.includes(pathname.slice(1) || 'index.html'));
    expect(lost.map(({ href }) => href)).toEqual([]);
  });

  it('is words: no tag, no sign of escape, no line that only a program reads', () => {
    expect(text.match(/<\/?[a-z][^>]*>|\\[^|]|&[a-z]+;|undefined|\[object/g) ?? []).toEqual([]);
  });
});

it.each([
  ['text.html', true, 'explainer.txt'],
  ['text.html#china', true, 's/china.txt'],
  ['text.html#map', true, 'figures/map.txt'],
  ['t/china.html', true, 's/china.txt'],
  ['t/china.html', false, 's/china.txt'],
])('%s, which had the words alone, leads to them (scripts: %s)', async (old, javaScriptEnabled, file) => {
  const shown = await visit(old, { javaScriptEnabled }, async (page) => {
    await page.waitForURL(/\.txt(?:#|$)/);
    return page.locator('body').innerText();
  });
  expect(shown.trim()).toBe(readBuilt(file).trim());
});

/** Says of an element in a note whether the text leaves it out. */
type InNote = (element: HtmlElement) => boolean;

const isSummary: InNote = ({ tagName }) => tagName === 'summary';
const isFolded: InNote = ({ tagName, parentNode }) =>
  tagName !== 'summary' && (parentNode as HtmlElement).tagName === 'details';

/** Lists the elements of a page that are to be read, without those that lead around the site, are hidden or stand in other files. */
function readableElements(parent: HtmlElement, isOut: InNote): HtmlElement[] {
  return childrenOf(parent).flatMap((child) =>
    'tagName' in child && !isLeftOut(child, isOut) ? [child, ...readableElements(child, isOut)] : [],
  );
}

function isLeftOut(element: HtmlElement, isOut: InNote): boolean {
  const has = (name: string, value: string) => attributeOf(element, name) === value;
  const isLabel = element.tagName === 'summary' && withTag(element.parentNode as HtmlElement, 'caption').length > 0;
  const isSign = element.tagName === 'a' && /^(?:#|\d+)$/.test(textContent(element).trim());
  return (
    isLabel ||
    isSign ||
    (isInNote(element) && isOut(element)) ||
    ['nav', 'script', 'form', 'button'].includes(element.tagName) ||
    attributeOf(element, 'hidden') !== undefined ||
    has('aria-hidden', 'true') ||
    has('data-mdast', 'ignore')
  );
}

function isInNote({ parentNode }: HtmlElement): boolean {
  if (!parentNode || !('tagName' in parentNode)) return false;
  return /^n-/.test(attributeOf(parentNode, 'id') ?? '') || isInNote(parentNode);
}

/** Returns the words of an element that are to be read. */
function wordsOf(element: HtmlElement, isOut: InNote): string {
  return childrenOf(element)
    .map((child) =>
      'value' in child ? child.value : 'tagName' in child && !isLeftOut(child, isOut) ? wordsOf(child, isOut) : '',
    )
    .join('');
}

/** Lists the nodes of a text, in their order. */
function nodesIn(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesIn) : [])];
}

/** Removes spaces, which pages and texts set differently. */
function letters(text: string): string {
  return text.replace(/\s+/g, '');
}
