import { parse, type DefaultTreeAdapterTypes } from 'parse5';

export type HtmlDocument = DefaultTreeAdapterTypes.Document;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
type HtmlNode = DefaultTreeAdapterTypes.Node;

/** Parses a page as a browser does, keeping where in the text each element stands. */
export function parsePage(html: string): HtmlDocument {
  return parse(html, { sourceCodeLocationInfo: true });
}

/** Yields every element of a page or of a part of it, in the order of the text. */
export function* elementsOf(node: HtmlNode): Generator<HtmlElement> {
  // A list of what waits, since one generator inside another for each depth takes its time on a long page.
  const waiting = childrenOf(node).toReversed();
  for (let child = waiting.pop(); child; child = waiting.pop()) {
    if ('tagName' in child) yield child;
    for (const inner of childrenOf(child).toReversed()) waiting.push(inner);
  }
}

/** Returns the value of an attribute, or `undefined`. Namespaced ones go by their full name, such as `xlink:href`. */
export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find(
    (attribute) => (attribute.prefix ? `${attribute.prefix}:${attribute.name}` : attribute.name) === name,
  )?.value;
}

/** Returns all text inside a node, as `textContent` in a browser does. */
export function textContent(node: HtmlNode): string {
  return 'value' in node ? node.value : childrenOf(node).map(textContent).join('');
}

/** Returns the nodes directly inside a node; for a `<template>` those of its content. */
export function childrenOf(node: HtmlNode): HtmlNode[] {
  if ('content' in node) return node.content.childNodes;
  return 'childNodes' in node ? node.childNodes : [];
}
