import { encode } from 'uqr';

/** QR code as a drawing: a square of modules, one unit each, with the margin that readers need around it. */
export interface QrDrawing {
  /** Width and height in modules, margin included. */
  size: number;
  /** The dark modules as strokes one unit wide, for the `d` of a path. */
  path: string;
}

/** Margin that the standard asks for, in modules. */
const MARGIN = 4;

/**
 * Draws the QR code of an address. Level M stays readable with about a seventh of it lost, which a photocopy of a photocopy needs.
 * @throws RangeError if the address is too long for any QR code.
 */
export function qrDrawing(address: string): QrDrawing {
  const { data, size } = encode(address, { ecc: 'M', border: MARGIN });
  return { size, path: data.map(rowStrokes).join('') };
}

/** Writes the runs of dark modules in one row as a path along its middle: `M4 4.5h7m2 0h1`. */
function rowStrokes(row: boolean[], y: number): string {
  const runs = [
    ...row
      .map((dark) => (dark ? '1' : '0'))
      .join('')
      .matchAll(/1+/g),
  ].map((run) => ({ from: run.index, length: run[0].length }));
  return runs
    .map(({ from, length }, index) => {
      const before = runs[index - 1];
      return `${before ? `m${from - before.from - before.length} 0` : `M${from} ${y}.5`}h${length}`;
    })
    .join('');
}
