import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Data address of every page's icon, `public/icon.svg`: no second request. */
export const ICON = dataAddress(readFileSync(join(process.cwd(), 'public/icon.svg'), 'utf8'));

/** Writes an SVG file as a data address, with as few letters escaped as browsers allow. */
function dataAddress(svg: string): string {
  const line = svg.replaceAll(/>\s+</g, '><').replaceAll('"', "'").trim();
  return `data:image/svg+xml,${line.replaceAll(/[%#<> ]/g, encodeURIComponent)}`;
}
