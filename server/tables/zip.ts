/**
 * Reads and writes zip archives in memory, within bounds that hold while unpacking and not only in what the file says.
 *
 * Names are keys and never paths: nothing is written to disk. No encryption, no archives of several parts, none over 4 GB.
 */
import { crc32, inflateRawSync } from 'node:zlib';

export interface ZipBounds {
  /** Files that are looked at; the others are passed over unread. */
  wanted: (name: string) => boolean;
  files: number;
  /** Unpacked, all together. */
  bytes: number;
}

/** The archive cannot be read, or is larger inside than it may be. */
export class BadArchive extends Error {}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  name: string;
  method: number;
  packed: number;
  at: number;
}

/** Throws `BadArchive`. */
export function readZip(archive: Buffer, bounds: ZipBounds): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let room = bounds.bytes;
  for (const entry of entriesOf(archive, bounds.files)) {
    if (!bounds.wanted(entry.name)) continue;
    const bytes = unpack(archive, entry, room);
    room -= bytes.length;
    files.set(entry.name, bytes);
  }
  return files;
}

function entriesOf(archive: Buffer, most: number): Entry[] {
  const end = endOf(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count > most) throw new BadArchive('The archive holds too many files.');
  let at = archive.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== DIRECTORY) throw new BadArchive('The directory of the archive is broken.');
    const [nameLength, extra, comment] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)];
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    entries.push({ name, method: archive.readUInt16LE(at + 10), packed: archive.readUInt32LE(at + 20), at: archive.readUInt32LE(at + 42) });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

/** Searched from the back: a comment may follow it. */
function endOf(archive: Buffer): number {
  for (let at = archive.length - 22; at >= Math.max(0, archive.length - 22 - 0xffff); at -= 1) {
    if (archive.readUInt32LE(at) === END) return at;
  }
  throw new BadArchive('This is no archive.');
}

function unpack(archive: Buffer, { method, packed, at }: Entry, room: number): Buffer {
  if (at + 30 > archive.length || archive.readUInt32LE(at) !== LOCAL) throw new BadArchive('A file of the archive is not where it should be.');
  const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  const bytes = archive.subarray(start, start + packed);
  if (method === STORED && bytes.length <= room) return bytes;
  if (method !== DEFLATED || room <= 0) throw new BadArchive('The archive is too large inside, or packed in an unknown way.');
  try {
    // Stops as soon as more would come out: what the file says of its size is not asked.
    return inflateRawSync(bytes, { maxOutputLength: room });
  } catch (error) {
    throw new BadArchive('A file of the archive cannot be unpacked.', { cause: error });
  }
}

/** Stored, not packed: for handing on what has been unpacked and measured. */
export function writeZip(files: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of files) {
    const head = headOf(name, bytes);
    const local = Buffer.concat([number32(LOCAL), head, Buffer.from(name)]);
    directory.push(number32(DIRECTORY), number16(20), head, Buffer.alloc(10), number32(at), Buffer.from(name));
    parts.push(local, bytes);
    at += local.length + bytes.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.concat([number32(END), Buffer.alloc(4), number16(files.size), number16(files.size), number32(listed.length), number32(at), number16(0)]);
  return Buffer.concat([...parts, listed, end]);
}

/** What a local header and its line in the directory have in common: version, flags, method, time, sum, sizes, lengths. */
function headOf(name: string, bytes: Buffer): Buffer {
  const utf8 = 0x0800;
  return Buffer.concat([
    number16(20), number16(utf8), number16(STORED), Buffer.alloc(4), number32(crc32(bytes)), number32(bytes.length), number32(bytes.length),
    number16(Buffer.byteLength(name)), number16(0),
  ]);
}

function number16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
