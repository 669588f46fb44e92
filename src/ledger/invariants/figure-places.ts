import type { FigureCard } from '../../schemas/figure.ts';
import type { Ledger } from '../load.ts';
import { quote, type Problem } from '../problems.ts';
import { weakRow, type Path, type ReportAt } from './figure-rows.ts';

/** A place shown by a figure exists; one that is drawn is dated and not weak. */
export function placeMayShow(ledger: Ledger, id: string, drawn: boolean, path: Path, report: ReportAt): Problem[] {
  const place = ledger.places.get(id);
  if (!place) return [report(path, quote(id), 'the id of a row in content/data/places.csv')];
  if (!drawn) return [];
  if (place.confidence === 'low') return [weakRow(id, path, report)];
  return place.captured_on === null
    ? [report(path, `"${id}" without a date of capture`, 'a place whose capture is dated at least by year')]
    : [];
}

/** A figure's table has one kind of row. */
export function placesOrNumbers(figure: FigureCard, report: ReportAt): Problem[] {
  const hasPlaces = figure.places.length + figure.places_listed.length > 0;
  const hasNumbers = figure.lines.length + figure.bands.length + figure.dots.length + figure.table_only.length > 0;
  return hasPlaces && hasNumbers
    ? [
        report(
          ['places'],
          'places beside lines, bands, dots or table_only',
          'places or numbers, each with a figure of its own',
        ),
      ]
    : [];
}
