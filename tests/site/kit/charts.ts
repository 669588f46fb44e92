import type { Page } from 'playwright';
import { figureModels } from '../../../src/figures/index.ts';
import { tableRows } from '../../../src/figures/shared/figure-tables.ts';
import { IS_WHOLE } from './dist.ts';
import { ledger } from './faults.ts';

/** Lists the ids of the rows that a figure draws, in the order of its table. */
export function drawnRows(figure: string): string[] {
  const model = figureModels(ledger, figure)[0];
  const drawn = new Set(model.marks.map(({ row }) => row));
  return tableRows(model.table)
    .map(({ rowId }) => rowId)
    .filter((row) => drawn.has(row));
}

/** Returns the rows that are tried out one by one: all, or every third and the last. */
export function tried(rows: readonly string[]): string[] {
  return rows.filter((_, index) => IS_WHOLE || index % 3 === 0 || index === rows.length - 1);
}

/** Locates the slider without a face by which arrow keys and screen readers go through the marks of a figure. */
export const slider = (page: Page, figure: string) => page.locator(`#${figure} .marks`);

/** Locates the line of words under a picture. */
export const strip = (page: Page, figure: string) => page.locator(`#${figure} .readout`);

/** Returns the words of the line under a picture, without its button and the way to the notes. */
export async function wordsOfStrip(page: Page, figure: string): Promise<string> {
  const said = (await strip(page, figure).locator('p').first().textContent()) ?? '';
  return said.replace('Source and notes', '').replace(/\s+/g, ' ').trim();
}

/** Returns the words that a row of the table should give under the picture. */
export async function wordsOfRow(page: Page, figure: string, row: string, isPassing = false): Promise<string> {
  return page.evaluate(
    ([id, withoutNotes]) => {
      const copy = document.getElementById(id)!.cloneNode(true) as HTMLElement;
      if (withoutNotes) for (const note of copy.querySelectorAll('small')) note.remove();
      const [date, name, rest] = [...copy.children].map((cell) => cell.textContent!.replace(/\s+/g, ' ').trim());
      return `${date} · ${name} · ${rest}`;
    },
    [`${figure}-${row}`, isPassing] as const,
  );
}

/** Lists the rows whose marks are framed in the picture that is shown. */
export async function framed(page: Page, figure: string): Promise<string[]> {
  return page.evaluate((id) => {
    const read = [...document.querySelectorAll<SVGElement>(`#${id} .is-read`)].filter(
      (one) => one.getClientRects().length > 0,
    );
    return [...new Set(read.map((one) => one.dataset['row']!))];
  }, figure);
}

/** Returns the middle of a row's mark on the screen. */
export async function middleOf(page: Page, figure: string, row: string): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ([id, name]) => {
      const kinds = ['filled', 'open', 'bar'].map((kind) => `#${id} [class*=chart__${kind}] > [data-row="${name}"]`);
      const boxes = [...document.querySelectorAll(kinds.join())].map((one) => one.getBoundingClientRect());
      const { left, top, width, height } = boxes.find((box) => box.width > 0)!;
      return { x: left + width / 2, y: top + height / 2 };
    },
    [figure, row] as const,
  );
}
