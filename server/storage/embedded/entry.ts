/** The bytes of one journal entry: time, then each part with its sender, its client id and its update. */
import { createDecoder, readFloat64, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { encode, writeFloat64, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import type { Entry, Part } from '../store.ts';

export function writeEntry(parts: readonly Part[], at: number): Uint8Array {
  return encode(into => {
    writeFloat64(into, at);
    writeVarUint(into, parts.length);
    for (const part of parts) {
      writeVarString(into, part.memberId);
      writeVarUint(into, part.clientId);
      writeVarUint8Array(into, part.update);
    }
  });
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
