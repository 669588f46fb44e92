/** Link in a list. */
export interface Link {
  /** Address from the top of the site. */
  href: string;
  label: string;
}

/** Page on which every group, place and term is looked up. */
export const NAMES_PAGE = 'names.html';

/** Returns the address of a place's entry; it ends in the permanent name of the place, not in the id of its row. */
export function placeAddress({ slug }: { slug: string }): string {
  return `${NAMES_PAGE}#place-${slug}`;
}

/** Returns the address of a group's entry. */
export function actorAddress({ id }: { id: string }): string {
  return `${NAMES_PAGE}#actor-${id}`;
}

/** Returns the address of an event's entry. */
export function eventAddress({ id }: { id: string }): string {
  return `timeline.html#event-${id}`;
}

/** Page on which every number of the text stands with what can be printed of it. */
export const NUMBERS_PAGE = 'numbers.html';

/** Returns the address of the entry of a number, or of something else often put wrongly, by the id of its line. */
export function numberAddress({ id }: { id: string }): string {
  return `${NUMBERS_PAGE}#number-${id}`;
}

/** Returns the address of the page that a number has to itself, if it is often quoted; in small letters, as all names of files are. */
export function numberPageAddress({ id }: { id: string }): string {
  return `n/${id.toLowerCase()}.html`;
}

/** Page with every claim of the first report. */
export const CLAIMS_PAGE = 'claims.html';

/** Returns the address of a claim's entry. Its id is a whole name: `claim-12`. */
export function claimAddress({ id }: { id: string }): string {
  return `${CLAIMS_PAGE}#${id}`;
}

/** Returns the address of a term's entry. */
export function termAddress({ id }: { id: string }): string {
  return `${NAMES_PAGE}#term-${id}`;
}

/** Returns the address of a source's entry. */
export function sourceAddress({ id }: { id: string }): string {
  return `sources.html#source-${id}`;
}

/** Returns the address of a dataset's entry. */
export function datasetAddress({ id }: { id: string }): string {
  return `datasets.html#dataset-${id}`;
}

/** Returns the address of an entry of the public history. Its id is a whole name: `change-first-edition`. */
export function changeAddress({ id }: { id: string }): string {
  return `changes.html#${id}`;
}

/** Returns the address of a section's page. */
export function sectionAddress({ id }: { id: string }): string {
  return `s/${id}.html`;
}

/** Returns the page on which a section's story, or its record, stands: the explainer has all stories and no record. */
export function prosePage({ section, series }: { section: string; series: string }): string {
  return series === section ? 'index.html' : sectionAddress({ id: section });
}

/** Returns the link to a note, named by its text and its number: `china record note 3`. */
export function noteLink(text: { section: string; series: string }, n: number): Link {
  return {
    href: `${prosePage(text)}#n-${text.series}-${n}`,
    label: `${text.series.replaceAll('-', ' ')} note ${n}`,
  };
}

/** Returns the address of a figure's page. */
export function figureAddress({ id }: { id: string }): string {
  return `figures/${id}.html`;
}

/** Returns the address of a row of a figure: on the explainer, but for the lead picture, whose rows stand on its own page. */
export function figureRowAddress(figure: { id: string; lead: boolean }, row: string): string {
  return `${figure.lead ? figureAddress(figure) : 'index.html'}#${figure.id}-${row}`;
}

/** Folder of the briefs of single days. */
export const DAYS_FOLDER = 'then/';

/** Returns the address of the brief of a day. */
export function dayAddress({ id }: { id: string }): string {
  return `${DAYS_FOLDER}${id}.html`;
}

/** Returns the address of a figure as a file to keep: its picture, its rows, or both in words. */
export function figureFile({ id }: { id: string }, kind: 'svg' | 'png' | 'csv' | 'json' | 'txt'): string {
  return `figures/${id}.${kind}`;
}

/** Ending of a file that reference managers read. */
export type CitationKind = 'bib' | 'ris' | 'csl.json';

/** Returns the address of a work’s citation as a file, beside its page: `s/china.bib`. That of the whole is called as its plain text is. */
export function citationFile({ address }: { address: string }, kind: CitationKind): string {
  return `${address === 'index.html' ? 'explainer' : address.replace(/\.html$/, '')}.${kind}`;
}

/** Returns the address of the picture for a slide of a section or a figure, beside its page: `s/china.png`. */
export function slideFile({ address }: { address: string }): string {
  return address.replace(/\.html$/, '.png');
}

/** Returns the address of a figure with its credit line alone, for a frame on somebody else’s page. */
export function embedAddress({ id }: { id: string }): string {
  return `embed/${id}.html`;
}

/** Returns the address of the oEmbed answer, which programs ask for that show a figure of ours inside a page of theirs. */
export function embedDataAddress({ id }: { id: string }): string {
  return `embed/${id}.json`;
}

/** Returns the address of a dataset as a file to keep. */
export function datasetFile({ id }: { id: string }, kind: 'csv' | 'json'): string {
  return `data/${id}.${kind}`;
}

/** Address of the one page that may load something: the index of the search, from this very site. */
export const SEARCH_PAGE = 'search.html';

/** What has changed, as an Atom feed. */
export const FEED_FILE = 'feed.xml';

/** Places with hashtags of the Humanitarian Exchange Language. */
export const PLACES_HXL_FILE = 'data/places-hxl.csv';

/** Media type of a workbook for spreadsheets. */
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Returns the address of all datasets as one workbook: `data/operation-1027.xlsx`. */
export function workbookFile({ name }: { name: string }): string {
  return `data/${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.xlsx`;
}

/** Description of all datasets for programs. */
export const DATA_PACKAGE_FILE = 'data/datapackage.json';

/** Returns an address as paper shows it, without its scheme and the slash at its end; null where there is none. */
export function shortAddress(address: URL | string): string;
export function shortAddress(address: URL | string | undefined | null): string | null;
export function shortAddress(address: URL | string | undefined | null): string | null {
  return address
    ? String(address)
        .replace(/^https?:\/\//, '')
        .replace(/\/$/, '')
    : null;
}
