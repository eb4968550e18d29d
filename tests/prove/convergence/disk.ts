/**
 * One server's end of a disk that outlives it: writes can be held, and when the server dies each of them may have
 * reached the disk or not, and nobody hears of it. A store around it with the few records that rooms ask for.
 */
import type { Entry, Journal, NewEntry, Snapshot, Store } from '../../../server/storage/store.ts';
import { LIMITS } from '../../../shared/limits.ts';
import type { Seat } from '../../../shared/rooms.ts';
import { memberId, type MemoryJournal, ROOM } from '../../server/sync/memory.ts';

export const NAMES = ['marta', 'paolo', 'ivo'] as const;
const BLOCKS = 12;
/** Issued before the story begins, interleaved: which of two ids is the larger decides who stands first. */
export const SEATS: readonly Seat[] = Array.from({ length: BLOCKS * NAMES.length }, (_, nth) => ({
  first: (nth * 7 % (BLOCKS * NAMES.length) + 1) * LIMITS.clientIdsPerBlock, memberId: memberId(NAMES[nth % NAMES.length]!), byServer: false,
}));
export const idsOf = (who: number): number[] =>
  SEATS.filter(seat => seat.memberId === memberId(NAMES[who]!)).flatMap(({ first }) => Array.from({ length: LIMITS.clientIdsPerBlock }, (_, nth) => first + nth));

interface Waiting {
  write(): Promise<void>;
  done(): void;
  failed(error: unknown): void;
}

export class Desk implements Journal {
  held = false;
  /** Acknowledges the next entries without keeping them: a planted fault. */
  forgets = false;
  #isDead = false;
  #waiting: Waiting[] = [];

  constructor(readonly disk: MemoryJournal) {}

  append(entries: readonly NewEntry[], at: number): Promise<void> {
    if (this.forgets) return Promise.resolve();
    const write = () => this.disk.append(entries, at);
    return new Promise((done, failed) => {
      this.#waiting.push({ write, done, failed });
      if (!this.held) this.release();
    });
  }

  release(): void {
    this.held = false;
    for (const { write, done, failed } of this.#waiting.splice(0)) {
      write().then(() => this.#isDead || done(), (error: unknown) => this.#isDead || failed(error));
    }
  }

  /** The first so many of what waits reach the disk; whoever waited never hears. */
  die(reaching: number): void {
    this.#isDead = true;
    for (const { write } of this.#waiting.splice(0).slice(0, reaching)) void write();
  }

  head(room: string): Promise<number> {
    return this.disk.head(room);
  }
  read(room: string, after: number): AsyncIterable<Entry> {
    return this.disk.read(room, after);
  }
  snapshot(room: string): Promise<Snapshot | undefined> {
    return this.disk.snapshot(room);
  }
  async keepSnapshot(snapshot: Snapshot): Promise<void> {
    if (!this.#isDead) await this.disk.keepSnapshot(snapshot);
  }
}

/** Rooms ask a store for seats and for the journal; anything else would be news. */
export function storeOn(journal: Journal): Store {
  const never = () => Promise.reject(new Error('a room does not ask for this'));
  const items = SEATS.map(seat => ({ ...seat, id: `${ROOM}:${seat.first}`, room: ROOM, takenAt: 0, rev: 1 }));
  const page: Store['page'] = () => Promise.resolve({ items: items as never[], next: undefined });
  return {
    journal, page, get: never, getUnique: never, find: never, commit: never, ping: never, close: never,
    files: { keep: never, read: never },
  };
}
