import type { Node, Parent, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { splitIds } from '../ids.ts';

/** A component or HTML tag in prose. */
export type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** Every node of the tree, in reading order. */
export function nodesOf(node: Node): Node[] {
  return [node, ...((node as Partial<Parent>).children ?? []).flatMap(nodesOf)];
}

/** Every component and HTML tag, in reading order. */
export function elementsOf(body: Root): Element[] {
  return nodesOf(body).filter(
    (node): node is Element => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement',
  );
}

/** An attribute's text; `null` where it is absent or holds no plain text. */
export function textOf(element: Element, name: string): string | null {
  const attribute = element.attributes.find((item) => item.type === 'mdxJsxAttribute' && item.name === name);
  return typeof attribute?.value === 'string' ? attribute.value : null;
}

/** Whether the attribute is there, with or without a value. */
export function hasAttribute(element: Element, name: string): boolean {
  return element.attributes.some((item) => item.type === 'mdxJsxAttribute' && item.name === name);
}

/** Ids separated by spaces. */
export function idsIn(element: Element, name: string): string[] {
  return splitIds(textOf(element, name) ?? '');
}

/** The line a node begins on. */
export function lineOf(node: Node): number {
  return node.position?.start.line ?? 1;
}
