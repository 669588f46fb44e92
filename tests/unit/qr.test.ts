import jsQR from 'jsqr';
import { Resvg } from '@resvg/resvg-js';
import { expect, it } from 'vitest';
import { qrDrawing } from '../../src/site/qr.ts';

/** What a camera reads from the drawing, eight pixels a module. */
function read(address: string): string | undefined {
  const { size, path } = qrDrawing(address);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path stroke="#000" d="${path}"/></svg>`;
  const { pixels, width, height } = new Resvg(svg).render();
  return jsQR(new Uint8ClampedArray(pixels), width, height)?.data;
}

it.each([
  'https://explainer.example/',
  'https://explainer.example/s/turning-point.html',
  `https://explainer.example/${'long/'.repeat(40)}`,
])('says its address: %s', (address) => {
  expect(read(address)).toBe(address);
});

it('has the white margin that readers need, four modules wide', () => {
  const { size, path } = qrDrawing('https://explainer.example/');
  const starts = [...path.matchAll(/M(\d+) (\d+)\.5/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  expect(Math.min(...starts.map(([x]) => x))).toBe(4);
  expect(Math.min(...starts.map(([, y]) => y))).toBe(4);
  expect(Math.max(...starts.map(([, y]) => y))).toBe(size - 5);
});

it('is refused for an address that no code can hold', () => {
  expect(() => qrDrawing(`https://explainer.example/${'x'.repeat(3000)}`)).toThrow(RangeError);
});
