/** A journal in memory whose disk a test can hold still, and a room over it. */
import type { MemberId } from '../../../shared/ids.ts';
import type { RoomId } from '../../../shared/rooms.ts';
import { blockState } from '../../../server/sync/blocks/blockState.ts';
import { JournalWriter, RoomJournal, type Saved } from '../../../server/sync/journal.ts';
import { load } from '../../../server/sync/load.ts';
import { Room } from '../../../server/sync/room.ts';
import { UnsavedInAll } from '../../../server/sync/unsaved.ts';
import type { Time } from '../../../server/sync/time.ts';
import { Conflict, type Entry, type Journal, type NewEntry, type Part, type Snapshot } from '../../../server/storage/store.ts';

export const ROOM = 'prj_AAAAAAAAAAAAAAAAAAAAAA.shared' as RoomId;
const letters = (name: string) => name.padEnd(22, '0').slice(0, 22);
export const memberId = (name: string) => `mbr_${letters(name)}` as MemberId;

export class MemoryJournal implements Journal {
  readonly entries: Entry[] = [];
  readonly snapshots: Snapshot[] = [];
  /** Set to keep entries from reaching the disk until `release`. */
  held = false;
  #waiting: (() => void)[] = [];
  /** Thrown by the next append, once. */
  failure: Error | undefined;
  appends = 0;

  async append(entries: readonly NewEntry[], at: number): Promise<void> {
    this.appends++;
    if (this.held) await new Promise<void>(resolve => this.#waiting.push(resolve));
    const failure = this.failure;
    this.failure = undefined;
    if (failure) throw failure;
    for (const entry of entries) if (entry.seq !== this.#last(entry.room) + 1) throw new Conflict(`seq ${entry.seq} is taken`);
    for (const entry of entries) this.entries.push({ ...entry, at });
  }

  release(): void {
    this.held = false;
    for (const go of this.#waiting.splice(0)) go();
  }

  async head(room: string): Promise<number> {
    return this.#last(room);
  }
  async *read(room: string, after: number): AsyncIterable<Entry> {
    yield* this.entries.filter(entry => entry.room === room && entry.seq > after);
  }
  async snapshot(room: string): Promise<Snapshot | undefined> {
    return this.snapshots.findLast(snapshot => snapshot.room === room);
  }
  async keepSnapshot(snapshot: Snapshot): Promise<void> {
    this.snapshots.push(snapshot);
  }

  #last(room: string): number {
    return this.entries.findLast(entry => entry.room === room)?.seq ?? 0;
  }
}

/** Time that only moves when a test moves it. */
export class HandTime implements Time {
  #now = 0;
  #timers = new Set<{ at: number; run: () => void }>();

  now(): number {
    return this.#now;
  }
  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }
  /** Runs what falls due, in order. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const next = [...this.#timers].filter(timer => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers.delete(next);
      this.#now = next.at;
      next.run();
    }
    this.#now = end;
  }
}

/** Ids in hundreds: 100 to 199 were issued to the first name, 200 to 299 to the second, and so on. */
export function seatsFor(names: readonly string[]) {
  return {
    isPageOf: (member: MemberId, clientId: number) => memberId(names[Math.floor(clientId / 100) - 1] ?? '?') === member,
    table: () => [],
    onIssued: () => undefined,
  };
}

export interface Opened {
  room: Room;
  journal: RoomJournal;
  broken: unknown[];
}

/** A room as `Rooms` would open it, from what the journal holds. */
export async function openRoom(journal: Journal, time: Time, names: readonly string[], unsavedInAll = new UnsavedInAll()): Promise<Opened> {
  const state = blockState();
  const loaded = await load(journal, ROOM, state);
  const writer = new JournalWriter(journal, () => 1_000, time, () => undefined);
  const roomJournal = new RoomJournal(writer, ROOM, loaded.saved, entry => room.takeForeign(entry.parts.map(part => part.update)));
  const broken: unknown[] = [];
  const room: Room = new Room({ state, journal: roomJournal, seats: seatsFor(names), time, unsavedInAll, broken: error => broken.push(error) });
  return { room, journal: roomJournal, broken };
}

/** Keeps one entry, as a room does; resolves when it is on disk. */
export function keep(journal: RoomJournal, ...parts: readonly Part[]): Promise<Saved> {
  return new Promise((kept, failed) => journal.keep({ take: () => parts, kept, failed }));
}

/** Lets everything that only waits for promises run on. */
export async function turns(count = 20): Promise<void> {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
}
