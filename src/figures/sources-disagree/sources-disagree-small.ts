import {
  lengthAxis,
  textLabel,
  pointMark,
  rule,
  countTicks,
  lengthScale,
  smallFrame,
  type Label,
  type Mark,
  type Picture,
} from '../../charts/index.ts';
import { smallWords, namedAnnotation, type FilledCard } from '../shared/filled-card.ts';
import { seriesOf, drawnPoints, type Series } from '../shared/series.ts';
import type { Ledger } from '../../data/ledger.ts';
import { COMPARED, placeAt, claimantTone } from './model.ts';

/** Distances from the head of a group to its marks, and to the next head. */
const MARKS = 12;
const GROUP = 38;

/** Draws the counts for the card of a shared link: one row of marks for each group, named in few words. */
export function sourcesDisagreeSmall(ledger: Ledger, card: FilledCard): Picture {
  const series = seriesOf(ledger, card);
  const frame = smallFrame();
  frame.top = frame.text + 8;
  frame.height = frame.top + GROUP * series.length + 6;
  frame.bottom = frame.height;
  const x = lengthScale(drawnPoints(series), 8, frame.width - 14);
  const { at: compared } = namedAnnotation(card, COMPARED);
  const marks: Mark[] = [];
  const labels: Label[] = [];
  series.forEach((one, index) => {
    const head = frame.top + index * GROUP + frame.text + 2;
    labels.push(textLabel(`head-${one.id}`, [groupHead(card, one)], 'heading', 0, head, 'start', frame.text, 'ink'));
    for (const point of one.points) {
      const place = placeAt(point, x(point.value), head + MARKS);
      if (point.id === compared) marks.push(rule(place.x, place.y, frame.bottom));
      marks.push(pointMark(place, one.shape, claimantTone(card, point), frame));
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
    axes: [lengthAxis(x, countTicks(x), frame)],
    marks,
    labels,
  };
}

/** Returns what was counted; a single count says its number too. */
function groupHead(card: FilledCard, { id, label, points }: Series): string {
  const words = card.dots.find((one) => one.id === id)?.small ?? label;
  return points.length === 1 ? `${words}: ${points[0]?.number}` : words;
}
