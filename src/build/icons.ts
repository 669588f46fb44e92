import { Resvg } from '@resvg/resvg-js';

/** The sides of the pictures in `favicon.ico`, in pixels: tabs, tabs of fine screens, shortcuts. */
const ICO_SIDES = [16, 32, 48];
/** The side that phones ask for when a page is put on the home screen. */
const TOUCH_SIDE = 180;

/** Draws the icons for programs that ask for them by name, from `public/icon.svg`. @returns Files by name. */
export function drawIcons(svg: string): Record<string, Buffer> {
  // Phones round the corners themselves, and would show black behind round ones.
  const square = svg.replace(/ rx="[\d.]+"/, '');
  return {
    'favicon.ico': icoFile(ICO_SIDES.map((side) => ({ side, png: drawSquare(svg, side) }))),
    'apple-touch-icon.png': drawSquare(square, TOUCH_SIDE),
  };
}

function drawSquare(svg: string, side: number): Buffer {
  return new Resvg(svg, { fitTo: { mode: 'width', value: side }, font: { loadSystemFonts: false } }).render().asPng();
}

/** Packs PNG pictures into one ICO file: a head, an entry for each, then the pictures. */
function icoFile(pictures: { side: number; png: Buffer }[]): Buffer {
  const HEAD = 6;
  const ENTRY = 16;
  const index = Buffer.alloc(HEAD + ENTRY * pictures.length);
  index.writeUInt16LE(1, 2);
  index.writeUInt16LE(pictures.length, 4);
  let offset = index.length;
  pictures.forEach(({ side, png }, position) => {
    const at = HEAD + ENTRY * position;
    index.writeUInt8(side, at);
    index.writeUInt8(side, at + 1);
    index.writeUInt16LE(1, at + 4);
    index.writeUInt16LE(32, at + 6);
    index.writeUInt32LE(png.length, at + 8);
    index.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([index, ...pictures.map(({ png }) => png)]);
}
