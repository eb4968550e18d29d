/** What every journal checks before it keeps an entry, whatever the engine. */
import { Misuse } from './gate.ts';
import { ENTRY_BYTES, type NewEntry } from './store.ts';

export function checkEntries(entries: readonly NewEntry[]): void {
  for (const { room, seq, parts } of entries) {
    if (!Number.isSafeInteger(seq) || seq < 1) throw new Misuse(`journal ${room}: a seq is a whole number from 1`);
    const bytes = parts.reduce((sum, part) => sum + part.update.length, 0);
    if (bytes > ENTRY_BYTES) throw new Misuse(`journal ${room}: an entry of ${bytes} bytes; ${ENTRY_BYTES} fit`);
  }
}
