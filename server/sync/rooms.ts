/**
 * The rooms that are open in this process: loaded once, shared by all who come, unloaded when empty.
 *
 * A room is loading → live → draining → gone. Whoever comes while it drains takes it back to live,
 * so that one document never exists twice. Knows the store through its journal; knows no socket.
 */
import type { RoomId } from '../../shared/rooms.ts';
import type { Store } from '../storage/store.ts';
import { JournalWriter, RoomJournal } from './journal.ts';
import { type Loaded, load } from './load.ts';
import { Room } from './room.ts';
import { Seats } from './seats.ts';
import type { DocumentState } from './state.ts';
import type { Time } from './time.ts';
import { UnsavedInAll } from './unsaved.ts';

export interface RoomsParts {
  store: Store;
  clock: () => number;
  time: Time;
  newState: () => DocumentState;
  onTrouble: (what: string, error: unknown, room?: RoomId) => void;
  /** A room can no longer go on: whoever is in it has to come again. */
  onBroken: (room: Room) => void;
  /** How long an empty room stays open for whoever comes back, milliseconds. */
  lingerMs?: number;
}

/** A room with the means to issue ids for it, held open until `leave`. */
export interface Visit {
  readonly room: Room;
  readonly seats: Seats;
  leave(): void;
}

interface Opened {
  room: Room;
  seats: Seats;
  journal: RoomJournal;
  loaded: Loaded;
}

interface Slot {
  readonly opened: Promise<Opened>;
  visits: number;
  stopLinger: (() => void) | undefined;
  draining: Promise<void> | undefined;
}

const LINGER_MS = 10_000;
/** A longer tail than this is worth a snapshot when the room goes quiet. */
const TAIL_ENTRIES = 200;
const TAIL_BYTES = 64 * 1024;

export class Rooms {
  readonly #slots = new Map<RoomId, Slot>();
  #isClosing = false;
  readonly writer: JournalWriter;
  readonly unsaved = new UnsavedInAll();

  constructor(readonly parts: RoomsParts) {
    const onTrouble = (error: unknown) => parts.onTrouble('the store does not keep what it is given', error);
    this.writer = new JournalWriter(parts.store.journal, parts.clock, parts.time, onTrouble);
  }

  /** Throws when the document cannot be loaded; the next one to come tries again. */
  async enter(id: RoomId): Promise<Visit> {
    const slot = this.#slots.get(id) ?? this.#startLoading(id);
    slot.visits++;
    slot.stopLinger?.();
    try {
      const { room, seats } = await slot.opened;
      return { room, seats, leave: once(() => this.#leave(id, slot)) };
    } catch (error) {
      slot.visits--;
      throw error;
    }
  }

  /** Takes a broken room out of use; what is on disk is loaded again for whoever comes next. */
  abandon(id: RoomId): void {
    this.#slots.delete(id);
  }

  get size(): number {
    return this.#slots.size;
  }

  /** Brings everything to disk and unloads. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.writer.isLastTry = true;
    await Promise.all([...this.#slots].map(([id, slot]) => this.#drain(id, slot)));
    await this.writer.close();
  }

  #startLoading(id: RoomId): Slot {
    const slot: Slot = { opened: this.#load(id), visits: 0, stopLinger: undefined, draining: undefined };
    this.#slots.set(id, slot);
    // A room that failed to load is not an empty room: it is forgotten, and whoever waits is told.
    slot.opened.catch(() => this.#forget(id, slot));
    return slot;
  }

  async #load(id: RoomId): Promise<Opened> {
    const { store, clock, time, newState, onBroken, onTrouble } = this.parts;
    const state = newState();
    const seats = new Seats(store, id, clock);
    const [loaded] = await Promise.all([load(store.journal, id, state), seats.load()]);
    const journal = new RoomJournal(this.writer, id, loaded.saved, entry => room.takeForeign(entry.parts.map(part => part.update)));
    const broken = (error: unknown) => {
      onTrouble('a room is broken', error, id);
      this.abandon(id);
      onBroken(room);
    };
    const room: Room = new Room({ state, journal, seats, time, broken, unsavedInAll: this.unsaved });
    return { room, seats, journal, loaded };
  }

  #leave(id: RoomId, slot: Slot): void {
    slot.visits--;
    if (slot.visits > 0 || this.#isClosing || this.#slots.get(id) !== slot) return;
    slot.stopLinger = this.parts.time.after(this.parts.lingerMs ?? LINGER_MS, () => {
      slot.draining ??= this.#drain(id, slot).finally(() => (slot.draining = undefined));
    });
  }

  /** Ends with the room gone, unless somebody came meanwhile. */
  async #drain(id: RoomId, slot: Slot): Promise<void> {
    slot.stopLinger?.();
    try {
      const opened = await slot.opened;
      await opened.room.settled();
      await this.#compact(id, opened);
      if (slot.visits > 0 || this.#slots.get(id) !== slot) return;
      opened.room.stop();
      this.#slots.delete(id);
    } catch (error) {
      this.parts.onTrouble('a room could not be unloaded', error, id);
    }
  }

  /** Opening is then a snapshot and a short tail. The journal itself keeps every entry. */
  async #compact(id: RoomId, { room, journal, loaded }: Opened): Promise<void> {
    const entries = loaded.tail.entries + journal.written.entries;
    const bytes = loaded.tail.bytes + journal.written.bytes;
    if (entries < TAIL_ENTRIES && bytes < TAIL_BYTES) return;
    const { whole, seq } = await room.read();
    await this.parts.store.journal.keepSnapshot({ room: id, seq, state: whole });
    loaded.tail = { entries: 0, bytes: 0 };
    journal.written = { entries: 0, bytes: 0 };
  }

  #forget(id: RoomId, slot: Slot): void {
    if (this.#slots.get(id) === slot) this.#slots.delete(id);
  }
}

function once(run: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    run();
  };
}
