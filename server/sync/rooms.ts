/**
 * The rooms that are open in this process: loaded once, shared by all who come, unloaded when empty.
 *
 * A room is loading → live → draining → gone. Whoever comes while it drains takes it back to live,
 * so that one document never exists twice. Knows the store through its journal; knows no socket.
 */
import type { RoomId } from '../../shared/rooms.ts';
import type { Store } from '../storage/store.ts';
import { compact } from './compaction/compact.ts';
import type { Entry } from '../storage/store.ts';
import type { OnDurable } from './counts.ts';
import { JournalWriter, RoomJournal } from './journal.ts';
import { load } from './load.ts';
import { type Pulled, startPulling } from './pull.ts';
import { Room } from './room.ts';
import { Seats } from './seats.ts';
import type { DocumentState } from './state.ts';
import type { Time } from './time.ts';
import { Turns } from './turns.ts';
import { UnsavedInAll } from './unsaved.ts';
import { type Compact, COMPACTED_AT_ONCE, type Step, Upkeep, type UpkeepParts } from './upkeep.ts';

export interface RoomsParts {
  store: Store;
  clock: () => number;
  time: Time;
  newState: () => DocumentState;
  onTrouble: (what: string, error: unknown, room?: RoomId) => void;
  /** A room can no longer go on: whoever is in it has to come again. */
  onBroken: (room: Room) => void;
  /** Other processes may write into the same store: what they wrote is looked for. */
  isShared?: boolean;
  onDurable?: OnDurable;
  /** How long an empty room stays open for whoever comes back, milliseconds. */
  lingerMs?: number;
  /** Compacts a document; here and now unless said otherwise. */
  compact?: Compact;
  onStep?: (step: Step) => void;
}

/** A room with the means to issue ids for it, held open until `leave`. */
export interface Visit {
  readonly room: Room;
  readonly seats: Seats;
  /** See `RoomJournal.appendFirst`. */
  readonly journal: Pick<RoomJournal, 'appendFirst'>;
  leave(): void;
}

interface Opened {
  room: Room;
  seats: Seats;
  journal: RoomJournal;
  upkeep: Upkeep;
}

interface Slot {
  readonly opened: Promise<Opened>;
  visits: number;
  stopLinger: (() => void) | undefined;
  draining: Promise<void> | undefined;
  upkeep: Upkeep | undefined;
  journal: RoomJournal | undefined;
}

const LINGER_MS = 10_000;
/** How often open rooms are looked after. */
const LOOK_MS = 2_000;

export class Rooms {
  readonly #slots = new Map<RoomId, Slot>();
  #isClosing = false;
  readonly writer: JournalWriter;
  readonly unsaved: UnsavedInAll;
  readonly #turns = new Turns(COMPACTED_AT_ONCE);
  readonly #stopLooking: () => void;
  readonly #stopPulling: () => void;

  constructor(readonly parts: RoomsParts) {
    this.unsaved = new UnsavedInAll(parts.onDurable);
    const onTrouble = (error: unknown) => parts.onTrouble('the store does not keep what it is given', error);
    this.writer = new JournalWriter(parts.store.journal, parts.clock, parts.time, onTrouble);
    this.#stopLooking = this.#startLooking();
    this.#stopPulling = parts.isShared ? startPulling({ ...parts, journal: parts.store.journal, openRooms: () => this.#opened() }) : () => undefined;
  }

  /** Throws when the document cannot be loaded; the next one to come tries again. */
  async enter(id: RoomId): Promise<Visit> {
    const slot = this.#slots.get(id) ?? this.#startLoading(id);
    slot.visits++;
    slot.stopLinger?.();
    try {
      const { room, seats, journal } = await slot.opened;
      // Whoever comes may have seen at another process what we have not read yet.
      if (this.parts.isShared) await journal.catchUp();
      return { room, seats, journal, leave: once(() => this.#leave(id, slot)) };
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
    this.#stopLooking();
    this.#stopPulling();
    this.writer.isLastTry = true;
    await Promise.all([...this.#slots].map(([id, slot]) => this.#drain(id, slot)));
    await this.writer.close();
  }

  #startLoading(id: RoomId): Slot {
    const slot: Slot = { opened: this.#load(id), visits: 0, stopLinger: undefined, draining: undefined, upkeep: undefined, journal: undefined };
    this.#slots.set(id, slot);
    // A room that failed to load is not an empty room: it is forgotten, and whoever waits is told.
    slot.opened.then(({ upkeep, journal }) => Object.assign(slot, { upkeep, journal }), () => this.#forget(id, slot));
    return slot;
  }

  async #load(id: RoomId): Promise<Opened> {
    const { store, clock, time, newState, onBroken, onTrouble } = this.parts;
    const state = newState();
    const seats = new Seats(store, id, clock);
    const [loaded] = await Promise.all([load(store.journal, id, state), seats.load()]);
    const journal = new RoomJournal(this.writer, id, loaded.saved, entry => this.#takeForeign(id, room, seats, entry));
    const broken = (error: unknown) => {
      onTrouble('a room is broken', error, id);
      this.abandon(id);
      onBroken(room);
    };
    const onKept = () => upkeep.batchKept();
    const room: Room = new Room({ state, journal, seats, time, broken, onKept, unsavedInAll: this.unsaved });
    const upkeep = this.#upkeepOf(id, { room, state, written: journal, tail: loaded.tail });
    return { room, seats, journal, upkeep };
  }

  #takeForeign(id: RoomId, room: Room, seats: Seats, { parts }: Entry): void {
    room.takeForeign(parts.map(part => part.update));
    if (parts.every(part => seats.holderOf(part.clientId))) return;
    seats.catchUp().catch((error: unknown) => this.parts.onTrouble('who writes here could not be read', error, id));
  }

  *#opened(): Iterable<Pulled> {
    for (const [id, { journal }] of this.#slots) if (journal) yield { id, journal };
  }

  #upkeepOf(id: RoomId, of: Pick<UpkeepParts, 'room' | 'state' | 'written' | 'tail'>): Upkeep {
    const { store, time, onTrouble, compact: elsewhere, onStep = () => undefined } = this.parts;
    const here: Compact = async raw => compact(raw);
    return new Upkeep({ ...of, id, journal: store.journal, compact: elsewhere ?? here, turns: this.#turns, time, onTrouble, onStep });
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
      await opened.upkeep.finish();
      if (slot.visits > 0 || this.#slots.get(id) !== slot) return;
      opened.room.stop();
      opened.room.parts.state.end();
      this.#slots.delete(id);
    } catch (error) {
      this.parts.onTrouble('a room could not be unloaded', error, id);
    }
  }

  /** Looks after every room that is open. */
  #startLooking(): () => void {
    let stop: () => void;
    const look = () => {
      for (const slot of this.#slots.values()) slot.upkeep?.look();
      stop = this.parts.time.after(LOOK_MS, look);
    };
    stop = this.parts.time.after(LOOK_MS, look);
    return () => stop();
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
