import { capitalised } from '../format.ts';
import type { Work } from '../works.ts';
import { absoluteAddress, authorOf, citedTitle, dataWords, wholeOf, type Edition } from './edition.ts';
import { citationKey } from './key.ts';

/** A record in CSL-JSON, a list of one item, as reference managers import it. Every work is a page of its own, a figure too. */
export function cslJson(work: Work, edition: Edition): string {
  const { site, modified } = edition;
  const item = {
    id: citationKey(work, edition),
    type: 'webpage',
    title: citedTitle(work),
    author: [{ literal: authorOf(edition) }],
    'container-title': wholeOf(work, edition) ?? undefined,
    publisher: site.publisher ?? undefined,
    issued: { 'date-parts': [modified.split('-').map(Number)] },
    version: site.version,
    note: capitalised(dataWords(work)),
    language: 'en',
    URL: absoluteAddress(work, edition) ?? undefined,
  };
  return JSON.stringify([item], null, 2);
}
