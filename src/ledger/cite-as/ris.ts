import type { Work } from '../works.ts';
import { absoluteAddress, authorOf, citedTitle, dataWords, wholeOf, type Edition } from './edition.ts';

/** A record in RIS: lines end as its makers asked, and the type is the one that every program reads as a web page. */
export function ris(work: Work, edition: Edition): string {
  const { site, modified } = edition;
  const fields = [
    ['TY', 'ELEC'],
    ['AU', authorOf(edition)],
    ['TI', citedTitle(work)],
    ['T2', wholeOf(work, edition)],
    ['PB', site.publisher],
    ['PY', modified.slice(0, 4)],
    ['DA', `${modified.replaceAll('-', '/')}/`],
    ['ET', site.version],
    ['LA', 'en'],
    ['N1', `Version ${site.version}, ${dataWords(work)}`],
    ['UR', absoluteAddress(work, edition)],
  ].filter(([, value]) => value);
  return [...fields.map(([tag, value]) => `${tag}  - ${value}`), 'ER  - ', ''].join('\r\n');
}
