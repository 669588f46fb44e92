import type { FilledCard } from './fill-card.ts';
import { frameOf } from './frame.ts';
import type { Frame } from './types.ts';

/** The canvas of a picture on the card of a shared link, half as large as it is drawn there. */
export function smallFrame(): Frame {
  return { ...frameOf('phone', 0), width: 270, left: 0, right: 270, top: 0, text: 14, mark: 5 };
}

/** The fewest words of an annotation, if it has any on the card of a shared link. */
export function smallWords(card: FilledCard, at: string): string | null {
  return card.annotations.find((one) => one.at === at)?.small ?? null;
}
