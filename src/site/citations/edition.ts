import type { SiteCard } from '../../data/schemas/site.ts';
import { formatDate } from '../../data/format.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { CitablePage } from '../citable-pages.ts';

/** The edition that is cited: who speaks, since when, and where it stands. */
export interface Edition {
  site: SiteCard;
  /** The day of the first edition. */
  published: string;
  /** The day of the version that is shown. */
  modified: string;
  /** The address of the site with a slash at its end, or `null` where it is not known. */
  siteUrl: string | null;
}

/** What a citation needs of a page: one of a work, or one to look things up on. */
export interface CitationSubject extends Pick<CitablePage, 'title' | 'number' | 'address' | 'asOf'> {
  kind: CitablePage['kind'] | 'page';
}

/** A page to look things up on, as it is cited. */
export function lookupPage({ site }: Ledger, title: string, address: string): CitationSubject {
  return { kind: 'page', title, number: null, address, asOf: site.dataDate };
}

/** The edition that is being built. */
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

/** Who is named as author: the publisher, or those who cannot be named. */
export function citedAuthor({ site }: Edition): string {
  return site.publisher ?? `Contributors to ${site.title}`;
}

/** What a work is called in a list of others’ works. */
export function citedTitle({ kind, number, title }: Pick<CitationSubject, 'kind' | 'number' | 'title'>): string {
  return kind === 'figure' ? `Figure ${number}: ${title}` : title;
}

/** The whole that a section or a figure is part of; nothing for the whole itself. */
export function citedWhole({ kind }: Pick<CitationSubject, 'kind'>, { site }: Edition): string | null {
  return kind === 'explainer' ? null : site.title;
}

/** The address to keep, or `null` where the site’s own is not known. */
export function absoluteAddress({ address }: Pick<CitablePage, 'address'>, { siteUrl }: Edition): string | null {
  return siteUrl === null ? null : new URL(address === 'index.html' ? '' : address, siteUrl).href;
}

/** How far a work reaches: the last day its figure describes, or the last day of the sources it rests on. */
export function formatDataDate({ kind, asOf }: Pick<CitationSubject, 'kind' | 'asOf'>): string {
  return `${kind === 'figure' ? 'data' : 'sources'} to ${formatDate(asOf)}`;
}

/** A footnote that can be printed as it is. The day of access is the reader’s to add. */
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
