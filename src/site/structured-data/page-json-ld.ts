import { figureFile } from '../addresses.ts';
import type { CitablePage } from '../citable-pages.ts';
import { absoluteAddress, citedAuthor, citedTitle, type Edition } from '../citations/edition.ts';
import { CARD_SIZE } from '../preview-cards.ts';

/** Node of JSON-LD; fields that are `null` or `undefined` are not known and left out. */
export type Node = { '@type': string } & Record<string, unknown>;

/** Writes nodes as a document in the vocabulary of schema.org, which search engines read. */
export function jsonLdDocument(...nodes: Node[]): string {
  const [first] = nodes;
  const body = nodes.length === 1 ? first : { '@graph': nodes };
  return JSON.stringify({ '@context': 'https://schema.org', ...body }, (_, value: unknown) => value ?? undefined);
}

/** Escapes a JSON text for a script element: nothing in it can end the element or open a comment. */
export function escapeForScript(json: string): string {
  return json.replace(/</g, '\\u003c').replace(/\u2028|\u2029/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
}

/** Longest headline that search engines take, in letters. */
const MAX_HEADLINE = 110;

/**
 * Writes a work as JSON-LD for search engines: an article, and for a figure its picture and its rows.
 * @param all Every work, so that the whole can name its parts and a part its whole.
 */
export function pageJsonLd(work: CitablePage, all: readonly CitablePage[], edition: Edition): string {
  const whole = all.find(({ kind }) => kind === 'explainer');
  if (work.kind === 'figure') return jsonLdDocument(picture(work, whole, edition), rows(work, whole, edition));
  const article = {
    ...commonProperties(work, edition),
    ...partOf(work, whole, edition),
    '@type': 'Article',
    headline: work.title.length <= MAX_HEADLINE ? work.title : null,
    image: image(work, edition),
    mainEntityOfPage: absoluteAddress(work, edition),
    articleSection: work.kind === 'section' ? work.title : null,
  };
  if (work.kind !== 'explainer') return jsonLdDocument(article);
  return jsonLdDocument({
    ...article,
    hasPart: all.filter(({ kind }) => kind === 'section').map((part) => reference(part, edition)),
  });
}

/** Returns the properties that all works share: names, days, author and terms. */
function commonProperties(work: CitablePage, edition: Edition): Record<string, unknown> {
  const { published, modified, site } = edition;
  return {
    name: citedTitle(work),
    description: work.finding,
    url: absoluteAddress(work, edition),
    datePublished: published,
    dateModified: modified,
    ...rightsProperties(edition),
    version: site.version,
  };
}

/** Returns the author, the publisher, and the terms of use. */
export function rightsProperties(edition: Edition): Record<string, unknown> {
  const { site } = edition;
  return {
    inLanguage: 'en',
    isAccessibleForFree: true,
    license: site.licence.url,
    author: { '@type': 'Organization', name: citedAuthor(edition) },
    publisher: site.publisher && { '@type': 'Organization', name: site.publisher },
  };
}

function picture(work: CitablePage, whole: CitablePage | undefined, edition: Edition): Node {
  return {
    ...commonProperties(work, edition),
    ...partOf(work, whole, edition),
    '@type': 'ImageObject',
    caption: work.caveat ? `${work.finding} ${work.caveat}` : work.finding,
    contentUrl: absoluteAddress({ address: figureFile(work, 'svg') }, edition),
    encodingFormat: 'image/svg+xml',
    thumbnail: image(work, edition),
    creditText: citedAuthor(edition),
    acquireLicensePage: absoluteAddress(work, edition),
    representativeOfPage: true,
  };
}

/** Describes the rows that a figure draws, as a dataset of its own. */
function rows(work: CitablePage, whole: CitablePage | undefined, edition: Edition): Node {
  return {
    ...commonProperties(work, edition),
    ...partOf(work, whole, edition),
    '@type': 'Dataset',
    name: `Rows of figure ${work.number}: ${work.title}`,
    creator: { '@type': 'Organization', name: citedAuthor(edition) },
    distribution: distribution((kind) => figureFile(work, kind), edition),
  };
}

/** Lists the files of a dataset, where their addresses are known. */
export function distribution(fileOf: (kind: 'csv' | 'json') => string, edition: Edition): Node[] | null {
  if (edition.siteUrl === null) return null;
  const file = (kind: 'csv' | 'json', encodingFormat: string): Node => ({
    '@type': 'DataDownload',
    encodingFormat,
    contentUrl: absoluteAddress({ address: fileOf(kind) }, edition),
  });
  return [file('csv', 'text/csv'), file('json', 'application/json')];
}

function partOf(work: CitablePage, whole: CitablePage | undefined, edition: Edition): Record<string, unknown> {
  return {
    position: work.number,
    isPartOf: whole && whole !== work && work.kind !== 'explainer' ? reference(whole, edition) : null,
  };
}

function reference(work: CitablePage, edition: Edition): Node {
  return { '@type': 'Article', name: work.title, url: absoluteAddress(work, edition), position: work.number };
}

function image(work: CitablePage, edition: Edition): Node | null {
  const contentUrl = absoluteAddress({ address: work.card }, edition);
  return contentUrl === null
    ? null
    : { '@type': 'ImageObject', contentUrl, url: contentUrl, caption: work.cardWords, ...CARD_SIZE };
}
