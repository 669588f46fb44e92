/** A link as a list shows it. */
export interface Link {
  /** Address from the top of the site. */
  href: string;
  label: string;
}

/** The entry of a place; its id in addresses is its permanent name, not that of its row. */
export function placeAddress({ slug }: { slug: string }): string {
  return `places.html#place-${slug}`;
}

/** The entry of a group. */
export function actorAddress({ id }: { id: string }): string {
  return `actors.html#actor-${id}`;
}

/** The entry of an event. */
export function eventAddress({ id }: { id: string }): string {
  return `timeline.html#event-${id}`;
}

/** The entry of a term. */
export function termAddress({ id }: { id: string }): string {
  return `glossary.html#term-${id}`;
}

/** The entry of a source. */
export function sourceAddress({ id }: { id: string }): string {
  return `sources.html#source-${id}`;
}

/** The entry of a dataset. */
export function datasetAddress({ id }: { id: string }): string {
  return `datasets.html#dataset-${id}`;
}

/** An entry of the public history. Its id is a whole name: `change-first-edition`. */
export function changeAddress({ id }: { id: string }): string {
  return `changes.html#${id}`;
}

/** The page of one section. */
export function sectionAddress({ id }: { id: string }): string {
  return `s/${id}.html`;
}

/** The page of one figure. */
export function figureAddress({ id }: { id: string }): string {
  return `figures/${id}.html`;
}

/** A figure as a file to keep: its picture, its rows, or both in words. */
export function figureFile({ id }: { id: string }, kind: 'svg' | 'png' | 'csv' | 'json' | 'txt'): string {
  return `figures/${id}.${kind}`;
}

/** A figure and its credit line alone, for a frame on somebody else’s page. */
export function embedAddress({ id }: { id: string }): string {
  return `embed/${id}.html`;
}

/** What programs ask for that show a figure of ours inside a page of theirs. */
export function embedDataAddress({ id }: { id: string }): string {
  return `embed/${id}.json`;
}

/** A dataset as a file to keep. */
export function datasetFile({ id }: { id: string }, kind: 'csv' | 'json'): string {
  return `data/${id}.${kind}`;
}

/** The places with hashtags of the Humanitarian Exchange Language. */
export const PLACES_HXL_FILE = 'data/places-hxl.csv';

/** The description of all datasets for programs. */
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
