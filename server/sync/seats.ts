/**
 * Who holds which Yjs client ids in one room (Sync 5): blocks, issued for ever, kept before they are answered.
 *
 * Knows the records and the arithmetic of blocks; knows no line. Whoever wants to hear of new ones asks by `onIssued`.
 */
import { randomInt } from 'node:crypto';
import type { MemberId } from '../../shared/ids.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { RoomId, Seat, SeatTable } from '../../shared/rooms.ts';
import { seats } from '../storage/collections.ts';
import { Duplicate, put, type Store } from '../storage/store.ts';

const BLOCK = LIMITS.clientIdsPerBlock;
/** Yjs client ids are 32 bits; the first few are left to programs and tests that write small numbers. */
const randomFirst = () => randomInt(1, 2 ** 32 / BLOCK) * BLOCK;

export class Seats {
  readonly #byFirst = new Map<number, Seat>();
  readonly #listeners = new Set<(issued: Seat) => void>();

  constructor(
    readonly store: Store,
    readonly room: RoomId,
    readonly clock: () => number,
  ) {}

  /** Reads what was issued up to now; called before anybody is let in. */
  async load(): Promise<void> {
    let after: string | undefined;
    do {
      const page = await this.store.page(seats, 'byRoom', { key: [this.room], limit: 1_000, after });
      for (const { first, memberId, byServer } of page.items) this.#byFirst.set(first, { first, memberId, byServer });
      after = page.next;
    } while (after !== undefined);
  }

  /** Reads what other processes issued meanwhile, newest first until one is known; everybody here is told. */
  async catchUp(): Promise<void> {
    let after: string | undefined;
    do {
      const page = await this.store.page(seats, 'byRoom', { key: [this.room], limit: 32, after, reverse: true });
      const fresh = page.items.filter(({ first }) => !this.#byFirst.has(first));
      for (const { first, memberId, byServer } of fresh) this.#learn({ first, memberId, byServer });
      after = fresh.length > 0 ? page.next : undefined;
    } while (after !== undefined);
  }

  /** Issues one more block. On disk when it resolves. */
  async issue(memberId: MemberId, byServer: boolean): Promise<number[]> {
    for (;;) {
      const seat: Seat = { first: randomFirst(), memberId, byServer };
      if (!(await this.#keep(seat))) continue; // somebody has this block already
      this.#learn(seat);
      return Array.from({ length: BLOCK }, (_, index) => seat.first + index);
    }
  }

  #learn(seat: Seat): void {
    this.#byFirst.set(seat.first, seat);
    for (const listener of this.#listeners) listener(seat);
  }

  holderOf(clientId: number): Seat | undefined {
    return this.#byFirst.get(clientId - (clientId % BLOCK));
  }

  /** True for ids of the member's own pages; what the server wrote in their name is not theirs to bring. */
  isPageOf(memberId: MemberId, clientId: number): boolean {
    const seat = this.holderOf(clientId);
    return seat?.memberId === memberId && !seat.byServer;
  }

  table(): SeatTable {
    return [...this.#byFirst.values()];
  }

  onIssued(listener: (issued: Seat) => void): void {
    this.#listeners.add(listener);
  }

  async #keep(seat: Seat): Promise<boolean> {
    const record = { ...seat, id: `${this.room}:${seat.first}`, room: this.room, takenAt: this.clock() };
    try {
      await this.store.commit([put(seats, record, null)]);
      return true;
    } catch (error) {
      if (error instanceof Duplicate) return false;
      throw error;
    }
  }
}
