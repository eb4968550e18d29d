/** What every journal checks, whatever the engine: an entry before it is kept, and when it comes back. */
import { checksum } from './checksum.ts';
import { Misuse } from './gate.ts';
import { type Entry, ENTRY_BYTES, type NewEntry } from './store.ts';

export function checkEntries(entries: readonly NewEntry[]): void {
  for (const { room, seq, parts } of entries) {
    if (!Number.isSafeInteger(seq) || seq < 1) throw new Misuse(`journal ${room}: a seq is a whole number from 1`);
    const bytes = parts.reduce((sum, part) => sum + part.update.length, 0);
    if (bytes > ENTRY_BYTES) throw new Misuse(`journal ${room}: an entry of ${bytes} bytes; ${ENTRY_BYTES} fit`);
  }
}

/** Over everything an entry says, for engines whose values carry no checksum of their own. */
export function checksumOf({ room, seq, at, parts }: Entry): number {
  const heads = parts.map(part => [part.memberId, part.clientId, part.update.length]);
  return checksum(JSON.stringify([room, seq, at, heads]), ...parts.map(part => part.update));
}
