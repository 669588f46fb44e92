import type { FigureCard } from '../../schemas/figure.ts';

/** One text of a figure that may refer to numbers. */
export interface FigureTemplate {
  path: (string | number)[];
  text: string;
  /** Only a note has room to say how weak a number is. */
  mayBeWeak: boolean;
}

/** Every text of a figure that a reader sees and that may hold `{A21}` references. */
export function figureTemplates(figure: FigureCard): FigureTemplate[] {
  const strong = (path: (string | number)[], text: string): FigureTemplate => ({ path, text, mayBeWeak: false });
  return [
    ...(['title', 'subtitle', 'alt', 'summary', 'table'] as const).map((field) => strong([field], figure[field])),
    ...figure.notes.map((text, index) => ({ path: ['notes', index], text, mayBeWeak: true })),
    ...figure.key.map(({ text }, index) => strong(['key', index, 'text'], text)),
    ...(['lines', 'bands', 'dots', 'table_only'] as const).flatMap((list) => figure[list].map(({ label }, index) => strong([list, index, 'label'], label))),
    ...figure.annotations.flatMap(({ text, short }, index) => [
      strong(['annotations', index, 'text'], text),
      ...(short === undefined ? [] : [strong(['annotations', index, 'short'], short)]),
    ]),
  ];
}
