import type { ChartModel } from '../../figures/shared/model.ts';
import { drawSmall, figureModels } from '../../figures/index.ts';
import { capitalise } from '../../data/format.ts';
import type { Ledger } from '../../data/ledger.ts';
import { formatDataDate } from '../../site/citations/edition.ts';
import type { CitablePage } from '../../site/citable-pages.ts';
import { findCardFigure } from '../../site/preview-cards.ts';
import { setCard, type CardLayout, type CardWords } from './card.ts';
import { imprintOf } from './imprint.ts';
import type { Measures } from './lines.ts';
import type { ChartStyles } from './styles.ts';

/**
 * Sets the card of a work, all but the drawing of its chart.
 * @throws ContentError if its words do not fit, or have letters that the faces lack.
 */
export function layOutCard(
  ledger: Ledger,
  work: CitablePage,
  siteUrl: string,
  styles: ChartStyles,
  measures: Measures,
): CardLayout {
  const figure = findCardFigure(ledger, work);
  const model = figure && figureModels(ledger, figure.id)[0];
  const picture = figure && drawSmall(ledger, figure);
  return setCard(cardWords(ledger, work, model, siteUrl), picture, styles, measures);
}

/** Collects the words on the card of a work, beside this figure or none. */
function cardWords(
  ledger: Ledger,
  { kind, number, title, finding, asOf }: CitablePage,
  model: ChartModel | null,
  siteUrl: string,
): CardWords {
  return {
    site: ledger.site.title,
    part: kind === 'explainer' ? null : kind === 'figure' ? `Figure ${number}` : title,
    finding: kind === 'figure' ? title : finding,
    credit:
      model === null
        ? 'On the page every number has its source.'
        : {
            of: kind === 'figure' ? 'Sources' : `Figure ${model.number}`,
            publishers: imprintOf(ledger, model, siteUrl).sources,
          },
    asOf: capitalise(formatDataDate({ kind, asOf })),
    host: new URL(siteUrl).host,
  };
}
