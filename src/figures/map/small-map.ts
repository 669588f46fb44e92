import { num } from '../../charts/marks.ts';
import { DETAIL, SHARED } from './ground.ts';
import { hasHappened, isPartial, sideOf, TONE_OF, type Numbered } from './order.ts';

/** Length of the stroke through a mark, to each side. */
const ARM = 17;

/**
 * One small dated map, on the land that the page has once. Marks are strokes without length, round for a town and square for a gate.
 * @param since Marks newer than this day are larger; none are in the first map, in which all is new.
 */
export function smallMap(order: Numbered[], day: string, since: string | null): string {
  const taken = order.filter((one) => hasHappened(one.taken, day));
  const groups = Map.groupBy(taken, (one) => {
    const isNew = since !== null && !hasHappened(one.taken, since);
    return `${one.place.kind === 'border-crossing' ? 'small__gate' : 'small__town'} tone-${TONE_OF[sideOf(one.place)]}${isNew || since === null ? ' small__new' : ''}${isPartial(one.place) ? ' small__part' : ''}`;
  });
  const marks = [...groups].map(([name, group]) => `<path class="${name}" d="${group.map((one) => `M${at(one)}h0`).join('')}"/>`);
  const struck = taken.filter((one) => hasHappened(one.back, day)).map((one) => {
    const { x, y } = spot(one);
    return `M${num(x - ARM)} ${num(y + ARM)}l${2 * ARM}-${2 * ARM}`;
  });
  const strikes = struck.length === 0 ? '' : `<path class="small__strike" d="${struck.join('')}"/>`;
  return `<svg class="map__small" viewBox="0 0 ${DETAIL.width} ${DETAIL.height}" aria-hidden="true"><use href="#${SHARED.detail}" width="${DETAIL.width}" height="${DETAIL.height}"/>${marks.join('')}${strikes}</svg>`;
}

function at(one: Numbered): string {
  const { x, y } = spot(one);
  return `${Math.round(x)} ${Math.round(y)}`;
}

/** A gate stands a little above the town whose point it shares. */
function spot({ place }: Numbered): { x: number; y: number } {
  const { x, y } = DETAIL.project(place.lon as number, place.lat as number);
  return { x, y: place.coord_precision === 'nearest-town' ? y - 20 : y };
}
