import { countAxis, timeAxis } from '../../charts/axes.ts';
import { at, frameOf } from '../../charts/frame.ts';
import { keyHeight, markKey } from '../../charts/key.ts';
import { leaderLines, placeLabels, textLabel } from '../../charts/labels.ts';
import { brokenLine, straightLine } from '../../charts/marks.ts';
import { placedOf, pointMarks } from '../../charts/marks-of.ts';
import { neededPlace, placeSeries } from '../../charts/place.ts';
import { seriesOf } from '../../charts/points.ts';
import { countScale, countTicks, drawnPoints, OPERATION, timeScale } from '../../charts/scales.ts';
import { wrapText } from '../../charts/text-width.ts';
import { annotationText, rowWishes, wordsOf, type Taste } from '../../charts/words.ts';
import type { ChartModel, WidthName } from '../../charts/types.ts';
import type { FilledCard } from '../../charts/fill-card.ts';
import type { Ledger } from '../../data/ledger.ts';

/** Stands for the days between the last two tallies of one outlet, where the dashes are explained. */
const LAST_GAP = '2024-01-08';
const [BEFORE_GAP, AFTER_GAP] = ['B042', 'B044'] as const;
/** Stands for the empty corner where the warning is. */
const WARNING = '2023-10-27';

const MONTHS = ['2023-11-01', '2023-12-01', '2024-01-01'];
const FORTNIGHTS = ['2023-11-01', '2023-11-15', '2023-12-01', '2023-12-15', '2024-01-01', '2024-01-15'];

/** Positions reported lost: a mark for each published count, and lines only where one claimant counted one area. */
export function positionsLost(ledger: Ledger, card: FilledCard, width: WidthName): ChartModel {
  const series = seriesOf(ledger, card);
  const frame = frameOf(width, at(width, { phone: 600, column: 540, paper: 320 }));
  frame.top = keyHeight(card, frame) + at(width, { phone: 62, column: 62, paper: 52 });
  const x = timeScale(OPERATION, '2024-01-16', frame, { left: 10, right: 6 });
  const y = countScale(drawnPoints(series), frame);
  const placed = placeSeries(series, x, y, frame);
  const lines = series
    .filter((one) => one.kind === 'line')
    .flatMap((one) => brokenLine(placedOf(one, placed), one.gaps, one.tone, straightLine));
  const marks = [...lines, ...pointMarks(series, placed, frame)];
  const key = markKey(card, frame);
  const ticks = countTicks(y);
  const axes = [
    countAxis(y, ticks, frame),
    timeAxis(x, at(frame, { phone: MONTHS, column: FORTNIGHTS, paper: FORTNIGHTS }), '%-d %b', frame),
  ];

  const warning = textLabel(
    'warning',
    wrapText(
      annotationText(card, WARNING, frame) ?? '',
      at(frame, { phone: 130, column: 296, paper: 230 }),
      frame.text,
    ),
    'remark',
    at(frame, { phone: 34, column: 40 }),
    y(ticks.at(-1) as number) + frame.text * 1.3,
    'start',
    frame.text,
  );
  const why = annotationText(card, LAST_GAP, frame);
  const remarks = why
    ? [
        warning,
        {
          ...textLabel(
            'gap',
            wrapText(why, 106, frame.text),
            'remark',
            frame.right,
            neededPlace(placed, BEFORE_GAP, 'lines').y + frame.text * 1.5,
            'end',
            frame.text,
          ),
          row: AFTER_GAP,
        },
      ]
    : [warning];
  const fixed = [...remarks, ...key.labels, ...axes.flatMap((axis) => axis.labels)];
  const wishes = rowWishes(
    card,
    series,
    placed,
    frame,
    at(frame, { phone: 96, column: 150, paper: 130 }),
    tastes(width),
  );
  const found = placeLabels(wishes, fixed, marks, frame);
  const labels = [...key.labels, ...remarks, ...found];

  return {
    ...wordsOf(ledger, card, series),
    frame,
    axes,
    marks: [...marks, ...leaderLines(wishes, found, frame), ...key.marks],
    labels,
    placed: placed.map((place) => ({ row: place.point.id, x: place.x, y: place.y })),
  };
}

function tastes(width: WidthName): Record<string, Taste> {
  return {
    B007: { sides: ['above-left', 'above', 'left'] },
    B017: {
      sides: ['above'],
      away: at(width, { phone: 82, column: 66, paper: 46 }),
      leader: true,
      room: at(width, { phone: 120, column: 120, paper: 150 }),
    },
    B025: {
      sides: ['below-right'],
      room: at(width, { phone: 124, column: 134 }),
      dx: at(width, { phone: 0, column: 0, paper: -4 }),
    },
    'f-wire-posts': {
      sides: ['below-right'],
      away: at(width, { phone: 86, column: 64, paper: 28 }),
      leader: true,
      room: 140,
    },
    B026: { sides: ['above'], room: at(width, { phone: 70, column: 150, paper: 150 }) },
    B032: at<Taste>(width, {
      phone: { sides: ['below-right'], room: 92 },
      column: { sides: ['below-right'], room: 150 },
      paper: { sides: ['below'], room: 150, dx: -6 },
    }),
    B042: { sides: ['above-left'] },
    B044: { sides: ['above-left'], room: 134 },
    B031: { sides: ['above', 'left'] },
    B039: { sides: ['above-left', 'above'] },
  };
}
