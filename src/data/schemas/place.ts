import { z } from 'astro/zod';
import {
  confidence,
  id,
  oneOf,
  optionalDate,
  optionalDegrees,
  optionalIdList,
  idList,
  latinName,
  optionalBurmeseName,
  optionalWords,
  phraseList,
  words,
  yesNo,
} from './fields.ts';

/** Town, crossing, base or command that changed hands. */
export const place = z.strictObject({
  id,
  /** The permanent name in addresses: `place-lashio`. */
  slug: id,
  /** The one spelling used on this site. */
  name: latinName,
  /** Other spellings, for search and for readers who know those. */
  name_alt: phraseList,
  /** Burmese spelling as seen in a report or in MIMU's table. */
  name_my: optionalBurmeseName,
  kind: oneOf(['town', 'border-crossing', 'base', 'command']),
  state_region: words,
  township: optionalWords,
  /** Decimal degrees north. */
  lat: optionalDegrees,
  /** Decimal degrees east. */
  lon: optionalDegrees,
  /** Origin of the point, in words. */
  coord_source: words,
  /** Precision of the point: the town itself, the nearest town, a guess within about 20 km, or none. */
  coord_precision: oneOf(['town-point', 'nearest-town', 'approximate', 'none']),
  /** MIMU place code. */
  pcode: optionalWords,
  captured_on: optionalDate,
  /** Earliest day that any source gives for the capture, where they differ or rule out part of the month. */
  captured_not_before: optionalDate,
  /** Latest day that any source gives for the capture. */
  captured_not_after: optionalDate,
  captor: words,
  /** The groups of `actors.yaml` that `captor` names, in its order, or `other` for one without an entry. The first decides the colour. */
  captor_ids: idList,
  /** True if it was claimed only in part, and must not count as a capture. */
  partial: yesNo,
  /** The last thing known of it. `no-change-seen` is absence of news, not proof. */
  status_latest: oneOf([
    'held',
    'no-change-seen',
    'retaken',
    'handed-back',
    'transferred-uwsa',
    'contested',
    'held-or-joint',
    'not-checked',
  ]),
  /** Day on which it changed hands again; of a place held jointly, on which that was reported. Never a day of trade. */
  status_changed_on: optionalDate,
  /** Earliest day that any source gives for the change of hands. */
  changed_not_before: optionalDate,
  /** Latest day that any source gives for the change of hands. */
  changed_not_after: optionalDate,
  /** The last dated report that it was still held by those who took it, as finely as it is known; blank where there is none. */
  held_seen_on: optionalDate,
  /** Only for border crossings: the day or month from which trade is reported again after the loss, in whole or in part. */
  trade_resumed_on: optionalDate,
  source_ids: idList,
  /** Documents in which the later status and the return of trade were read. */
  status_source_ids: optionalIdList,
  confidence,
  note: optionalWords,
  /** Reason why the point or the day stands although a check would refuse it as a slip. */
  checked: optionalWords,
});

/** Checked row of a place. */
export type Place = z.infer<typeof place>;
