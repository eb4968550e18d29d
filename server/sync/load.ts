/** Fills a room's document from the newest snapshot and what the journal holds after it (Sync 2). */
import type { RoomId } from '../../shared/rooms.ts';
import { Corrupt, type Entry, type Journal } from '../storage/store.ts';
import type { Saved } from './journal.ts';
import type { DocumentState } from './state.ts';

export interface Loaded {
  /** Where the journal stands. */
  saved: Saved;
  /** How much was read beyond the snapshot. */
  tail: { entries: number; bytes: number };
}

/** Throws rather than leaving out anything: a document that cannot be read whole is not opened. */
export async function load(journal: Journal, room: RoomId, into: DocumentState): Promise<Loaded> {
  const snapshot = await journal.snapshot(room);
  const updates: Uint8Array[] = [];
  const loaded: Loaded = { saved: { seq: snapshot?.seq ?? 0, at: 0 }, tail: { entries: 0, bytes: 0 } };
  for await (const entry of journal.read(room, loaded.saved.seq)) {
    updates.push(...entry.parts.map(part => part.update));
    count(loaded, entry);
  }
  if (loaded.saved.at === 0 && loaded.saved.seq > 0) loaded.saved.at = await timeOf(journal, room, loaded.saved.seq);
  fill(into, snapshot?.state, updates, room);
  return loaded;
}

function count({ saved, tail }: Loaded, entry: Entry): void {
  saved.seq = entry.seq;
  saved.at = entry.at;
  tail.entries++;
  tail.bytes += entry.parts.reduce((sum, part) => sum + part.update.length, 0);
}

async function timeOf(journal: Journal, room: RoomId, seq: number): Promise<number> {
  for await (const entry of journal.read(room, seq - 1)) return entry.at;
  throw new Corrupt(`the journal of ${room} ends before its snapshot`);
}

function fill(into: DocumentState, snapshot: Uint8Array | undefined, updates: readonly Uint8Array[], room: RoomId): void {
  try {
    if (snapshot) into.adopt(snapshot);
    if (updates.length > 0) into.restore(updates);
  } catch (error) {
    throw new Corrupt(`what is kept of ${room} does not make a whole document`, { cause: error });
  }
}
