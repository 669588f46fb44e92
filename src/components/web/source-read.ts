import type { Source } from '../../data/schemas/source.ts';

/** What was read of a source, in words. */
export const READ: Record<Source['read'], string> = {
  opening: 'a stored copy, as a rule its opening part',
  copy: 'a stored copy of the page',
  republication: 'a republication of the full text',
  summary: 'a summary or relay of it, not the document itself',
  data: 'its data table',
};
