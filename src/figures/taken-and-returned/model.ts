import {
  barPiece,
  byWidth,
  frameOf,
  glyphKey,
  glyphKeyHeight,
  startMark,
  textLabel,
  wrapText,
  type Frame,
  type Glyph,
  type WidthName,
} from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { Place } from '../../data/schemas/place.ts';
import { placeGroups, placeTable } from '../shared/drawn-places.ts';
import { figureWords } from '../shared/figure-tables.ts';
import { annotationWords, namedAnnotation, type FilledCard } from '../shared/filled-card.ts';
import type { ChartModel } from '../shared/model.ts';
import { barGlyphs, endMark } from '../shared/tenures.ts';
import { TIME, barHalf, drawPanel, namesWidth, wrapHead, type Drawn, type Head } from './panel.ts';
import { isUnchecked, townPanels } from './rows.ts';

/** The words on the year whose reversals the figure is about. */
const YEAR = 'year';

/** Draws towns as bars of time, region by region, in two panels beside each other or, on a phone, below each other. */
export function takenAndReturned(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const remarked = namedAnnotation(card, YEAR);
  const panels = townPanels(placeGroups(ledger, card), remarked.at);
  const frame = frameOf(width, 0, { right: 0, bottom: 4 });
  // The least that stays readable where the column is narrowest.
  frame.text = byWidth(width, { phone: 12.5, column: 12.2 });
  const glyphs = townGlyphs(card, frame);
  const top = glyphKeyHeight(glyphs, frame) + 14;
  const { began, dataDate: end } = ledger.site;
  const heads = panels.map((panel) => wrapHead(panel, frame));
  const lines = Math.max(...heads.map((head) => head.all.length));
  const widths = panels.map((panel) => namesWidth(panel, frame));
  const right = frame.width - (widths[1] as number) - byWidth(width, TIME);
  let y = top;
  const drawn = panels.map((panel, index): Drawn => {
    const head = heads[index] as Head;
    const area = byWidth(width, {
      phone: { left: 0, top: y, names: Math.max(...widths), lines: head.all.length },
      column: { left: index === 0 ? 0 : right, top, names: widths[index] as number, lines },
    });
    const part = drawPanel(panel, head, { ...area, frame, began, end, breaks: card.periods, year: remarked.at });
    y = part.bottom + 24;
    return part;
  });
  const lastPanel = drawn.at(-1) as Drawn;
  const wide = wrapText(
    annotationWords(remarked, frame) ?? '',
    byWidth(width, { phone: frame.width, column: 280 }),
    frame.text,
  );
  const remark = textLabel(
    'wide',
    wide,
    'remark',
    byWidth(width, { phone: 0, column: right }),
    lastPanel.bottom + 24,
    'start',
    frame.text,
  );
  lastPanel.bottom = remark.box.y1;
  frame.top = top;
  frame.bottom = Math.max(...drawn.map(({ bottom }) => bottom));
  frame.height = Math.ceil(frame.bottom + 2);
  const key = glyphKey(glyphs, frame);

  return {
    ...figureWords(card, placeTable(ledger, card, drawnAs)),
    frame,
    axes: drawn.map(({ axis }) => axis),
    marks: [...drawn.flatMap(({ marks }) => marks), ...key.marks],
    labels: [...key.labels, ...drawn.flatMap(({ labels }) => labels), remark],
    placed: drawn.flatMap(({ placed }) => placed),
  };
}

/** Returns how the picture shows a town, in a few words. */
function drawnAs(place: Place): string {
  if (isUnchecked(place)) return 'its capture only';
  return place.held_seen_on === null && place.status_latest === 'no-change-seen'
    ? 'its capture, then an open bar'
    : 'a bar';
}

/** Returns the key of the bars and their marks, and of the colours that the card names. */
function townGlyphs(card: FilledCard, frame: Frame): Glyph[] {
  const bar = (y: number) => ({ tone: 'ink' as const, y, half: 5 });
  const [begun, ...rest] = barGlyphs(frame, 'ink', 'taken', {
    phone: 'days unsure',
    column: 'sources or dates leave it unsure',
  }) as [Glyph, ...Glyph[]];
  return [
    begun,
    {
      width: 10,
      text: 'less firmly sourced',
      draw: (x, y) => [barPiece('sure', x + 3, x + 10, bar(y)), startMark(x + 3, bar(y), 'hollow')],
    },
    ...rest,
    { width: 10, text: 'retaken by the military', draw: (x, y) => [endMark('retaken', x - 1, bar(y))] },
    { width: 10, text: 'handed back by truce', draw: (x, y) => [endMark('handed-back', x - 1, bar(y))] },
    ...card.key.map(({ tone, text }): Glyph => ({
      width: 18,
      text,
      draw: (x, y) => [barPiece('sure', x, x + 18, { ...bar(y), tone, half: barHalf(tone) })],
    })),
  ];
}
