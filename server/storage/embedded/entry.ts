/** The bytes of journal entries: time, then each part with its sender, its client id and its update; sealed under room and seq. */
import { createDecoder, readFloat64, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { checksum } from '../checksum.ts';
import { Corrupt, type Entry, type NewEntry, type Part } from '../store.ts';
import { unseal } from './sealed.ts';

/** An entry as bytes, with its checksum, which is taken over room and seq as well. */
export interface SealedEntry {
  readonly room: string;
  readonly seq: number;
  readonly value: Buffer;
}

/** Entries in one piece of memory. */
export interface Sealed {
  readonly record: Buffer;
  /** Two each: where its value begins and ends. */
  readonly places: readonly number[];
}

/** Answers the key of an entry. */
export type KeyFor = (room: string, seq: number) => Buffer;

const HEAD_BYTES = { room: 2, seq: 8, length: 4, checksum: 4 } as const;
const ALL_HEADS = 18;

/** Entries of many rooms end to end in one piece of memory, so that a commit writes one value; and where each lies in it. */
export function sealTogether(entries: readonly NewEntry[], at: number, keyFor: KeyFor): Sealed {
  const into = Buffer.allocUnsafe(entries.reduce((size, entry) => size + sizeAtMost(entry), 0));
  const places: number[] = [];
  let end = 0;
  for (const { room, seq, parts } of entries) {
    const named = end + HEAD_BYTES.room + into.write(room, end + HEAD_BYTES.room);
    into.writeUInt16BE(named - end - HEAD_BYTES.room, end);
    const start = into.writeDoubleBE(seq, named) + HEAD_BYTES.length;
    end = putEntry(into, start + HEAD_BYTES.checksum, parts, at);
    into.writeUInt32BE(end - start, start - HEAD_BYTES.length);
    into.writeUInt32BE(checksum(keyFor(room, seq), into.subarray(start + HEAD_BYTES.checksum, end)), start);
    places.push(start, end);
  }
  return { record: into.subarray(0, end), places };
}

/** What `sealTogether` put together. Throws `Corrupt` when that is not to be made out any more. */
export function* sealedIn(record: Buffer, what: string): Iterable<SealedEntry> {
  for (let at = 0; at < record.length; ) {
    const named = at + HEAD_BYTES.room + (at + HEAD_BYTES.room <= record.length ? record.readUInt16BE(at) : Infinity);
    const start = named + HEAD_BYTES.seq + HEAD_BYTES.length;
    const end = start + (start <= record.length ? record.readUInt32BE(start - HEAD_BYTES.length) : Infinity);
    if (end > record.length) throw new Corrupt(`${what}: it ends early`);
    yield { room: record.toString('utf8', at + HEAD_BYTES.room, named), seq: record.readDoubleBE(named), value: record.subarray(start, end) };
    at = end;
  }
}

const sizeAtMost = ({ room, parts }: NewEntry): number =>
  parts.reduce((size, part) => size + part.memberId.length * 3 + part.update.length + 24, ALL_HEADS + room.length * 3 + 16);

function putEntry(into: Buffer, from: number, parts: readonly Part[], at: number): number {
  let end = into.writeDoubleBE(at, from);
  const number = (value: number) => {
    let rest = value;
    for (; rest > 0x7f; rest = Math.floor(rest / 128)) into[end++] = 0x80 | (rest % 128);
    into[end++] = rest;
  };
  number(parts.length);
  for (const { memberId, clientId, update } of parts) {
    number(Buffer.byteLength(memberId));
    end += into.write(memberId, end);
    number(clientId);
    number(update.length);
    into.set(update, end);
    end += update.length;
  }
  return end;
}

/** Throws `Corrupt` when the checksum does not hold. */
export function readEntry({ room, seq, value }: SealedEntry, keyFor: KeyFor): Entry {
  const from = createDecoder(unseal(keyFor(room, seq), value, `journal ${room} ${seq}`));
  const at = readFloat64(from);
  const parts = Array.from({ length: readVarUint(from) }, () => ({
    memberId: readVarString(from),
    clientId: readVarUint(from),
    update: readVarUint8Array(from),
  }));
  return { room, seq, at, parts };
}
