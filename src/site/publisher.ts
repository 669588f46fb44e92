import type { SiteCard } from '../data/schemas/site.ts';

/** Returns the publisher as running text names it; where nobody has taken the site on, those who wrote it. */
export function publisherName({ publisher }: Pick<SiteCard, 'publisher'>): string {
  return publisher ?? 'contributors to this explainer';
}
