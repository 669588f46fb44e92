/** What an attribute may be: one id, several, words, a switch without a value, or one of a few words. */
export type AttributeKind = 'id' | 'ids' | 'text' | 'switch' | readonly string[];

/** Every component that prose may use, and what its attributes may be. The same names stand in `src/components/mdx-components.ts`. */
const TABLE = {
  Actors: {},
  Assessments: { leaning: ['for', 'against', 'looking-back'] },
  Brief: {},
  Casualties: {},
  Cite: { ids: 'ids' },
  ClaimCheck: {},
  Colophon: {},
  Datasets: {},
  Events: { ids: 'ids' },
  Figure: { id: 'id' },
  KeyNumbers: {},
  Num: { id: 'id', form: ['full', 'bare'], weak: 'switch', unit: 'switch' },
  Places: { ids: 'ids', caption: 'text', folded: 'switch' },
  Safe: { ok: 'switch' },
  Said: { id: 'id', words: 'text' },
  Term: { id: 'id' },
} as const satisfies Record<string, Record<string, AttributeKind>>;

/** Has a meaning when it is left out: a number stands in full. */
const OPTIONAL = ['form'];

/** Components that prose may use. */
export const COMPONENTS = Object.keys(TABLE);

/** The attributes of each component, by name. */
export const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, AttributeKind>>>> = TABLE;

/** Attributes that must be there: all but switches and what has a meaning when left out. */
export const REQUIRED: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries<Record<string, AttributeKind>>(TABLE).map(([name, attributes]) => [
    name,
    Object.keys(attributes).filter((attribute) => attributes[attribute] !== 'switch' && !OPTIONAL.includes(attribute)),
  ]),
);
