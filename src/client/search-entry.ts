/** Entry of the index: what search can find, and where it leads. */
export interface SearchEntry {
  /** Address from the top of the site. */
  href: string;
  title: string;
  /** Kind of entry in a few words: `Place: town, Shan (North)`. */
  kind: string;
  /** Every way its name is written, the main one first; none for what has a title but no name. */
  names: string[];
  /** Everything the entry says. */
  text: string;
  /** Factor by which it counts beside other entries. */
  weight: number;
}

/** Address of the index from the top of the site: a list of entries as JSON. */
export const INDEX_FILE = 'search-index.json';
