import { crc32, deflateSync } from 'node:zlib';

/** A picture of few colours: for each point the number of its colour. */
export interface FewColours {
  /** Red, green and blue of each colour. */
  palette: number[][];
  points: Uint8Array;
}

/** What four bits can number. */
const COLOURS = 16;

const INDEXED = 3;
const BITS = 4;

/**
 * A picture with the sixteen colours that it can least do without: the paper, then each time the colour of the points that are
 * furthest from all colours so far, weighed by how many they are.
 * @param data Four bytes for each point, the fourth of them opacity.
 */
export function fewColours(data: Uint8Array): FewColours {
  // Points that differ little are counted as one colour.
  const keyOf = (at: number) =>
    (((data[at] as number) >> 4) << 8) | (((data[at + 1] as number) >> 4) << 4) | ((data[at + 2] as number) >> 4);
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) counts.set(keyOf(at), (counts.get(keyOf(at)) ?? 0) + 1);
  const keys = [...counts.keys()].sort((a, b) => (counts.get(b) as number) - (counts.get(a) as number) || a - b);
  const distance = (a: number, b: number) =>
    [8, 4, 0].reduce((sum, shift) => sum + (((a >> shift) & 15) - ((b >> shift) & 15)) ** 2, 0);
  const chosen = [keys[0] as number];
  while (chosen.length < Math.min(COLOURS, keys.length)) {
    const weight = (key: number) =>
      Math.min(...chosen.map((one) => distance(key, one))) * Math.sqrt(counts.get(key) as number);
    chosen.push(keys.reduce((best, key) => (weight(key) > weight(best) ? key : best)));
  }
  const nearest = new Map(
    keys.map((key) => [
      key,
      chosen.reduce(
        (best, _, index) =>
          distance(key, chosen[index] as number) < distance(key, chosen[best] as number) ? index : best,
        0,
      ),
    ]),
  );
  const points = new Uint8Array(data.length / 4);
  for (let index = 0; index < points.length; index += 1) points[index] = nearest.get(keyOf(index * 4)) as number;
  return { palette: chosen.map((key) => [8, 4, 0].map((shift) => ((key >> shift) & 15) * 17)), points };
}

/** A picture of at most sixteen colours as a PNG file. */
export function pngOf({ palette, points }: FewColours, width: number, height: number): Buffer {
  const row = Math.ceil(width / 2) + 1;
  const packed = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * row + 1 + (x >> 1);
      packed[at] = (packed[at] as number) | ((points[y * width + x] as number) << (x % 2 === 0 ? BITS : 0));
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([BITS, INDEXED, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(packed, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
