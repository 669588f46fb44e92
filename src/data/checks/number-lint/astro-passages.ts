import { parse } from '@astrojs/compiler-rs';
import { append, newPassage, type Passage } from './passages.ts';
import { COMPONENT, REFERENCE } from './vocabulary.ts';

/** A node of Astro's own syntax tree; only what is used here. */
interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

/** Attributes whose words a reader sees or hears. */
const SPOKEN = new Set([
  'aria-label',
  'title',
  'alt',
  'content',
  'placeholder',
  'label',
  'caption',
  'summary',
  'description',
]);
const SILENT = new Set(['style', 'script', 'code', 'pre']);
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'cite',
  'em',
  'i',
  'q',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'tspan',
  'Fragment',
]);
const FRONT_MATTER = '---\n';

/** The reader text of an Astro component: its text, its spoken attributes, and strings in its code that read like a sentence. */
export function astroPassages(source: string): Passage[] {
  return passagesOf(parse(source).ast as Node, source, 0);
}

/** The strings of a TypeScript file that read like a sentence. */
export function codePassages(source: string): Passage[] {
  // Astro's parser reads TypeScript as a component's front matter.
  const component = `${FRONT_MATTER}${source}\n---\n`;
  return passagesOf(parse(component).ast as Node, component, 1);
}

function passagesOf(root: Node, source: string, linesAbove: number): Passage[] {
  const found: Passage[] = [];
  const lineAt = (offset: number) => (source.slice(0, offset).match(/\n/g)?.length ?? 0) + 1 - linesAbove;
  const add = (passage: Passage, text: string, node: Node) => append(passage, text, text, lineAt(node.start));

  const flow = (node: Node, passage: Passage): void => {
    if (node.type === 'JSXText') return add(passage, plain(String(node['value'])), node);
    if (node.type === 'JSXExpressionContainer') add(passage, REFERENCE, node);
    const name = nameOf(node);
    if (name !== null && SILENT.has(name)) return;
    if (name !== null && !INLINE.has(name)) {
      add(passage, /^[A-Z]/.test(name) ? COMPONENT : '\n', node);
      return visit(node);
    }
    for (const child of childrenOf(node)) {
      if (node.type.startsWith('JSX') && child.type.startsWith('JSX') && child.type !== 'JSXOpeningElement')
        flow(child, passage);
      else visit(child);
    }
  };

  const visit = (node: Node): void => {
    if (node.type === 'ImportDeclaration' || node.type.startsWith('TS') || isForDevelopers(node)) return;
    const name = nameOf(node);
    if (name !== null && SILENT.has(name)) return;
    if (node.type === 'JSXAttribute') return attribute(node);
    if (isText(node) && looksLikeReaderText(textOf(node))) {
      const passage = newPassage();
      add(passage, textOf(node), node);
      found.push(passage);
    }
    const children = childrenOf(node);
    if (children.some((child) => child.type === 'JSXText')) {
      const passage = newPassage();
      for (const child of children) {
        if (child.type.startsWith('JSX') && !/^JSX(Opening|Closing)/.test(child.type)) flow(child, passage);
        else visit(child);
      }
      found.push(passage);
    } else {
      children.forEach(visit);
    }
  };

  const attribute = (node: Node): void => {
    const value = node['value'] as Node | null;
    if (value?.type !== 'Literal') return value ? visit(value) : undefined;
    const name = String((node['name'] as Node)['name']);
    // `width=device-width, initial-scale=1` is for browsers.
    if (!SPOKEN.has(name) || (name === 'content' && !/^[^=;]*\s[^=;]*$/.test(String(value['value'])))) return;
    const passage = newPassage(name);
    add(passage, plain(String(value['value'])), value);
    found.push(passage);
  };

  visit(root);
  return found;
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter(
      (value): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string',
    );
}

function nameOf(node: Node): string | null {
  if (node.type !== 'JSXElement') return null;
  const { name } = (node['openingElement'] as Node)['name'] as Node;
  return typeof name === 'string' ? name : 'Component';
}

/** Messages of errors and of the console are for whoever builds the site. */
function isForDevelopers(node: Node): boolean {
  if (node.type === 'ThrowStatement') return true;
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false;
  const callee = node['callee'] as Node;
  return (
    /Error$/.test(String(callee['name'])) || String((callee['object'] as Node | undefined)?.['name']) === 'console'
  );
}

function isText(node: Node): boolean {
  return (node.type === 'Literal' && typeof node['value'] === 'string') || node.type === 'TemplateLiteral';
}

function textOf(node: Node): string {
  if (node.type === 'Literal') return String(node['value']);
  return (node['quasis'] as Node[]).map((part) => (part['value'] as { cooked: string }).cooked).join(REFERENCE);
}

/** Two neighbouring words, or a number with a word, and no mark-up: not a class list, a path, a selector or a style. */
function looksLikeReaderText(text: string): boolean {
  return (
    /\s/.test(text) &&
    !/[<>={};@]|\w:\S|\d(?:rem|em|px|ms)\b|--/.test(text) &&
    /(?:^|[\s“(])\p{L}{2,}[,.]?\s+(?:\p{L}{2,}|\p{N})|\p{N}\s+\p{L}{3,}/u.test(text)
  );
}

/** Spaces for character references, so that the digits in `&#160;` do not count. */
function plain(text: string): string {
  return text.replace(/&(?:#?\w+);/g, (reference) => (reference === '&ndash;' ? '–' : ' ').padEnd(reference.length));
}
