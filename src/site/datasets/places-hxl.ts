import type { Place } from '../../data/schemas/place.ts';
import { placeAddress } from '../addresses.ts';
import { formatCsv, type Cell } from './serialise.ts';
import type { Ledger } from '../../data/ledger.ts';

interface Column {
  header: string;
  /** Hashtag of the HXL standard, version 1.1; its attributes are free, and some are ours. */
  tag: string;
  cell: (place: Place) => Cell;
}

const COLUMNS: Column[] = [
  { header: 'id', tag: '#meta+id', cell: (place) => place.id },
  { header: 'name', tag: '#loc+name', cell: (place) => place.name },
  { header: 'other names', tag: '#loc+name+alt', cell: (place) => place.name_alt },
  { header: 'Burmese name', tag: '#loc+name+i_my', cell: (place) => place.name_my },
  { header: 'kind', tag: '#loc+type', cell: (place) => place.kind },
  { header: 'MIMU place code', tag: '#loc+code', cell: (place) => place.pcode },
  { header: 'state or region', tag: '#adm1+name', cell: (place) => place.state_region },
  { header: 'township', tag: '#adm3+name', cell: (place) => place.township },
  { header: 'latitude', tag: '#geo+lat', cell: (place) => place.lat },
  { header: 'longitude', tag: '#geo+lon', cell: (place) => place.lon },
  { header: 'taken on', tag: '#date+occurred', cell: (place) => place.captured_on },
  { header: 'taken on, earliest by source', tag: '#date+occurred+start', cell: (place) => place.captured_not_before },
  { header: 'taken on, latest by source', tag: '#date+occurred+end', cell: (place) => place.captured_not_after },
  { header: 'taken by, as reported', tag: '#group+name', cell: (place) => place.captor },
  { header: 'last known status', tag: '#status', cell: (place) => place.status_latest },
  { header: 'status changed on', tag: '#date+status+changed', cell: (place) => place.status_changed_on },
  { header: 'last reported still held', tag: '#date+reported', cell: (place) => place.held_seen_on },
  {
    header: 'trade resumed on, border crossings only',
    tag: '#date+trade+resumed',
    cell: (place) => place.trade_resumed_on,
  },
  {
    header: 'sources',
    tag: '#meta+source',
    cell: (place) => [...new Set([...place.source_ids, ...place.status_source_ids])],
  },
  { header: 'caveats', tag: '#description', cell: caveats },
];

/**
 * Writes the places as CSV for humanitarian tools: a header, a row of HXL hashtags, then a row for each place.
 * @param site Address of the site, with a slash at its end; without it the column of addresses is left out.
 */
export function placesHxl(ledger: Ledger, site: string | undefined): string {
  const address: Column[] =
    site === undefined ? [] : [{ header: 'address', tag: '#meta+url', cell: (place) => site + placeAddress(place) }];
  const columns = [...COLUMNS, ...address];
  const rows = [...ledger.places.values()].map((place) => columns.map(({ cell }) => cell(place)));
  return formatCsv(
    columns.map(({ header }) => header),
    [columns.map(({ tag }) => tag), ...rows],
  );
}

/** Writes the caveats of a place as one cell. Tools for HXL keep only tagged columns: the limits of the point, the status and the row must stand in one of them. */
function caveats({ note, coord_source, coord_precision, status_latest, confidence }: Place): string {
  return [
    ...(note === null ? [] : [`${note.replace(/\.$/, '')}.`]),
    ...(status_latest === 'no-change-seen'
      ? ['Status: no later change was found, which is absence of news and not proof.']
      : []),
    coord_precision === 'none' ? 'No point is known.' : `Point: ${coord_source} (${coord_precision}).`,
    `Confidence in the sourcing of the capture, not in its truth: ${confidence}.`,
  ].join(' ');
}
