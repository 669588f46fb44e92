import { containsPoint } from '../../charts/index.ts';
import { projectInto, type Pane } from './layout.ts';
import type { Spot } from './place-marks.ts';
import type { OrderedPlace } from './order.ts';

/** Projects the places that a pane shows into its picture; `r` is half the size of their marks. */
export function placeSpots(order: OrderedPlace[], pane: Pane, r: number): Spot[] {
  const pinned = order
    .map((one): Spot => {
      const { x, y } = projectInto(pane, one.place.lon as number, one.place.lat as number);
      const isBesideTown =
        one.place.kind === 'border-crossing' &&
        order.some(({ place }) => place.kind === 'town' && place.lat === one.place.lat && place.lon === one.place.lon);
      // The gate stands on its town: one place, two marks.
      return { ...one, x, y: y - (isBesideTown ? 2 * r + 0.5 : 0), isBesideTown };
    })
    .filter((spot) => containsPoint(pane.box, spot));
  return pinned.map((one) =>
    one.place.coord_precision === 'approximate'
      ? moved(
          one,
          pinned.filter((other) => other !== one),
          2 * r + 1,
        )
      : one,
  );
}

/** Moves a point that is only roughly known to make room for those that are known, far less than it may be off. */
function moved(spot: Spot, others: Spot[], room: number): Spot {
  let { x, y } = spot;
  for (let step = 0; step < 6; step++) {
    for (const other of others) {
      const distance = Math.hypot(x - other.x, y - other.y);
      if (distance >= room) continue;
      const [dx, dy] = distance === 0 ? [1, 0] : [(x - other.x) / distance, (y - other.y) / distance];
      [x, y] = [other.x + dx * room, other.y + dy * room];
    }
  }
  return { ...spot, x, y };
}
