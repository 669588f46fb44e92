/** The foot of a page. */
const FOOT = /Version (\d+\.\d+\.\d+), data to <time datetime="?([\d-]+)"?>/g;

/** Anything else that says which version it is. */
const VERSION = /\b[Vv]ersion"?:? ?"?(\d+\.\d+\.\d+)\b/;

/** Longer than either. */
const OVERLAP = 120;

/** Finds in a text, piece by piece, which version of the site it says it is of. */
export class EditionFinder {
  /** `1.4.0, data to 2026-06-10`; without the date where only the version is said. */
  edition: string | undefined;
  #isFromFoot = false;
  #end = '';

  read(piece: Buffer): void {
    // All that is looked for is ASCII, so a letter cut in two does not matter.
    const text = this.#end + piece.toString('latin1');
    const foot = [...text.matchAll(FOOT)].at(-1);
    if (foot) {
      this.edition = `${foot[1]}, data to ${foot[2]}`;
      this.#isFromFoot = true;
    } else if (!this.#isFromFoot) {
      this.edition ??= VERSION.exec(text)?.[1];
    }
    this.#end = text.slice(-OVERLAP);
  }
}
