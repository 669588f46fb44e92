import { num, textLabel, tickLabel, type Axis, type Mark } from '../../charts/index.ts';
import { xOfDay, type Layout } from './layout.ts';

/** Draws the two lines between which months and years stand. */
export function ground({ frame, line }: Layout): Mark {
  const d = `M0 ${num(line.taken + 0.5)}H${frame.width}M0 ${num(line.back - 0.5)}H${frame.width}`;
  return { kind: 'bracket', tone: 'ink', d, boxes: [] };
}

/** Names each year over its months, with a line where it begins and, where there is room, the initials of the months. */
export function monthAxis(layout: Layout): Axis {
  const { frame, months, step, line } = layout;
  const years = [...Map.groupBy(months, (month) => month.slice(0, 4))];
  const hasInitials = step >= frame.text * 1.5 && line.back - line.taken >= frame.text * 2.5;
  const edges = { x0: 0, x1: frame.width };
  const yearY = line.back - 6;
  return {
    d: years
      .slice(1)
      .map(([year]) => `M${num(xOfDay(layout, `${year}-01-01`))} ${num(line.taken)}V${num(line.back)}`)
      .join(''),
    labels: [
      ...years.map(([year, own]) => {
        const middle = xOfDay(layout, `${own[0]}-01`) + (own.length * step) / 2;
        return tickLabel(year, year, middle, yearY, frame.text, edges);
      }),
      ...(hasInitials
        ? months.map((month, index) =>
            textLabel(
              `x-${month}`,
              [INITIALS[Number(month.slice(5)) - 1] ?? ''],
              'tick',
              (index + 0.5) * step,
              line.taken + frame.text + 2,
              'middle',
              frame.text,
            ),
          )
        : []),
    ],
  };
}

const INITIALS = 'JFMAMJJASOND';
