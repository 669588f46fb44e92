import { placeCallouts, boxPath, type Callout, type Frame, type Picture } from '../../charts/index.ts';
import type { FilledCard } from '../shared/filled-card.ts';
import { bareName } from '../../data/places.ts';
import type { Ledger } from '../../data/ledger.ts';
import { DETAIL, detailSvg } from './ground.ts';
import { frontierIn, layOutMap, wholePane } from './layout.ts';
import { mapKey } from './map-key.ts';
import { clearance, spotMarks, type Spot } from './place-marks.ts';
import { mapOrder, nested } from './model.ts';
import { landNames } from './land-names.ts';
import { placeSpots } from './spots.ts';

/** Names are larger than on the phone’s map, and the key nearly as large. */
const NAMES = 16;
const KEY = 14.5;

/** Draws the large map alone for the card of a shared link, where no list says what a number means: no numbers, and the names that stand beside their mark. */
export function mapSmall(ledger: Ledger, card: FilledCard): Picture {
  const frame: Frame = { ...layOutMap('phone').frame, text: NAMES, mark: 5 };
  const pane = wholePane(frame.width);
  const map = pane.box;
  const spots = placeSpots(mapOrder(ledger, card), pane, frame.mark);
  const marks = spots.flatMap((spot) => spotMarks(spot, frame.mark));
  const taken = marks.flatMap(({ boxes }) => boxes);
  const bounds = { x0: 2, y0: 2, x1: map.x1 - 2, y1: map.y1 - 2 };
  const names = namesBeside(card, spots, { bounds, taken, size: NAMES }, frame);
  const lands = landNames(ledger.mapNames.large, pane, frame, {
    taken: [...taken, ...names.map(({ box }) => box)],
    lines: frontierIn(pane, ledger.boundaries),
  });
  const entries = card.key.flatMap((entry) => (entry.small === undefined ? [] : [{ ...entry, text: entry.small }]));
  const key = mapKey(entries, { ...frame, remark: KEY }, 0, map.x1, { head: map.y1 + 8 });
  frame.height = frame.bottom = Math.ceil(key.box.y1) + 2;
  return {
    id: card.id,
    frame,
    alt: card.alt_small ?? card.alt,
    axes: [],
    marks: [...marks, ...key.marks],
    labels: [...lands, ...key.labels, ...names],
    underlay: `${nested(map, DETAIL, detailSvg(ledger.boundaries))}<path class="ground__edge" d="${boxPath(map)}"/>`,
  };
}

/** Returns as many names of towns as stand beside their marks without a line: first those that were given back, then those of which the page says most. */
function namesBeside(card: FilledCard, spots: Spot[], room: Parameters<typeof placeCallouts>[1], frame: Frame) {
  const rank = ({ place: { id } }: Spot) =>
    (card.prominent.indexOf(id) + card.prominent.length + 1) % (card.prominent.length + 1);
  const towns = spots.filter(({ place }) => place.kind === 'town').sort((a, b) => rank(a) - rank(b));
  const wanted = [...towns.filter(({ back }) => back !== null), ...towns.filter(({ back }) => back === null)].map(
    (spot) => nameCallout(spot, frame),
  );
  const kept: Callout[] = [];
  for (const one of wanted)
    if (placeCallouts([...kept, one], room, true).led.every((length) => length === 0)) kept.push(one);
  return placeCallouts(kept, room).labels;
}

function nameCallout(spot: Spot, { mark }: Frame): Callout {
  const { x, y, place, taken } = spot;
  return {
    x,
    y,
    reach: mark + clearance(spot),
    lines: [{ id: place.id, row: place.id, from: taken, tone: 'ink', lines: [bareName(place)], strong: 1 }],
  };
}
