import { encode } from 'uqr';

/** A QR code as a drawing: a square of modules, one unit each, with the margin that readers need around it. */
export interface QrDrawing {
  /** Width and height in modules, margin included. */
  size: number;
  /** The dark modules as strokes one unit wide, for the `d` of a path. */
  path: string;
}

/** The margin that the standard asks for, in modules. */
const MARGIN = 4;

/**
 * The QR code of an address. Level M stays readable with about a seventh of it lost, which a photocopy of a photocopy needs.
 * @throws RangeError if the address is longer than any QR code can say.
 */
export function qrDrawing(address: string): QrDrawing {
  const { data, size } = encode(address, { ecc: 'M', border: MARGIN });
  return { size, path: data.map(rowStrokes).join('') };
}

/** `M4 4.5h7m2 0h1`: the runs of dark modules in one row, along its middle. */
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
