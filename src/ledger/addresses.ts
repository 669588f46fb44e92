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
