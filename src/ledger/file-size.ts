import { formatDigits } from './format.ts';

const KILO = 1_000;

/** How much a reader is about to load: `640 bytes`, `12 kB`, `1.2 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < KILO) return `${bytes} bytes`;
  if (bytes < KILO * KILO) return `${Math.round(bytes / KILO)} kB`;
  return `${(bytes / KILO / KILO).toFixed(1)} MB`;
}

/** The bytes of a text as it is served. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** The same to the byte, where it is held against a limit: `1,512,044 bytes`. */
export function byteWords(bytes: number): string {
  return `${formatDigits(bytes)} bytes`;
}
