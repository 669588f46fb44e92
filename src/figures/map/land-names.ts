import { entersBox, num, textLabel, type Box, type Frame, type Label, type Segment } from '../../charts/index.ts';
import type { MapNames } from '../../data/schemas/map-names.ts';
import { COUNTRY } from './ground.ts';
import { projectInto, type Layout, type Pane } from './layout.ts';

/** Places the names of states and neighbours on a pane of the large map, where nothing else stands and off the frontier; a name without room is left out. */
export function landNames(
  names: MapNames['large'],
  pane: Pane,
  frame: Frame,
  { taken, lines }: { taken: Box[]; lines: Segment[] },
): Label[] {
  const { box: bounds } = pane;
  const placed: Label[] = [];
  for (const { name, is_state: isState, spots } of names) {
    const found = lettersOf(name, isState)
      .flatMap((words) =>
        spots.map(([lon, lat]) => {
          const { x, y } = projectInto(pane, lon, lat);
          return textLabel(
            `land-${name}-${num(y)}`,
            [words],
            'band',
            x,
            y,
            'middle',
            frame,
            isState ? 'neutral' : 'ink',
          );
        }),
      )
      .find(
        ({ box }) =>
          box.x0 >= bounds.x0 + 2 &&
          box.x1 <= bounds.x1 - 2 &&
          box.y0 >= bounds.y0 + 2 &&
          box.y1 <= bounds.y1 - 2 &&
          !lines.some((line) => entersBox(line, box)) &&
          [...taken, ...placed.map((label) => label.box)].every((other) => apart(box, other)),
      );
    if (found) placed.push(found);
  }
  return placed;
}

/** Returns the ways to write a name: a neighbour in capitals that stand apart, or closer where those have no room, a state in sloping letters. */
function lettersOf(name: string, isState: boolean): string[] {
  const capitals = name.toUpperCase();
  return isState ? [name] : [[...capitals].join(' '), capitals];
}

/** The smallest share of its size at which the small map has room for names. */
const LEAST = 0.9;

/** Places the names of the neighbours on the small map, where it is large enough for them. */
export function neighbourNames(names: MapNames['country'], { corner, frame }: Layout): Label[] {
  const scale = (corner.x1 - corner.x0) / COUNTRY.width;
  if (scale < LEAST) return [];
  return names.map(({ name, at: [lon, lat], anchor }) => {
    const { x, y } = COUNTRY.project(lon, lat);
    return textLabel(`corner-${name}`, [name], 'remark', corner.x0 + x * scale, corner.y0 + y * scale, anchor, frame);
  });
}

function apart(a: Box, b: Box): boolean {
  return a.x0 > b.x1 + 3 || a.x1 < b.x0 - 3 || a.y0 > b.y1 + 2 || a.y1 < b.y0 - 2;
}
