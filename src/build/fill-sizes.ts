import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { fileSize } from '../data/format.ts';
import { fail } from '../data/errors.ts';
import { sha256 } from './checksums.ts';

/** What an element may ask of another page, by its attribute: `<span data-weight-of="text.html"></span>`, from the top of the site. */
const ANSWERS: Record<string, (page: Buffer) => string> = {
  /** What it weighs as it comes over a line, compressed. */
  weight: (page) => fileSize(brotliCompressSync(page).length),
  /** What it takes on a disk. */
  size: (page) => fileSize(page.length),
  sha256,
};

const ASKS = /<(span|code) data-(weight|size|sha256)-of="?([^">]+)"?><\/\1>/g;

/**
 * Writes into pages what is only known once others are finished.
 * @throws ContentError if one asks about a page that there is not.
 */
export function fillSizes(folder: string, files: readonly string[]): void {
  // Once for each question, since a weight takes long to find.
  const answers = new Map<string, string>();
  const answerOf = (question: string, wanted: string) => {
    const key = `${question} of ${wanted}`;
    const answer = answers.get(key) ?? ANSWERS[question]!(readFileSync(join(folder, wanted)));
    answers.set(key, answer);
    return answer;
  };
  for (const file of files) {
    const path = join(folder, file);
    const html = readFileSync(path, 'utf8');
    const filled = html.replace(ASKS, (_, tag: string, question: string, wanted: string) => {
      if (!files.includes(wanted)) fail({ file, found: `a question about ${wanted}`, expected: 'a page of the site' });
      const answer = answerOf(question, wanted);
      return tag === 'code' ? `<code>${answer}</code>` : answer;
    });
    if (filled !== html) writeFileSync(path, filled);
  }
}
