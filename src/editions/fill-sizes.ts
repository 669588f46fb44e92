import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { fileSize } from '../ledger/file-size.ts';
import { fail } from '../ledger/problems.ts';

/** What an element may ask of another page, by its attribute: `<span data-weight-of="text.html"></span>`, from the top of the site. */
const ANSWERS: Record<string, (page: Buffer) => string> = {
  /** What it weighs as it comes over a line, compressed. */
  weight: (page) => fileSize(brotliCompressSync(page).length),
  /** What it takes on a disk. */
  size: (page) => fileSize(page.length),
  sha256: (page) => createHash('sha256').update(page).digest('hex'),
};

const ASKS = /<(span|code) data-(weight|size|sha256)-of="?([^">]+)"?><\/\1>/g;

/**
 * Writes into pages what is only known once others are finished.
 * @throws LedgerError if one asks about a page that there is not.
 */
export function fillSizes(folder: string, files: readonly string[]): void {
  for (const file of files) {
    const path = join(folder, file);
    const html = readFileSync(path, 'utf8');
    const filled = html.replace(ASKS, (_, tag: string, question: string, wanted: string) => {
      if (!files.includes(wanted)) fail({ file, found: `a question about ${wanted}`, expected: 'a page of the site' });
      const answer = ANSWERS[question]!(readFileSync(join(folder, wanted)));
      return tag === 'code' ? `<code>${answer}</code>` : answer;
    });
    if (filled !== html) writeFileSync(path, filled);
  }
}
