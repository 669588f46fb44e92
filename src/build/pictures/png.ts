import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import { FACE_FILES, FAMILIES } from './faces.ts';
import { fail } from '../../data/errors.ts';

const SIGNATURE_AND_HEADER = 8 + 25;

/**
 * Draws an SVG file as PNG, with the faces of the project and nothing of the machine's.
 * @param words Texts put into the file by keyword: `Title`, `Source`, `Copyright`.
 * @throws ContentError if it cannot be read.
 */
export async function drawPng(
  svg: string,
  name: string,
  root: string,
  zoom: number,
  words: Record<string, string>,
): Promise<Buffer> {
  const family = (_: string, generic: keyof typeof FAMILIES) => `font-family="${FAMILIES[generic]}"`;
  try {
    const picture = new Resvg(svg.replace(/font-family="[^"]*?\b(sans-serif|serif)"/g, family), {
      fitTo: { mode: 'zoom', value: zoom },
      font: {
        fontFiles: FACE_FILES.map((file) => join(root, file)),
        loadSystemFonts: false,
        defaultFontFamily: FAMILIES['sans-serif'],
      },
    });
    const { pixels, width, height } = picture.render();
    const drawn = sharp(pixels, { raw: { width, height, channels: 4 } });
    return withWords(await drawn.removeAlpha().png({ compressionLevel: 9 }).toBuffer(), words);
  } catch (error) {
    return fail({
      file: name,
      found: `a picture that cannot be drawn (${(error as Error).message})`,
      expected: 'an SVG file',
    });
  }
}

/** Puts texts into a PNG file, right after its first part. */
function withWords(png: Buffer, words: Record<string, string>): Buffer {
  const chunks = Object.entries(words).map(([keyword, text]) => {
    const body = Buffer.concat([Buffer.from(`iTXt${keyword}`, 'latin1'), Buffer.alloc(5), Buffer.from(text, 'utf8')]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(body.length - 4, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  });
  return Buffer.concat([png.subarray(0, SIGNATURE_AND_HEADER), ...chunks, png.subarray(SIGNATURE_AND_HEADER)]);
}
