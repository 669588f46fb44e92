import { z } from 'astro/zod';
import { id, idList, latinName, optionalWords, phraseList, words } from './fields.ts';

/** Glossary term. */
export const term = z.strictObject({
  id,
  term: latinName,
  /** The name written out, or other names; blank if there is none. */
  expansion: optionalWords,
  /** One sentence a newcomer understands. */
  definition: words,
  /** Other forms that mean the same, for search. */
  forms: phraseList,
  source_ids: idList,
  note: optionalWords,
});

/** Checked row of a glossary term. */
export type Term = z.infer<typeof term>;
