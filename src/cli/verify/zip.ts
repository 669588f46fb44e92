import type { Entry as Listed, ZipFile } from 'yauzl';
import { type Entry, type Mirror, nothing } from './entries.ts';

/** Where Unix keeps the kind of a file in what a zip archive says of it. */
const KIND = 0o170000;
const LINK = 0o120000;

/** The files of a zip archive, in the order of their names. Nothing is written to the disk. */
export async function readZip(path: string): Promise<Mirror> {
  const { openPromise } = await import('yauzl');
  const damage: string[] = [];
  async function* entries(): AsyncGenerator<Entry> {
    // Names are taken as they are: one that would leave the folder is to be named, not to end the reading.
    const zip = await openPromise(path, { decodeStrings: false, lazyEntries: true, autoClose: false }).catch(
      (error: Error) => {
        damage.push(error.message);
      },
    );
    if (!zip) return;
    try {
      const listed: { name: string; entry: Listed }[] = [];
      for await (const entry of zip.eachEntry())
        listed.push({ name: (entry.fileName as unknown as Buffer).toString('utf8'), entry });
      for (const { name, entry } of listed.sort((a, b) => (a.name < b.name ? -1 : 1)))
        if (!name.endsWith('/')) yield entryOf(zip, name, entry);
    } catch (error) {
      damage.push((error as Error).message);
    } finally {
      zip.close();
    }
  }
  return { entries: entries(), damage };
}

function entryOf(zip: ZipFile, name: string, entry: Listed): Entry {
  if (((entry.externalFileAttributes >>> 16) & KIND) === LINK) return { name, oddity: 'a link', read: nothing };
  return { name, read: () => contentOf(zip, entry) };
}

async function* contentOf(zip: ZipFile, entry: Listed): AsyncGenerator<Buffer> {
  yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
}
