import { firstDay } from '../../data/schemas/dates.ts';
import { datasetAddress, datasetFile } from '../addresses.ts';
import { absoluteAddress, citedAuthor, type Edition } from '../citations/edition.ts';
import { datasetDays, datasetSummaries } from '../../data/datasets.ts';
import type { Card } from '../../data/schemas/dataset-card.ts';
import type { Ledger } from '../../data/ledger.ts';
import { distribution, jsonLdDocument, rightsProperties, type Node } from './page-json-ld.ts';

/** Writes all datasets as one JSON-LD document for their page. */
export function datasetsJsonLd(ledger: Ledger, edition: Edition): string {
  return jsonLdDocument(
    ...datasetSummaries(ledger).map(({ card, lastData }) =>
      datasetJsonLd(card, datasetDays(ledger, card.id), lastData, edition),
    ),
  );
}

/**
 * Describes a dataset for the search engines of data.
 * @param days The days that its rows describe, if they describe days.
 */
function datasetJsonLd(card: Card, days: readonly string[], lastData: string, edition: Edition): Node {
  const { site, published, modified } = edition;
  const [earliest] = [...days].sort((a, b) => firstDay(a).localeCompare(firstDay(b)));
  return {
    '@type': 'Dataset',
    name: `${card.title} (${site.title})`,
    description: [card.what, ...card.caveats].join(' '),
    url: absoluteAddress({ address: datasetAddress(card) }, edition),
    ...rightsProperties(edition),
    // The terms of third parties are words and no address.
    license: { '@type': 'CreativeWork', name: card.licence, url: site.licence.url },
    creator: { '@type': 'Organization', name: citedAuthor(edition) },
    version: site.version,
    datePublished: published,
    dateModified: modified,
    temporalCoverage: earliest === undefined ? null : `${earliest}/${lastData}`,
    variableMeasured: Object.entries(card.columns).map(([name, description]) => ({
      '@type': 'PropertyValue',
      name,
      description,
    })),
    distribution: distribution((kind) => datasetFile(card, kind), edition),
    isPartOf: { '@type': 'Article', name: site.title, url: absoluteAddress({ address: 'index.html' }, edition) },
  };
}
