import { generate, type CssNode } from 'css-tree';

/** What selectors can ask of an element. */
export interface Asked {
  tag: string;
  id?: string | undefined;
  classes: readonly string[];
  parent: Asked | null;
}

/** `unsure` where it hangs on a form of selector that is not known here. */
export type Answer = 'yes' | 'no' | 'unsure';

/** A selector that can be put to elements. */
export interface Selector {
  text: string;
  /** Ids, then classes, then types, as one number that compares as they do. */
  weight: number;
  ask: (element: Asked) => Answer;
}

interface Compound {
  parts: CssNode[];
  /** How it stands to the compound before it. */
  joint: string;
}

/** States that a reader brings about and a picture is never in, and boxes that no drawing has. */
const NEVER = new Set([
  'hover',
  'focus',
  'focus-visible',
  'focus-within',
  'active',
  'target',
  'checked',
  'visited',
  'before',
  'after',
  'marker',
  'placeholder',
]);
const WEIGHTS: Record<string, number> = {
  IdSelector: 10_000,
  ClassSelector: 100,
  PseudoClassSelector: 100,
  AttributeSelector: 100,
  TypeSelector: 1,
  PseudoElementSelector: 1,
};

/** Makes a selector of its parsed form. */
export function selectorOf(node: CssNode): Selector {
  const compounds: Compound[] = [{ parts: [], joint: '' }];
  for (const part of node.children) {
    if (part.type === 'Combinator') compounds.push({ parts: [], joint: part.name });
    else compounds.at(-1)?.parts.push(part);
  }
  const weight = compounds
    .flatMap(({ parts }) => parts)
    .reduce((sum, part) => sum + (part.name === '*' ? 0 : (WEIGHTS[part.type] ?? 0)), 0);
  return { text: generate(node), weight, ask: (element) => askFrom(compounds, compounds.length - 1, element) };
}

/** Whether the element answers the compound of this number, and its ancestors those before it. */
function askFrom(compounds: Compound[], index: number, element: Asked): Answer {
  const { parts, joint } = compounds[index] as Compound;
  const here = all(parts.map((part) => askPart(part, element)));
  if (here === 'no' || index === 0) return here;
  const before = (other: Asked) => askFrom(compounds, index - 1, other);
  const { parent } = element;
  if (joint === '>') return parent ? all([here, before(parent)]) : 'no';
  if (joint === ' ') return all([here, any(ancestors(element).map(before))]);
  // Of brothers nothing is known here: what stands before the joint must hold somewhere around for it to matter.
  return 'unsure';
}

function askPart(part: CssNode, element: Asked): Answer {
  const { type, name } = part;
  if (type === 'TypeSelector') return answer(name === '*' || name.toLowerCase() === element.tag.toLowerCase());
  if (type === 'ClassSelector') return answer(element.classes.includes(name));
  if (type === 'IdSelector') return answer(element.id === name);
  if (type === 'PseudoClassSelector' && name === 'root') return answer(element.parent === null);
  if (type.startsWith('Pseudo') && NEVER.has(name)) return 'no';
  return 'unsure';
}

function ancestors({ parent }: Asked): Asked[] {
  return parent ? [parent, ...ancestors(parent)] : [];
}

function answer(holds: boolean): Answer {
  return holds ? 'yes' : 'no';
}

function all(answers: Answer[]): Answer {
  if (answers.includes('no')) return 'no';
  return answers.includes('unsure') ? 'unsure' : 'yes';
}

function any(answers: Answer[]): Answer {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unsure') ? 'unsure' : 'no';
}
