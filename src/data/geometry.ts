/** Point on the globe in degrees: longitude before latitude. */
export type LonLat = readonly [lon: number, lat: number];

const KM_PER_DEGREE = 111.2;

/** Computes the distance of two points in km; good to a percent over the few hundred km of one country. */
export function kmBetween(a: LonLat, b: LonLat): number {
  return Math.hypot(...offsetKm(a, b));
}

/** Computes how far a point lies outside some rings, in km; 0 inside any of them. */
export function kmOutside(rings: readonly (readonly LonLat[])[], point: LonLat): number {
  if (rings.some((ring) => contains(ring, point))) return 0;
  return Math.min(
    ...rings.flatMap((ring) => ring.map((end, index) => kmToSegment(point, ring.at(index - 1) as LonLat, end))),
  );
}

/** Returns true if an even-odd ray from the point leaves the ring. */
function contains(ring: readonly LonLat[], [x, y]: LonLat): boolean {
  return ring.reduce((inside, [x1, y1], index) => {
    const [x2, y2] = ring.at(index - 1) as LonLat;
    const isCrossed = y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
    return isCrossed ? !inside : inside;
  }, false);
}

function kmToSegment(point: LonLat, from: LonLat, to: LonLat): number {
  const [ax, ay] = offsetKm(point, from);
  const [bx, by] = offsetKm(point, to);
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + along * dx, ay + along * dy);
}

function offsetKm([lon, lat]: LonLat, [toLon, toLat]: LonLat): [number, number] {
  const shrink = Math.cos(((lat + toLat) / 2) * (Math.PI / 180));
  return [(toLon - lon) * KM_PER_DEGREE * shrink, (toLat - lat) * KM_PER_DEGREE];
}
