/** The bytes of one journal entry: time, then each part with its sender, its client id and its update. */
import { createDecoder, readFloat64, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import type { Entry, Part } from '../store.ts';

export function writeEntry(parts: readonly Part[], at: number): Uint8Array {
  const into = Buffer.allocUnsafe(parts.reduce((size, part) => size + part.memberId.length * 3 + part.update.length + 24, 16));
  let end = into.writeDoubleBE(at);
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
  return into.subarray(0, end);
}

/** The checksum has held before: these are our own bytes. */
export function readEntry(bytes: Uint8Array): Pick<Entry, 'at' | 'parts'> {
  const from = createDecoder(bytes);
  const at = readFloat64(from);
  const parts = Array.from({ length: readVarUint(from) }, () => ({
    memberId: readVarString(from),
    clientId: readVarUint(from),
    update: readVarUint8Array(from),
  }));
  return { at, parts };
}
