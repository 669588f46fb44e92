import { armyTone } from '../../charts/captor.ts';
import { DETAIL, SHARED } from './ground.ts';
import { hasHappened, isPartial, type Numbered } from './order.ts';

/** Half the size of a mark, in pixels of the large map, which is about four times as wide. */
const OLD = 10;
const NEW = 15;
/** A stroke through a mark reaches this far to each side. */
const ARM = 20;

/**
 * One small dated map, on the land that the page has once.
 * @param since Marks newer than this day are larger; in the first map, where all is new, all are.
 */
export function smallMap(order: Numbered[], day: string, since: string | null): string {
  const taken = order.filter((one) => hasHappened(one.taken, day));
  const groups = Map.groupBy(taken, ({ place }) => `tone-${armyTone(place)}${isPartial(place) ? ' small__part' : ''}`);
  const marks = [...groups].map(([name, group]) => `<path class="${name}" d="${group.map((one) => mark(one, since !== null && hasHappened(one.taken, since) ? OLD : NEW)).join('')}"/>`);
  const struck = taken.filter((one) => hasHappened(one.back, day)).map(spot).map(({ x, y }) => `M${x - ARM} ${y + ARM}l${2 * ARM}-${2 * ARM}`);
  const strikes = struck.length === 0 ? '' : `<path class="small__strike" d="${struck.join('')}"/>`;
  return `<svg class="map__small" viewBox="0 0 ${DETAIL.width} ${DETAIL.height}" aria-hidden="true"><use href="#${SHARED.detail}" width="${DETAIL.width}" height="${DETAIL.height}"/>${marks.join('')}${strikes}</svg>`;
}

/** Round for a town, square and a little smaller for a gate. */
function mark(one: Numbered, r: number): string {
  const { x, y } = spot(one);
  if (one.place.kind === 'town') return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0`;
  const half = r - 2;
  return `M${x - half} ${y - half}h${2 * half}v${2 * half}h-${2 * half}z`;
}

/** A gate stands a little above the town whose point it shares. */
function spot({ place }: Numbered): { x: number; y: number } {
  const { x, y } = DETAIL.project(place.lon as number, place.lat as number);
  return { x: Math.round(x), y: Math.round(place.coord_precision === 'nearest-town' ? y - 2 * OLD : y) };
}
