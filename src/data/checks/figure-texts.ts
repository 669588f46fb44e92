import type { FigureCard } from '../schemas/figure.ts';
import type { Path } from './check-figure-rows.ts';

/** Text of a figure that may refer to numbers. */
export interface FigureTemplate {
  path: Path;
  text: string;
  /** Only a note has room to say how weak a number is. */
  mayBeWeak: boolean;
}

/** Lists the texts of a figure in which `{A21}` references are filled in. */
export function figureTemplates(figure: FigureCard): FigureTemplate[] {
  const strong = (path: Path, text: string): FigureTemplate => ({ path, text, mayBeWeak: false });
  return [
    ...(['title', 'shared', 'subtitle', 'alt', 'summary', 'table'] as const).map((field) =>
      strong([field], figure[field]),
    ),
    ...(['notes', 'picture_notes'] as const).flatMap((list) =>
      figure[list].map((text, index) => ({ path: [list, index], text, mayBeWeak: true })),
    ),
    ...(['alt_small', 'note_short'] as const).flatMap((field) => {
      const text = figure[field];
      return text === undefined ? [] : [strong([field], text)];
    }),
    ...figure.annotations.flatMap(({ text, short, small }, index) => [
      strong(['annotations', index, 'text'], text),
      ...(short === undefined ? [] : [strong(['annotations', index, 'short'], short)]),
      ...(small === undefined ? [] : [strong(['annotations', index, 'small'], small)]),
    ]),
  ];
}

/** Lists the texts of a figure that readers see as written, in which a reference would stay a row of signs. */
export function figurePlainTexts(figure: FigureCard): { path: Path; text: string }[] {
  return [
    { path: ['name'], text: figure.name },
    ...figure.key.map(({ text }, index) => ({ path: ['key', index, 'text'], text })),
    ...(['lines', 'bands', 'dots', 'table_only', 'places', 'places_listed', 'judgements'] as const).flatMap((list) =>
      figure[list].map(({ label }, index) => ({ path: [list, index, 'label'], text: label })),
    ),
    ...figure.stops.map(({ words }, index) => ({ path: ['stops', index, 'words'], text: words })),
    ...figure.ticks.map(({ text }, index) => ({ path: ['ticks', index, 'text'], text })),
    ...figure.key.flatMap(({ small }, index) =>
      small === undefined ? [] : [{ path: ['key', index, 'small'], text: small }],
    ),
    ...(['dots', 'judgements'] as const).flatMap((list) =>
      figure[list].flatMap(({ small }, index) =>
        small === undefined ? [] : [{ path: [list, index, 'small'], text: small }],
      ),
    ),
  ];
}
