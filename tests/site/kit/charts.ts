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

/** Returns the rows that are tried out one by one: all, or every fifth and the last. */
export function tried(rows: readonly string[]): string[] {
  return rows.filter((_, index) => IS_WHOLE || index % 5 === 0 || index === rows.length - 1);
}

/** Locates the slider without a face by which arrow keys and screen readers go through the marks of a figure. */
export const slider = (page: Page, figure: string) => page.locator(`#${figure} .marks`);

/** Locates the line of words under a picture. */
export const strip = (page: Page, figure: string) => page.locator(`#${figure} .readout`);

/** What a figure shows of the mark that is read. */
export interface ReadMark {
  /** The row whose mark is framed; undefined if none is, or several are. */
  row: string | undefined;
  /** The words of the line under the picture. */
  said: string;
  /** The words that the row of the table should give there, and without its notes, as where a pointer only passes. */
  wanted: string;
  inPassing: string;
}

/** Reads a figure once: which mark it frames, what it says of it, and what it should say. */
export function readMark(page: Page, figure: string): Promise<ReadMark> {
  return page.evaluate((id) => {
    const framed = [...document.querySelectorAll<SVGElement>(`#${id} .is-read`)]
      .filter((one) => one.getClientRects().length > 0)
      .map((one) => one.dataset['row']!);
    const [row, another] = new Set(framed);
    const oneSpace = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
    const wordsOf = (line: Element | null) => {
      const [date, name, rest] = [...(line?.children ?? [])].map((cell) => oneSpace(cell.textContent));
      return `${date} · ${name} · ${rest}`;
    };
    const line = document.getElementById(`${id}-${row}`);
    const passing = (line?.cloneNode(true) ?? null) as Element | null;
    for (const note of passing?.querySelectorAll('small') ?? []) note.remove();
    return {
      row: another === undefined ? row : undefined,
      said: oneSpace(document.querySelector(`#${id} .readout p`)?.textContent?.replace('Source and notes', '')),
      wanted: wordsOf(line),
      inPassing: wordsOf(passing),
    };
  }, figure);
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
      const boxesOf = (...kinds: string[]) =>
        [
          ...document.querySelectorAll(
            kinds.map((kind) => `#${id} [class*=chart__${kind}] > [data-row="${name}"]`).join(),
          ),
        ].map((one) => one.getBoundingClientRect());
      // A hairline is the mark of a row that has no other.
      const boxes = [...boxesOf('filled', 'open', 'bar', 'bracket'), ...boxesOf('whisker')];
      const { left, top, width, height } = boxes.find((box) => box.width > 0)!;
      return { x: left + width / 2, y: top + height / 2 };
    },
    [figure, row] as const,
  );
}
