import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { fileSize } from '../ledger/file-size.ts';
import { fail } from '../ledger/problems.ts';

/** An element that asks what another page weighs on the way, from the top of the site: `<span data-weight-of="text.html"></span>`. */
const ASKS = /<span data-weight-of="?([^">]+)"?><\/span>/g;

/**
 * Writes into pages what others weigh as they come over a line, compressed.
 * @throws LedgerError if one asks for a page that there is not.
 */
export function fillSizes(folder: string, files: readonly string[]): void {
  for (const file of files) {
    const path = join(folder, file);
    const html = readFileSync(path, 'utf8');
    const filled = html.replace(ASKS, (_, wanted: string) => {
      if (!files.includes(wanted)) fail({ file, found: `a question for the weight of ${wanted}`, expected: 'a page of the site' });
      return fileSize(brotliCompressSync(readFileSync(join(folder, wanted))).length);
    });
    if (filled !== html) writeFileSync(path, filled);
  }
}
