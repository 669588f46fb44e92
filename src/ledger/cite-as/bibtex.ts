import { capitalised } from '../format.ts';
import type { Work } from '../works.ts';
import { absoluteAddress, authorOf, citedTitle, dataWords, wholeOf, type Edition } from './edition.ts';
import { citationKey } from './key.ts';

/** What TeX would take for a command, written so that it prints. */
const ESCAPED: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** An entry for BibTeX and BibLaTeX. Braces around a name and a title keep their words together and their capitals. */
export function bibtex(work: Work, edition: Edition): string {
  const { site, modified } = edition;
  const whole = wholeOf(work, edition);
  const data = dataWords(work);
  const fields = [
    ['author', `{${escapeTex(authorOf(edition))}}`],
    ['title', `{${escapeTex(citedTitle(work))}}`],
    ['organization', site.publisher && escapeTex(site.publisher)],
    ['date', modified],
    ['version', site.version],
    ['note', escapeTex(whole ? `In: “${whole}”, ${data}` : capitalised(data))],
    ['langid', 'english'],
    // An address is taken as it stands.
    ['url', absoluteAddress(work, edition)],
  ].filter(([, value]) => value);
  return [
    `@online{${citationKey(work, edition)},`,
    ...fields.map(([name, value]) => `  ${name} = {${value}},`),
    '}',
  ].join('\n');
}

function escapeTex(text: string): string {
  return text.replace(/[\\~^]|[&%$#_{}]/g, (sign) => ESCAPED[sign] ?? `\\${sign}`);
}
