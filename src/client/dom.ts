/** Returns the element with an id. */
export function byId(id: string): HTMLElement | null {
  return document.getElementById(id);
}

/** Returns the first element that matches. */
export function first<E extends Element = HTMLElement>(root: ParentNode, selector: string): E | null {
  return root.querySelector<E>(selector);
}

/** Returns all elements that match. */
export function all<E extends Element = HTMLElement>(selector: string, root: ParentNode = document): E[] {
  return [...root.querySelectorAll<E>(selector)];
}

/** Makes an element with attributes and what is inside it. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string>,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name] as string);
  element.append(...inside);
  return element;
}

/** Returns the words of a node, runs of spaces as one. */
export function wordsOf(node: Node): string {
  return (node.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Copies what is inside an element. */
export function copyOf(element: Node): ChildNode[] {
  return [...element.cloneNode(true).childNodes];
}
