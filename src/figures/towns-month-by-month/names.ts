import {
  distanceTo,
  entersBox,
  labelsOnMarks,
  num,
  overlappingLabels,
  placeLabels,
  type Box,
  type Label,
  type LabelRequest,
  type Mark,
  type Segment,
  type Side,
} from '../../charts/index.ts';
import { bareName } from '../../data/places.ts';
import { annotationWords, labelOptions, type FilledCard } from '../shared/filled-card.ts';
import type { Layout } from './layout.ts';
import type { Square } from './squares.ts';

/** A name with the hairline that ties it to its square, where it does not stand just beside it. */
export interface TiedName {
  label: Label;
  tie: Mark[];
}

/** A name that looks for a place, with its square. */
interface NameRequest extends LabelRequest {
  square: Square;
}

/** Pixels between a square and a name tied to it. */
const AWAY = 7;
/** A shorter tie could not be seen. */
const LEAST = 4;
/** Longest tie, in pixels. */
const FARTHEST = 40;

/** Asks for the names of prominent towns at their squares. */
export function nameRequests(card: FilledCard, squares: Square[], where: 'taken' | 'back'): NameRequest[] {
  const sides: Side[] = where === 'taken' ? ['right', 'above-right', 'above'] : ['below', 'right', 'below-right'];
  return card.prominent.flatMap((id) => {
    const square = squares.find(({ town }) => town.place.id === id);
    return square ? [requestAt(square, `${where}-${id}`, bareName(square.town.place), sides, AWAY)] : [];
  });
}

/** Asks for the words of the card at towns that changed hands again. */
export function remarkRequests(card: FilledCard, { frame }: Layout, squares: Square[]): NameRequest[] {
  return card.annotations.flatMap((annotation) => {
    const square = squares.find(({ town }) => town.place.id === annotation.at);
    const words = annotationWords(annotation, frame);
    if (!square || words === null) return [];
    const { sides = ['right', 'below'], away = LEAST - 1 } = labelOptions(annotation, frame);
    return [requestAt(square, annotation.at, words, sides, away)];
  });
}

function requestAt(square: Square, id: string, text: string, sides: Side[], away: number): NameRequest {
  const { town, box } = square;
  // A hair off the middle: over it, so that the foot of the letters is off the square under them; under the months, off their line.
  const off = id.startsWith('taken-') ? -1.2 : 1.2;
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2 + off];
  const own = { kind: 'remark', tone: 'ink', row: town.place.id, room: 200 } as const;
  return { ...own, square, id, text, x, y, sides, away: (box.x1 - box.x0) / 2 + away };
}

/** Places names one after another and ties each to its square; leaves out one that would stand on another label, on a mark or among the months, or whose tie would cross words or another square: the table has it. */
export function tiedNames(requests: NameRequest[], fixed: Label[], marks: Mark[], layout: Layout): TiedName[] {
  const { frame, line } = layout;
  const squares = marks.flatMap((mark) => (mark.row === undefined ? [] : mark.boxes));
  const kept: { label: Label; tie: Segment[] }[] = [];
  for (const request of requests) {
    const own = request.square.box;
    const around = [...fixed, ...kept.map(({ label }) => label)];
    const inTheWay = [...squares.filter((other) => other !== own), ...around.map((other) => other.box)];
    const found = waysFor(request)
      .map((way) => {
        const [label] = placeLabels([way], around, marks, frame) as [Label];
        return { label, tie: tieBetween(own, label.box) };
      })
      .find(({ label, tie }) => {
        const { box } = label;
        // The measured box is a little higher than the letters.
        const isAmongMonths = box.y0 < line.back - 1 && box.y1 > line.taken + 1;
        return (
          !isAmongMonths &&
          distanceTo(box, request) <= FARTHEST &&
          overlappingLabels([...around, label]).length === 0 &&
          labelsOnMarks([label], marks).length === 0 &&
          !inTheWay.some((other) => tie.some((piece) => entersBox(piece, other))) &&
          !kept.some((other) => other.tie.some((piece) => entersBox(piece, box)))
        );
      });
    if (found) kept.push(found);
  }
  return kept.map(({ label, tie }) => ({ label, tie: tie.length === 0 ? [] : [tieMark(tie)] }));
}

/** Returns a name as it is asked for, and higher, above the square over its own: from there on, or from the edge of its column. */
function waysFor(request: NameRequest): NameRequest[] {
  const { x0, x1, y0, y1 } = request.square.box;
  const higher: NameRequest = { ...request, sides: ['above-right'], away: (request.away ?? 0) + y1 - y0 };
  return [request, higher, { ...higher, x: request.x - (x1 - x0) }];
}

/** How far beside its column a tie climbs, in pixels. */
const BESIDE = 3;

/** Returns the line from a square to a label: straight where one is above or beside the other, else out of the side of the square and up; none where they are side by side. */
function tieBetween(square: Box, label: Box): Segment[] {
  const [x, y] = [(square.x0 + square.x1) / 2, (square.y0 + square.y1) / 2];
  const side = square.x1 + BESIDE;
  if (label.y1 < square.y0 && label.x1 > side)
    return [
      [square.x1, y, side, y],
      [side, y, side, label.y1],
    ];
  if (label.y0 >= square.y1) {
    const at = clamp(x, label.x0, label.x1);
    return label.y0 - square.y1 < LEAST ? [] : [[clamp(at, square.x0, square.x1), square.y1, at, label.y0]];
  }
  const [from, to] = label.x0 > square.x1 ? [square.x1, label.x0 - 1] : [square.x0, label.x1 + 1];
  return Math.abs(to - from) < LEAST ? [] : [[from, y, to, y]];
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

function tieMark(tie: Segment[]): Mark {
  const d = tie.map(([x0, y0, x1, y1]) => `M${num(x0)} ${num(y0)}L${num(x1)} ${num(y1)}`).join('');
  return { kind: 'leader', tone: 'neutral', d, boxes: [] };
}
