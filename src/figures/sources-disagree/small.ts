import {
  countTicks,
  lengthAxis,
  lengthScale,
  smallFrame,
  textLabel,
  type Label,
  type Mark,
  type Picture,
} from '../../charts/index.ts';
import type { Ledger } from '../../data/ledger.ts';
import { smallWords, type FilledCard } from '../shared/filled-card.ts';
import { drawnPoints, seriesOf, type Series } from '../shared/series.ts';
import { markOf, placeAt } from './model.ts';

/** Distances from the head of a group to its marks, and to the next head. */
const MARKS = 12;
const GROUP = 38;

/** Draws the counts for the card of a shared link: one row of marks for each group, named in few words. */
export function sourcesDisagreeSmall(ledger: Ledger, card: FilledCard): Picture {
  const series = seriesOf(ledger, card).filter(({ kind }) => kind === 'dots');
  const frame = smallFrame();
  frame.bottom = frame.top + GROUP * series.length + 6;
  frame.height = Math.ceil(frame.bottom + frame.remark * 1.5);
  const x = lengthScale(drawnPoints(series), 8, frame.width - 14);
  const marks: Mark[] = [];
  const labels: Label[] = [];
  series.forEach((one, index) => {
    const head = frame.top + index * GROUP + frame.text + 2;
    labels.push(textLabel(`head-${one.id}`, [groupHead(card, one)], 'heading', 0, head, 'start', frame.text, 'ink'));
    for (const point of one.points) {
      const place = placeAt(point, x(point.value), head + MARKS);
      marks.push(markOf(card, one, place, frame));
      const words = smallWords(card, point.id);
      if (words !== null)
        labels.push(
          textLabel(
            point.id,
            [words],
            'name',
            place.x - frame.mark - 4,
            place.y + frame.text * 0.36,
            'end',
            frame.text,
          ),
        );
    }
  });
  return {
    id: card.id,
    frame,
    alt: card.alt_small ?? card.alt,
    axes: [lengthAxis(x, countTicks(x), frame, labels)],
    marks,
    labels,
  };
}

/** Returns what was counted; a single count says its number too. */
function groupHead(card: FilledCard, { id, label, points }: Series): string {
  const words = card.dots.find((one) => one.id === id)?.small ?? label;
  return points.length === 1 ? `${words}: ${points[0]?.number}` : words;
}
