import type { Parent } from 'unist';
import { attribute, isJsx } from '../../data/notes.ts';

/** Remark plugin: tells each dated map of a text which ones stand before it, so that it can show what is new since. */
export function remarkSteps() {
  return (tree: Parent): void => {
    const earlier: string[] = [];
    for (const node of stepMaps(tree)) {
      node.attributes.push({ type: 'mdxJsxAttribute', name: 'earlier', value: earlier.join(';') });
      earlier.push(`${attribute(node, 'day')} ${attribute(node, 'names')}`);
    }
  };
}

type Jsx = Parameters<typeof attribute>[0];

function stepMaps(parent: Parent): Jsx[] {
  return parent.children.flatMap((node) => {
    if (isJsx(node) && node.name === 'StepMap') return [node];
    return 'children' in node ? stepMaps(node as Parent) : [];
  });
}
