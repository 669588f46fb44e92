import { publishersOf } from '../../figures/shared/figure-tables.ts';
import type { ChartModel } from '../../figures/shared/model.ts';
import { drawSmall, figureModels } from '../../figures/index.ts';
import { capitalise } from '../../data/format.ts';
import type { Ledger } from '../../data/ledger.ts';
import { formatDataDate } from '../../site/citations/edition.ts';
import type { CitablePage } from '../../site/citable-pages.ts';
import { shortAddress } from '../../site/addresses.ts';
import { CARD_SIZE, findCardFigure, SLIDE_SIZE } from '../../site/preview-cards.ts';
import { setCard, type CardLayout, type CardWords } from './card.ts';
import type { Measures } from './lines.ts';
import type { ChartStyles } from './styles.ts';

/** Where a picture is shown: under a link that says the address, or on a slide, which has to say it. */
export type PictureUse = 'chat' | 'slide';

/** Sizes of cards as they are set: a slide is one of the same width in its own shape, and drawn larger. */
const SIZES = {
  chat: CARD_SIZE,
  slide: { width: CARD_SIZE.width, height: (CARD_SIZE.width * SLIDE_SIZE.height) / SLIDE_SIZE.width },
} satisfies Record<PictureUse, unknown>;

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
  use: PictureUse = 'chat',
): CardLayout {
  const figure = findCardFigure(ledger, work);
  const model = figure && figureModels(ledger, figure.id)[0];
  const picture = figure && drawSmall(ledger, figure);
  const address = use === 'chat' ? new URL(siteUrl).host : shortAddress(siteUrl + work.address);
  return setCard({ ...cardWords(ledger, work, model), address }, picture, styles, measures, SIZES[use]);
}

/** Collects the words on the card of a work, beside this figure or none. */
function cardWords(
  ledger: Ledger,
  { kind, number, title, finding, asOf }: CitablePage,
  model: ChartModel | null,
): Omit<CardWords, 'address'> {
  return {
    site: ledger.site.title,
    part: kind === 'explainer' ? null : kind === 'figure' ? `Figure ${number}` : title,
    finding: kind === 'figure' ? title : finding,
    credit:
      model === null
        ? 'On the page every number has its source.'
        : {
            of: kind === 'figure' ? 'Sources' : `Figure ${model.number}`,
            publishers: publishersOf(model.sources),
          },
    asOf: capitalise(formatDataDate({ kind, asOf })),
  };
}
