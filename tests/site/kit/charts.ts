import type { Page } from 'playwright';
import { designOf, FIGURE_IDS, figureModels } from '../../../src/figures/index.ts';
import { tableRows } from '../../../src/figures/shared/figure-tables.ts';
import { ledger } from './faults.ts';

export { ledger };

/** Figures that can be read point by point. */
export const READ = FIGURE_IDS.filter((id) => designOf(id).reading);

/** Figures that can be seen as they were known by a day, with the rows of their tables. */
export const KNOWN_BY = FIGURE_IDS.filter((id) => designOf(id).knownBy);

/** Lists the ids of the rows in a figure's table, in its order. */
export function rowsInTable(figure: string): string[] {
  return tableRows(figureModels(ledger, figure)[0].table).map((row) => row.rowId);
}

/** Lists the rows that a figure draws, in the order in which they are read. */
export function rowsInOrder(figure: string): string[] {
  const model = figureModels(ledger, figure).at(-1)!;
  if (designOf(figure).reading === 'rows')
    return rowsInTable(figure).filter((row) => model.placed.some((place) => place.row === row));
  return [...model.placed].sort((a, b) => a.x - b.x).map((place) => place.row);
}

/** Returns where along the days a row is drawn in the wider picture, in its pixels. */
export function placeOf(figure: string, row: string): number {
  return figureModels(ledger, figure)
    .at(-1)!
    .placed.find((place) => place.row === row)!.x;
}

/** Locates the slider under a figure. */
export const slider = (page: Page, figure: string, name = 'point by point') =>
  page.locator(`#${figure}`).getByRole('slider', { name });

/** Returns the words that a screen reader gets of a row: a number with its day, or a place and when it was taken; then the rest, without sources. */
export async function spokenOfRow(page: Page, figure: string, row: string): Promise<string> {
  return page.evaluate((id) => {
    const oneSpace = (text?: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
    const line = document.getElementById(id)!;
    const [date, name, rest] = [...line.children].map((cell, index) =>
      oneSpace(index < 2 ? cell.textContent : cell.firstChild!.textContent),
    );
    return line.closest('figure')!.querySelector('thead th')?.textContent === 'Taken'
      ? `${name}, taken ${date}: ${rest}`
      : `${date}: ${name}. ${rest}`;
  }, `${figure}-${row}`);
}

/** Locates the strip in which the words of a point stand. */
export const strip = (page: Page, figure: string) => page.locator(`#${figure} .reading__strip`);

/** Returns the words of a row of the table as one line. */
export async function wordsOfRow(page: Page, figure: string, row: string): Promise<string> {
  return page.evaluate((id) => {
    const oneSpace = (text = '') => text.replace(/\s+/g, ' ').trim();
    const [date, number, rest] = document.getElementById(id)!.children;
    return oneSpace(`${date!.textContent} · ${number!.textContent} ${rest!.textContent}`);
  }, `${figure}-${row}`);
}

/** Returns the words of the strip, without its button, as one line. */
export async function wordsOfStrip(page: Page, figure: string): Promise<string> {
  return strip(page, figure).evaluate((element) =>
    [...element.querySelectorAll('p')]
      .map((part) => part.textContent)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** Tells whether the line is drawn in the picture that is shown, and its ring lies around the mark of the row: at a tall bar, around its upper end. */
export async function ringAround(page: Page, figure: string, row: string): Promise<boolean> {
  return page.evaluate(
    ([id, name]) => {
      const ring = [...document.querySelectorAll(`#${id} .reading__line`)]
        .at(-1)
        ?.lastElementChild?.getBoundingClientRect();
      const mark = [
        ...document.querySelectorAll(
          `#${id} [class*=chart__filled] [data-row="${name}"], #${id} [class*=chart__open] [data-row="${name}"], #${id} [class*=chart__bar] [data-row="${name}"]`,
        ),
      ]
        .map((one) => one.getBoundingClientRect())
        .find((box) => box.width > 0);
      if (!ring || !mark) return false;
      const near = 1;
      return (
        ring.top <= mark.top + near &&
        ring.bottom >= Math.min(mark.bottom, mark.top + mark.width) - near &&
        ring.left <= mark.left + near &&
        ring.right >= mark.right - near
      );
    },
    [figure, row] as const,
  );
}

/** Returns the middle of a row's mark on the screen. */
export async function middleOf(page: Page, figure: string, row: string): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ([id, name]) => {
      const marks = [
        ...document.querySelectorAll(
          `#${id} [class*=chart__filled] [data-row="${name}"], #${id} [class*=chart__open] [data-row="${name}"], #${id} [class*=chart__bar] [data-row="${name}"]`,
        ),
      ];
      const box = marks.map((one) => one.getBoundingClientRect()).find(({ width }) => width > 0)!;
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    },
    [figure, row] as const,
  );
}
