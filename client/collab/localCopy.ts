/** This device's copy of one room: what was written offline lies here until the server has it. Knows y-indexeddb. */
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import type { PersonId } from '../../shared/ids.ts';
import type { RoomId, SeatTable } from '../../shared/rooms.ts';
import type { Device } from './device.ts';

/** One per person, room and epoch: nobody opens another's copy, and a restored server's history is not mixed in (Sync 13). */
export const copyName = (person: PersonId, room: RoomId, epoch: number) => `${copiesOf(person, room)}${epoch}`;
/** How the names of all of them begin. */
export const copiesOf = (person: PersonId, room: RoomId) => `insieme ${person} ${room} `;

export class LocalCopy {
  readonly #persistence: IndexeddbPersistence;
  /** Tells this page's count from those of other tabs; two pages of one device never share it. */
  readonly #page = `${Date.now()}-${Math.random()}`;
  /** What other pages left unsaved when this one loaded. */
  #leftBehind = new Map<string, number>();

  readonly name: string;

  constructor(
    person: PersonId,
    room: RoomId,
    readonly epoch: number,
    readonly doc: Y.Doc,
    readonly device: Device,
  ) {
    this.name = copyName(person, room, epoch);
    this.#persistence = new IndexeddbPersistence(this.name, doc);
  }

  isOf(epoch: number): boolean {
    return this.epoch === epoch;
  }

  /** True for changes that came out of this copy. */
  isOrigin(origin: unknown): boolean {
    return origin === this.#persistence;
  }

  /** Resolves with the number of unsaved changes that earlier pages left, once their words are in the document. */
  async load(): Promise<number> {
    await this.#persistence.whenSynced;
    this.#leftBehind = await this.device.unsaved(this.name);
    return [...this.#leftBehind.values()].reduce((sum, changes) => sum + changes, 0);
  }

  /** Keeps this page's count; `foundAreDone` when what earlier pages left is confirmed as well. */
  async keepUnsaved(ours: number, foundAreDone: boolean): Promise<void> {
    await this.device.setUnsaved(this.name, this.#page, ours);
    if (!foundAreDone) return;
    const done = this.#leftBehind;
    this.#leftBehind = new Map();
    for (const [page, counted] of done) await this.device.forgetUnsaved(this.name, page, counted);
  }

  keepSeats(seats: SeatTable): Promise<void> {
    return this.device.keepSeats(this.name, seats);
  }
  seats(): Promise<SeatTable> {
    return this.device.seats(this.name);
  }

  /** Puts the words where they are kept for review, out of reach of any merge. */
  async setAside(at: number): Promise<void> {
    await this.device.setAside({ copy: this.name, at, update: Y.encodeStateAsUpdate(this.doc) });
  }

  /** Leaves nothing of this room on the device. */
  async clear(): Promise<void> {
    for (const page of (await this.device.unsaved(this.name)).keys()) await this.device.setUnsaved(this.name, page, 0);
    await this.device.forgetSeats(this.name);
    await this.#persistence.clearData();
  }

  async close(): Promise<void> {
    await this.#persistence.destroy();
  }
}
