import { figureAddress } from '../site/addresses.ts';
import { jsonText } from '../site/datasets/serialise.ts';
import type { Ledger } from '../data/ledger.ts';
import { reuseOfFigure } from '../site/reuse.ts';
import { figureColumns } from './figure-columns.ts';
import { figureRows } from './figure-rows.ts';
import type { ChartModel } from './types.ts';

/**
 * A figure’s words, rows, columns and sources for programs; of its CSV, the file that says what it is.
 * @param site Where the site is published, with a slash at its end, if that is known.
 */
export function figureJson(ledger: Ledger, model: ChartModel, site: string | undefined): string {
  const { id, number, title, subtitle, summary: finding, notes, asOf } = model;
  const { version, licence } = ledger.site;
  return jsonText({
    id,
    number,
    title,
    subtitle,
    finding,
    notes,
    asOf,
    version,
    licence: { ...licence, reuse: reuseOfFigure(ledger, id) },
    ...(site === undefined ? {} : { address: site + figureAddress({ id }) }),
    columns: figureColumns(ledger, model),
    rows: figureRows(model),
    sources: sourcesOf(ledger, model),
  });
}

/** The documents behind the rows, then those of what lies under the picture. */
function sourcesOf(ledger: Ledger, model: ChartModel) {
  const ids = [...model.sources.map((source) => source.id), ...(ledger.figures.get(model.id)?.base_sources ?? [])];
  return [...new Set(ids)].flatMap((id) => {
    const source = ledger.sources.get(id);
    return source
      ? [
          {
            id,
            publisher: source.publisher,
            title: source.title,
            published: source.published,
            published_note: source.published_note,
            url: source.url,
            read: source.read,
            weak: source.weak,
          },
        ]
      : [];
  });
}
