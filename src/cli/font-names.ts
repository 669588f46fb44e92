/** Texts of the name table of a face, by the numbers that the format gives them. */
type Names = Record<number, string>;

const WINDOWS = [3, 1, 0x409] as const;
const COPYRIGHT = 0;

/**
 * Returns the copyright line of a TrueType face.
 * @throws Error if it has none.
 */
export function copyrightOf(face: Buffer): string {
  const table = tablesOf(face).get('name') as Buffer;
  const [count, storage] = [table.readUInt16BE(2), table.readUInt16BE(4)];
  const record = Array.from({ length: count }, (_, index) => 6 + 12 * index).find(
    (at) => table.readUInt16BE(at) === WINDOWS[0] && table.readUInt16BE(at + 6) === COPYRIGHT,
  );
  if (record === undefined) throw new Error('the face has no copyright line');
  const start = storage + table.readUInt16BE(record + 10);
  return Buffer.from(table.subarray(start, start + table.readUInt16BE(record + 8)))
    .swap16()
    .toString('utf16le');
}

/** Gives a TrueType face other names; nothing else of it changes. */
export function renameFace(face: Buffer, names: Names): Buffer {
  return join(tablesOf(face).set('name', nameTable(names)));
}

function tablesOf(face: Buffer): Map<string, Buffer> {
  return new Map(
    Array.from({ length: face.readUInt16BE(4) }, (_, index) => {
      const at = 12 + 16 * index;
      const start = face.readUInt32BE(at + 8);
      return [
        face.toString('latin1', at, at + 4),
        Buffer.from(face.subarray(start, start + face.readUInt32BE(at + 12))),
      ];
    }),
  );
}

function nameTable(names: Names): Buffer {
  const texts = Object.entries(names).map(([id, text]) => ({
    id: Number(id),
    bytes: Buffer.from(text, 'utf16le').swap16(),
  }));
  const records: number[] = [0, texts.length, 6 + 12 * texts.length];
  let offset = 0;
  for (const { id, bytes } of texts) {
    records.push(...WINDOWS, id, bytes.length, offset);
    offset += bytes.length;
  }
  const head = Buffer.alloc(records.length * 2);
  records.forEach((value, index) => head.writeUInt16BE(value, index * 2));
  return Buffer.concat([head, ...texts.map(({ bytes }) => bytes)]);
}

/** Writes tables as one file: sorted by name, each padded to four bytes, with the sums that the format asks for. */
function join(tables: Map<string, Buffer>): Buffer {
  tables.get('head')?.writeUInt32BE(0, 8);
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  const directory = Buffer.alloc(12 + 16 * sorted.length);
  const power = Math.floor(Math.log2(sorted.length));
  directory.writeUInt32BE(0x10000, 0);
  [sorted.length, 2 ** power * 16, power, (sorted.length - 2 ** power) * 16].forEach((value, index) =>
    directory.writeUInt16BE(value, 4 + 2 * index),
  );
  const parts: Buffer[] = [];
  let start = directory.length;
  let headStart = 0;
  sorted.forEach(([name, bytes], index) => {
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    directory.write(name, 12 + 16 * index, 'latin1');
    [sumOf(padded), start, bytes.length].forEach((value, place) =>
      directory.writeUInt32BE(value, 16 + 16 * index + 4 * place),
    );
    if (name === 'head') headStart = start;
    parts.push(padded);
    start += padded.length;
  });
  const face = Buffer.concat([directory, ...parts]);
  face.writeUInt32BE((0xb1b0afba - sumOf(face)) >>> 0, headStart + 8);
  return face;
}

function sumOf(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
