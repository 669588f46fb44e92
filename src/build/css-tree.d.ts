/** What is used of css-tree, which brings no types of its own. */
declare module 'css-tree' {
  export interface CssNode {
    type: string;
    name: string;
    property: string;
    important: boolean | string;
    prelude: CssNode | null;
    block: CssNode | null;
    value: CssNode;
    children: Iterable<CssNode>;
    loc?: { start: { line: number; offset: number }; end: { offset: number } } | null;
  }

  export function parse(
    text: string,
    options?: { positions?: boolean; onParseError?: (error: Error & { line?: number }) => void },
  ): CssNode;
  export function generate(node: CssNode): string;
  export function walk(tree: CssNode, visit: (node: CssNode) => void): void;
}
