/** One thing that lies in a mirror. */
export interface Entry {
  /** Its path as the mirror writes it, with forward slashes. */
  name: string;
  /** What it is, where it is not a plain file: `a link to /etc/passwd`. */
  oddity?: string;
  /** The name of the earlier file whose bytes it shares, where an archive says so instead of repeating them. */
  sameAs?: string;
  /** Its bytes, to be read once and before the next entry is asked for. */
  read(): AsyncIterable<Buffer>;
}

/** What a mirror holds, met one by one, so that one of any size needs little memory. */
export interface Mirror {
  entries: AsyncIterable<Entry>;
  /** What is wrong with the archive itself; complete once all entries were met. */
  damage: string[];
}

const MEGA = 1_000_000;

/** A mirror can be made to unpack without end. No file of the site comes near these. */
export const LIMITS = { file: 256 * MEGA, packed: 64 * MEGA, all: 16_000 * MEGA, files: 1_000_000 };

/** Nothing to read. */
export async function* nothing(): AsyncGenerator<Buffer> {}
