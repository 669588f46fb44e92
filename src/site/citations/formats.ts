import { capitalise, MONTHS } from '../../data/format.ts';
import { MAX_MESSAGE } from '../../data/share-texts.ts';
import type { CitationKind } from '../addresses.ts';
import type { CitablePage } from '../citable-pages.ts';
import {
  absoluteAddress,
  citedAuthor,
  citedTitle,
  citedWhole,
  footnote,
  formatDataDate,
  type Edition,
} from './edition.ts';

/** Citation of a work to be read, and copied. */
interface CitedForm {
  id: 'footnote' | 'chat';
  label: string;
  text: string;
}

/** Returns the citations of a work that people read. */
export function citedForms(work: CitablePage, edition: Edition): CitedForm[] {
  return [
    { id: 'footnote', label: 'Footnote', text: footnote(work, edition) },
    { id: 'chat', label: 'Chat message', text: chatMessage(work, edition) },
  ];
}

/** Writers of the files that reference managers read, by the endings of their names. */
export const CITATION_FILES = {
  bib: { label: 'BibTeX', type: 'application/x-bibtex', write: bibtex },
  ris: { label: 'RIS', type: 'application/x-research-info-systems', write: ris },
  'csl.json': { label: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json', write: cslJson },
} satisfies Record<
  CitationKind,
  { label: string; type: string; write: (work: CitablePage, edition: Edition) => string }
>;

/** Characters that TeX would take for commands, written so that they print. */
const ESCAPED: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/**
 * Writes an entry for BibTeX and BibLaTeX. Braces around a name and a title keep their words together and their capitals. Classic
 * styles know no `@online` and set it as `@misc`, which has no fields for date, whole, version and address: hence year, month, note
 * and `howpublished`. As `@misc` the work would be no web page to programs.
 */
export function bibtex(work: CitablePage, edition: Edition): string {
  const { site, modified } = edition;
  const whole = citedWhole(work, edition);
  const url = absoluteAddress(work, edition);
  const note = [whole && `in: “${whole}”`, `version ${site.version}`, formatDataDate(work)].filter(Boolean).join(', ');
  const fields = [
    ['author', `{{${escapeTex(citedAuthor(edition))}}}`],
    ['title', `{{${escapeTex(citedTitle(work))}}}`],
    ['booktitle', whole && `{{${escapeTex(whole)}}}`],
    ['organization', site.publisher && `{${escapeTex(site.publisher)}}`],
    ['date', `{${modified}}`],
    ['year', `{${modified.slice(0, 4)}}`],
    // A word without braces, for which each style has the name of the month.
    ['month', MONTHS[Number(modified.slice(5, 7)) - 1]?.slice(0, 3).toLowerCase()],
    ['note', `{${escapeTex(capitalise(note))}}`],
    ['langid', '{english}'],
    ['howpublished', url && `{${escapeTex(url)}}`],
    // An address is taken as it stands.
    ['url', url && `{${url}}`],
  ].filter(([, value]) => value);
  return [
    `@online{${citationKey(work, edition)},`,
    ...fields.map(([name, value]) => `  ${name} = ${value},`),
    '}',
    '',
  ].join('\n');
}

function escapeTex(text: string): string {
  return text.replace(/[\\~^]|[&%$#_{}]/g, (sign) => ESCAPED[sign] ?? `\\${sign}`);
}

/** Writes a record in RIS: lines end with CR LF as its makers asked, and the type is the one that every program reads as a web page. */
export function ris(work: CitablePage, edition: Edition): string {
  const { site, modified } = edition;
  const fields = [
    ['TY', 'ELEC'],
    ['AU', citedAuthor(edition)],
    ['TI', citedTitle(work)],
    ['T2', citedWhole(work, edition)],
    ['PB', site.publisher],
    ['PY', modified.slice(0, 4)],
    ['DA', `${modified.replaceAll('-', '/')}/`],
    ['ET', site.version],
    ['LA', 'en'],
    ['N1', `Version ${site.version}, ${formatDataDate(work)}`],
    ['UR', absoluteAddress(work, edition)],
  ].filter(([, value]) => value);
  return [...fields.map(([tag, value]) => `${tag}  - ${value}`), 'ER  - ', ''].join('\r\n');
}

/** Writes a record in CSL-JSON, a list of one item, as reference managers import it. Every work is a page of its own, a figure too. */
export function cslJson(work: CitablePage, edition: Edition): string {
  const { site, modified } = edition;
  const item = {
    id: citationKey(work, edition),
    type: 'webpage',
    title: citedTitle(work),
    author: [{ literal: citedAuthor(edition) }],
    'container-title': citedWhole(work, edition) ?? undefined,
    publisher: site.publisher ?? undefined,
    issued: { 'date-parts': [modified.split('-').map(Number)] },
    version: site.version,
    note: capitalise(formatDataDate(work)),
    language: 'en',
    URL: absoluteAddress(work, edition) ?? undefined,
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}

/** Returns the name by which a list of references calls a work: `operation-1027-an-explainer-china`. */
function citationKey({ kind, id }: CitablePage, { site }: Edition): string {
  const name = site.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return kind === 'explainer' ? name : `${name}-${id}`;
}

/**
 * Writes a message for a chat: the finding with its hedge, the day of the data, and the address. Nothing is ever cut:
 * at an address so long that it does not fit, the message names the work and states no finding.
 */
export function chatMessage(work: CitablePage, edition: Edition): string {
  const data = `${capitalise(formatDataDate(work))}.`;
  const address = absoluteAddress(work, edition);
  const message = joinSentences(work.chat, data, address);
  if (message.length <= MAX_MESSAGE) return message;
  const name = work.kind === 'figure' ? `Figure ${work.number}` : `“${citedTitle(work)}”`;
  const whole = citedWhole(work, edition);
  return joinSentences(whole ? `${name} in “${whole}”.` : `${name}.`, data, address);
}

function joinSentences(...parts: (string | null)[]): string {
  return parts.filter(Boolean).join(' ');
}
