import { formatLatestState, formatCapture } from '../../data/places.ts';
import { spellOutRows } from '../../data/row-references.ts';
import type { Ledger } from '../../data/ledger.ts';
import type { FigureCard, Tone } from '../../data/schemas/figure.ts';
import type { Place } from '../../data/schemas/place.ts';
import { FigureFault } from './filled-card.ts';
import { sourceRefs } from './figure-tables.ts';
import type { PlaceRow, PlaceTable } from './model.ts';

/**
 * Returns the table of a figure of places: every place of its card, drawn ones first, in the card's order.
 * @param drawnAs How the picture shows a place, in a few words.
 * @throws FigureFault if a place is missing, or is drawn and must not be.
 */
export function placeTable(ledger: Ledger, card: FigureCard, drawnAs: (place: Place) => string): PlaceTable {
  const drawn = placeGroups(ledger, card).map(({ label, places }) => ({
    label,
    rows: places.map((place) => placeRow(ledger, card.id, place, drawnAs(place))),
  }));
  const listed = card.places_listed.map(({ label, rows }, index) => ({
    label,
    rows: rows.map((id, row) =>
      placeRow(ledger, card.id, neededPlaceRow(ledger, id, `places_listed.${index}.rows.${row}`), 'not drawn'),
    ),
  }));
  return { of: 'places', caption: card.table, groups: [...drawn, ...listed] };
}

/** The words for medium confidence in a place: how firmly its capture is sourced, not whether it happened. */
export const LESS_FIRM = 'capture less firmly sourced';

/** One group of a card's drawn places. */
export interface PlaceGroupRows {
  id: string;
  label: string;
  places: DrawnPlace[];
}

/** A place whose capture has a date: the only kind that is drawn. */
export type DatedPlace = Place & { captured_on: string };

/** A dated place with the side whose colour it carries. */
export type DrawnPlace = DatedPlace & { side: Side };

/** The side whose colour a captured place carries: that of the force named first. One of its own, where it has one, is used only where the armies of a side are told apart. */
export type Side = Extract<Tone, 'alliance' | 'tnla' | 'resistance'>;

/** Finds the side of a place from the first of its captors. */
export function sideOf(
  ledger: Pick<Ledger, 'actors' | 'site'>,
  { captor_ids: [first = ''] }: Pick<Place, 'captor_ids'>,
): Side {
  return ledger.site.own_tones[first] ?? (ledger.actors.get(first)?.tone === 'alliance' ? 'alliance' : 'resistance');
}

/** Returns the colour of a side where the alliance has one for all its members. */
export function sharedTone({ side }: Pick<DrawnPlace, 'side'>): Extract<Tone, 'alliance' | 'resistance'> {
  return side === 'tnla' ? 'alliance' : side;
}

/**
 * Returns the places that a card draws, group by group.
 * @throws FigureFault if one is missing, undated or of low confidence.
 */
export function placeGroups(ledger: Ledger, card: FigureCard): PlaceGroupRows[] {
  return card.places.map(({ id, label, rows }, index) => ({
    id,
    label,
    places: rows.map((row, at) =>
      drawablePlace(ledger, neededPlaceRow(ledger, row, `places.${index}.rows.${at}`), `places.${index}.rows.${at}`),
    ),
  }));
}

function neededPlaceRow(ledger: Ledger, id: string, field: string): Place {
  const place = ledger.places.get(id);
  if (!place) throw new FigureFault(field, `"${id}"`, 'the id of a row in content/data/places.csv');
  return place;
}

function drawablePlace(ledger: Ledger, place: Place, field: string): DrawnPlace {
  if (place.confidence === 'low')
    throw new FigureFault(
      field,
      `"${place.id}" of low confidence`,
      'a place of high or medium confidence; others stand under places_listed',
    );
  if (place.captured_on === null)
    throw new FigureFault(
      field,
      `"${place.id}" without a date of capture`,
      'a place whose capture is dated at least by year',
    );
  return { ...place, captured_on: place.captured_on, side: sideOf(ledger, place) };
}

function placeRow(ledger: Ledger, figure: string, place: Place, drawn: string): PlaceRow {
  return {
    id: `${figure}-${place.id}`,
    rowId: place.id,
    date: formatCapture(place),
    name: place.name,
    slug: place.slug,
    nameMy: place.name_my,
    kind: place.kind,
    region: place.state_region,
    captor: place.captor,
    latest: formatLatestState(place),
    note: place.note === null ? null : spellOutRows(ledger, place.note),
    sources: sourceRefs(ledger, [...new Set([...place.source_ids, ...place.status_source_ids])]),
    drawn,
    isDoubtful: place.confidence === 'medium',
    raw: ledger.places.get(place.id) ?? place,
  };
}
