import { extname } from 'node:path';
import { COMPRESSED_ENDINGS } from '../../../src/build/pack-site.ts';

/** Names the file that a name would be a compressed copy of; undefined if it is none. */
export function originalOf(name: string): string | undefined {
  return COMPRESSED_ENDINGS.includes(extname(name)) ? name.slice(0, -extname(name).length) : undefined;
}
