import { outline } from '../../charts/index.ts';
import { DETAIL, SHARED } from './ground.ts';
import type { Spot } from './place-marks.ts';
import { captureDays } from '../../data/places.ts';
import { hasHappened, isUnsure, type Numbered } from './order.ts';
import { placeSpots } from './spots.ts';

/** Half the size of a mark, in pixels of the large map, which is about four times as wide. */
const OLD = 10;
const NEW = 14;
/** Half the step from a town to the gate on its point, and from a mark to one that makes room for it. */
const STEP = 10.5;
/** A stroke through a mark reaches this far to each side. */
const ARM = 18;

/**
 * One small dated map, on the land that the page has once. Faint is what was claimed in part, or may not have been taken yet.
 * @param since Marks newer than this day are larger where there is room; in the first map, where all is new, all are.
 */
export function datedMap(order: Numbered[], day: string, since: string | null): string {
  const shown = placeSpots(order, DETAIL.width, { mark: STEP }).filter(({ place }) => captureDays(place).from <= day);
  const sizes = markSizes(shown, since);
  const groups = Map.groupBy(
    shown,
    ({ place }) => `tone-${place.side}${place.partial || isUnsure(place, day) ? ' small__part' : ''}`,
  );
  const marks = [...groups].map(
    ([name, group]) =>
      `<path class="${name}" d="${group.map((one) => outline(one.place.kind === 'town' ? 'dot' : 'square', Math.round(one.x), Math.round(one.y), sizes.get(one) as number)).join('')}"/>`,
  );
  const rings = shown
    .filter((one) => hasHappened(one.passed, day))
    .map((one) => outline('dot', Math.round(one.x), Math.round(one.y), (sizes.get(one) as number) + 5));
  const struck = shown
    .filter((one) => hasHappened(one.back, day))
    .map(({ x, y }) => `M${Math.round(x) - ARM} ${Math.round(y) + ARM}l${2 * ARM}-${2 * ARM}`);
  const ringed = rings.length === 0 ? '' : `<path class="small__ring" d="${rings.join('')}"/>`;
  const strikes =
    struck.length === 0
      ? ''
      : ['small__casing', 'small__strike'].map((name) => `<path class="${name}" d="${struck.join('')}"/>`).join('');
  return `<svg class="map__small" viewBox="0 0 ${DETAIL.width} ${DETAIL.height}" aria-hidden="true"><use href="#${SHARED.detail}" width="${DETAIL.width}" height="${DETAIL.height}"/>${marks.join('')}${ringed}${strikes}</svg>`;
}

/** New marks are larger, unless they would reach into a neighbour: then both are of one size, so that neither covers the other. */
function markSizes(shown: Spot[], since: string | null): Map<Spot, number> {
  const sizes = new Map(shown.map((one) => [one, since !== null && hasHappened(one.taken, since) ? OLD : NEW]));
  const reach = (one: Spot, other: Spot) =>
    Math.hypot(one.x - other.x, one.y - other.y) < (sizes.get(one) as number) + (sizes.get(other) as number);
  const crowded = shown.filter((one) => shown.some((other) => other !== one && reach(one, other)));
  for (const one of crowded) sizes.set(one, OLD);
  return sizes;
}
