import {
  barPiece,
  byWidth,
  frameOf,
  glyphKey,
  glyphKeyHeight,
  textLabel,
  wrapText,
  type Frame,
  type Glyph,
  type Label,
  type WidthName,
} from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import { isBackWithMilitary } from '../../data/places.ts';
import { lastDay } from '../../data/schemas/dates.ts';
import type { Place } from '../../data/schemas/place.ts';
import { placeGroups, placeTable } from '../shared/drawn-places.ts';
import { figureWords } from '../shared/figure-tables.ts';
import { annotationWords, namedAnnotation, type FilledCard } from '../shared/filled-card.ts';
import type { ChartModel } from '../shared/model.ts';
import { barHalf } from '../shared/tenures.ts';
import { drawRegions } from './regions.ts';
import { drawReturns, returnMarks } from './returns.ts';
import { returnedTowns } from './standings.ts';

/** The words over the rows of towns that came back, and over the panels of all towns. */
const HEADS = { returns: 'returns', regions: 'regions' } as const;

/** Draws the towns that came back as bars of time and, under them, how the towns of each region stood, in small multiples. */
export function takenAndReturned(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const frame = frameOf(width, 0, { right: 0, bottom: 4 });
  const { began } = ledger.site;
  const words = figureWords(card, placeTable(ledger, card, drawnAs));
  // The picture ends where what it rests on does, so that no colour speaks of later days.
  const end = lastDay(words.asOf);
  const groups = placeGroups(ledger, card);
  const head = (name: string, y: number) => headLabel(card, name, y, frame);

  const glyphs = areaGlyphs(card);
  const key = glyphKey(glyphs, frame);
  const first = head(HEADS.returns, glyphKeyHeight(glyphs, frame) + frame.text * 1.6);
  const towns = returnedTowns(groups.flatMap(({ places }) => places));
  const returns = drawReturns(towns, { frame, top: first.box.y1 + 4, began, end });
  const second = head(HEADS.regions, returns.bottom + frame.text * byWidth(width, { phone: 2.2, column: 2.4 }));
  const regions = drawRegions(groups, { frame, top: second.box.y1 + 8, began, end });
  frame.height = Math.ceil(regions.bottom + 2);
  frame.bottom = frame.height;

  return {
    ...words,
    frame,
    axes: [returns.axis, ...regions.axes],
    marks: [...key.marks, ...returns.marks, ...regions.marks],
    labels: [...key.labels, first, ...returns.labels, second, ...regions.labels],
    placed: returns.placed,
  };
}

function headLabel(card: FilledCard, name: string, y: number, frame: Frame): Label {
  const words = annotationWords(namedAnnotation(card, name), frame) ?? '';
  const lines = wrapText(words, frame.width, frame.text, true);
  return textLabel(`head-${name}`, lines, 'heading', 0, y, 'start', frame, 'ink');
}

/** Returns the key of the colours of bars and areas; of the military that of its stroke too. */
function areaGlyphs({ key }: FilledCard): Glyph[] {
  return key.map(({ tone, text }) => ({
    width: 18,
    text,
    draw: (x, y) =>
      tone === 'military'
        ? returnMarks(x + 4, x + 18, y)
        : [barPiece('sure', x, x + 18, { tone, y, half: barHalf(tone) })],
  }));
}

/** Returns how the picture shows a town, in a few words. */
function drawnAs(place: Place): string {
  return isBackWithMilitary(place) ? 'a bar, and in the count of its region' : 'in the count of its region';
}
