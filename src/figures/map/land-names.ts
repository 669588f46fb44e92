import { textLabel, type Box, type Label } from '../../charts/index.ts';
import type { MapNames } from '../../data/schemas/map-names.ts';
import { COUNTRY, DETAIL } from './ground.ts';
import type { Layout } from './layout.ts';

/** Places the names of states and neighbours on the large map, where nothing else stands; a name without room is left out. */
export function landNames(names: MapNames['large'], { map, frame }: Layout, taken: Box[]): Label[] {
  const scale = (map.x1 - map.x0) / DETAIL.width;
  const placed: Label[] = [];
  for (const { name, is_state: isState, spots } of names) {
    const found = spots
      .map(([lon, lat]) => DETAIL.project(lon, lat))
      .map(({ x, y }) =>
        textLabel(`land-${name}`, [name], isState ? 'band' : 'remark', x * scale, y * scale, 'middle', frame.text),
      )
      .find(
        ({ box }) =>
          box.x0 >= 2 &&
          box.x1 <= map.x1 - 2 &&
          box.y0 >= map.y0 + 2 &&
          [...taken, ...placed.map((label) => label.box)].every((other) => apart(box, other)),
      );
    if (found) placed.push(found);
  }
  return placed;
}

/** Places the names of the neighbours on the small map, where it is large enough for them. */
export function neighbourNames(names: MapNames['country'], { corner, frame }: Layout): Label[] {
  if (corner.x1 - corner.x0 < COUNTRY.width) return [];
  return names.map(({ name, at: [lon, lat], anchor }) => {
    const { x, y } = COUNTRY.project(lon, lat);
    return textLabel(`corner-${name}`, [name], 'remark', corner.x0 + x, corner.y0 + y, anchor, frame.text);
  });
}

function apart(a: Box, b: Box): boolean {
  return a.x0 > b.x1 + 3 || a.x1 < b.x0 - 3 || a.y0 > b.y1 + 2 || a.y1 < b.y0 - 2;
}
