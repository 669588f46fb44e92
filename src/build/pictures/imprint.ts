import { formatDate } from '../../data/format.ts';
import type { Ledger } from '../../data/ledger.ts';
import { publishersOf, sourceWords } from '../../figures/shared/figure-tables.ts';
import type { ChartModel } from '../../figures/shared/model.ts';
import { figureAddress } from '../../site/addresses.ts';

/** Imprint of a picture: everything that says where it comes from, so that it can travel alone. */
export interface Imprint {
  /** Number of the figure. */
  number: number;
  /** The title of the whole explainer. */
  site: string;
  version: string;
  licence: { name: string; url: string };
  /** Who published the rows, each once, in the order of the table. */
  sources: string[];
  /** The same as a sentence, with what the marks in it mean. */
  sourceWords: string;
  /** Who published what lies under it, such as boundaries. */
  base: string[];
  asOf: string;
  /** The figure's absolute address; null where the site has none yet. */
  address: string | null;
}

/** Collects the imprint of a figure. */
export function imprintOf(ledger: Ledger, model: ChartModel, siteUrl: string | undefined): Imprint {
  const { title, version, licence } = ledger.site;
  const base = (ledger.figures.get(model.id)?.base_sources ?? []).flatMap(
    (id) => ledger.sources.get(id)?.publisher ?? [],
  );
  return {
    number: model.number,
    site: title,
    version,
    licence,
    sources: publishersOf(model.sources),
    sourceWords: sourceWords(model.sources),
    base: [...new Set(base)],
    asOf: formatDate(model.asOf),
    address: siteUrl === undefined ? null : siteUrl + figureAddress(model),
  };
}
