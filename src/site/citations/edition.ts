import { formatDate } from '../../data/format.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { SiteCard } from '../../data/schemas/site.ts';
import type { CitablePage } from '../citable-pages.ts';

/** Edition that is cited: publisher, dates and address. */
export interface Edition {
  site: Ledger['site'];
  /** The day of the first edition. */
  published: string;
  /** The day of the version that is shown. */
  modified: string;
  /** The address of the site with a slash at its end, or `null` where it is not known. */
  siteUrl: string | null;
}

/** Page that is cited: a work, or a page to look things up on. */
export interface CitationSubject extends Pick<CitablePage, 'title' | 'number' | 'address' | 'asOf'> {
  kind: CitablePage['kind'] | 'page';
}

/** Returns a page to look things up on, as it is cited. */
export function lookupPage({ site }: Ledger, title: string, address: string): CitationSubject {
  return { kind: 'page', title, number: null, address, asOf: site.dataDate };
}

/**
 * Returns the edition that is being built.
 * @throws Error if the public history has no entry.
 */
export function editionOf(ledger: Ledger, siteUrl: URL | string | undefined): Edition {
  const changes = [...ledger.changes.values()];
  const modified = changes[0]?.date;
  if (modified === undefined) throw new Error('content/changes.yaml has no entry');
  const first = changes.find(({ kind }) => kind === 'first-edition') ?? changes.at(-1);
  return {
    site: ledger.site,
    published: first?.date ?? modified,
    modified,
    siteUrl: siteUrl === undefined ? null : String(siteUrl),
  };
}

/** Returns the author that a citation or a program reads: the publisher, or else the contributors to the whole. */
export function citedAuthor({ site }: Pick<Edition, 'site'>): string {
  return site.publisher ?? `Contributors to ${site.title}`;
}

/** Returns the title of a work in a list of others’ works. */
export function citedTitle({ kind, number, title }: Pick<CitationSubject, 'kind' | 'number' | 'title'>): string {
  return kind === 'figure' ? `Figure ${number}: ${title}` : title;
}

/** Returns the title of the whole that a section or a figure is part of; null for the whole itself. */
export function citedWhole({ kind }: Pick<CitationSubject, 'kind'>, { site }: Edition): string | null {
  return kind === 'explainer' ? null : site.title;
}

/** Returns the address to keep, or `null` where the site’s own is not known. */
export function absoluteAddress({ address }: Pick<CitablePage, 'address'>, { siteUrl }: Edition): string | null {
  return siteUrl === null ? null : new URL(address === 'index.html' ? '' : address, siteUrl).href;
}

/** Formats the last day that a work covers: of the data of its figure, of the sources it rests on, or the day of which it is a brief. */
export function formatDataDate({ kind, asOf }: Pick<CitationSubject, 'kind' | 'asOf'>): string {
  if (kind === 'day') return `as known on ${formatDate(asOf)}`;
  if (kind === 'number') return `as of ${formatDate(asOf)}`;
  return `${kind === 'figure' ? 'data' : 'sources'} to ${formatDate(asOf)}`;
}

/** Writes a footnote that can be printed as it is. The day of access is the reader’s to add. */
export function footnote(work: CitationSubject, edition: Edition): string {
  const whole = citedWhole(work, edition);
  const parts = [
    citedAuthor(edition),
    `“${citedTitle(work)}”`,
    whole && `in: “${whole}”`,
    `version ${edition.site.version} of ${formatDate(edition.modified)}`,
    formatDataDate(work),
    absoluteAddress(work, edition),
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

/** Returns the publisher as running text names it; where nobody has taken the site on, those who wrote it. */
export function publisherName({ publisher }: Pick<SiteCard, 'publisher'>): string {
  return publisher ?? 'contributors to this explainer';
}
