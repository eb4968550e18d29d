/**
 * The journal in LMDB, in two stages: a commit goes into the log as one value, whatever rooms it is of, and what the log
 * holds is moved to each room's runs every few seconds. Both are transactions of one file, so that an entry is always
 * in one of them; in both, after a crash in between, it counts once. Snapshots stand beside.
 */
import { setTimeout as after } from 'node:timers/promises';
import type { Gate } from '../gate.ts';
import { checkEntries } from '../journal.ts';
import { Conflict, Corrupt, type Entry, type Journal, type NewEntry, type Snapshot } from '../store.ts';
import { readEntry, type Sealed, type SealedEntry, sealTogether } from './entry.ts';
import type { Environment } from './environment.ts';
import { keyOf, renumber } from './keys.ts';
import { Log } from './log.ts';
import { Runs } from './runs.ts';
import { Snapshots } from './snapshots.ts';

/** Rooms whose keys and heads are kept at hand. */
const REMEMBERED = 20_000;
/** When the log is emptied: so long after something came, or as soon as it holds so much. */
const EMPTY_AFTER = { ms: 5_000, bytes: 8 * 1024 * 1024 };
/**
 * Moved in one transaction, with a pause after it: whoever writes meanwhile waits for one bite, not for all of them.
 * Without the pause where more comes in than is moved.
 */
const BITE = { rooms: 16, bytes: 256 * 1024, pauseMs: 10, hurryBytes: 4 * EMPTY_AFTER.bytes };
/** Some entries of some rooms, each room's in order. */
type Bite = [room: string, entries: SealedEntry[]][];

export class EmbeddedJournal implements Journal {
  readonly #env: Environment;
  readonly #gate: Gate;
  readonly #log: Log;
  readonly #runs: Runs;
  readonly #snapshots: Snapshots;
  /** The last seq of rooms written to lately. Nobody else writes here: whoever follows it needs no look. */
  readonly #heads = new Map<string, number>();
  readonly #keys = new Map<string, Buffer>();
  /** To take a checksum over: good until the next one of the same room is asked for. */
  readonly #keyFor = (room: string, seq: number) => renumber(this.#keyOf(room), seq);
  /** The last one that was appended. */
  #last: Promise<void> = Promise.resolve();
  #moving: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosing = false;

  /** Throws `Corrupt` when what an earlier process left in the log is not whole. */
  constructor(env: Environment, gate: Gate) {
    this.#env = env;
    this.#gate = gate;
    this.#runs = new Runs(env);
    this.#snapshots = new Snapshots(env);
    this.#log = new Log(env);
    this.#log.recover(room => this.#runs.head(room), this.#keyFor);
    if (this.#log.reached > 0) this.#moveSoon();
  }

  append(entries: readonly NewEntry[], at: number): Promise<void> {
    return this.#gate.through(async () => {
      checkEntries(entries);
      if (entries.length === 0) return;
      const sealed = sealTogether(entries, at, this.#keyFor);
      await this.#inTurn(() => this.#keep(entries, sealed));
      if (this.#log.bytes > EMPTY_AFTER.bytes) void this.#move();
      else this.#moveSoon();
    });
  }

  /** One at a time: what follows an entry must not be on disk where that is not. */
  #inTurn(keep: () => Promise<void>): Promise<void> {
    const kept = this.#last.then(keep);
    this.#last = kept.catch(() => undefined); // whoever asked is told; the next has its own chance
    return kept;
  }

  async #keep(entries: readonly NewEntry[], sealed: Sealed): Promise<void> {
    this.#goOn(entries);
    try {
      await this.#log.put(sealed.record);
      this.#log.hold(entries, sealed);
    } catch (error) {
      for (const { room } of entries) this.#heads.delete(room); // what was put is not there
      throw error;
    }
  }

  /** Nothing has changed when it throws. */
  #goOn(entries: readonly NewEntry[]): void {
    const heads = new Map<string, number>();
    for (const { room, seq } of entries) {
      const head = heads.get(room) ?? this.#heads.get(room) ?? this.#head(room);
      if (head !== seq - 1) throw new Conflict(`${room} ${seq}: not the next seq`);
      heads.set(room, seq);
    }
    for (const [room, seq] of heads) this.#heads.set(room, seq);
  }

  #head(room: string): number {
    return this.#log.last(room) ?? this.#runs.head(room);
  }

  #keyOf(room: string): Buffer {
    let key = this.#keys.get(room);
    if (!key) {
      if (this.#keys.size >= REMEMBERED) this.#forgetRooms();
      this.#keys.set(room, (key = keyOf([room, 0])));
    }
    return key;
  }

  #forgetRooms(): void {
    this.#keys.clear();
    this.#heads.clear();
  }

  head(room: string): Promise<number> {
    return this.#gate.through(() => this.#head(room));
  }

  async *read(room: string, after: number): AsyncIterable<Entry> {
    let seq = after;
    for (;;) {
      const batch = await this.#gate.through(() => this.#after(room, seq));
      if (batch.length === 0) return;
      for (const entry of batch) {
        if (entry.seq !== ++seq) throw new Corrupt(`journal ${room}: ${seq} is missing`);
        yield readEntry(entry, this.#keyFor);
      }
    }
  }

  #after(room: string, seq: number): SealedEntry[] {
    const moved = this.#runs.after(room, seq);
    return moved.length > 0 ? moved : this.#log.after(room, seq);
  }

  snapshot(room: string): Promise<Snapshot | undefined> {
    return this.#gate.through(() => this.#snapshots.newest(room));
  }

  keepSnapshot(snapshot: Snapshot): Promise<void> {
    return this.#gate.through(() => this.#snapshots.keep(snapshot));
  }

  /** Nothing is appended any more: leaves the log empty, if the disk lets us; otherwise the next process finds it. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#moving;
    await this.#move();
    clearTimeout(this.#timer);
  }

  #moveSoon(): void {
    this.#timer ??= setTimeout(() => void this.#move(), EMPTY_AFTER.ms).unref();
  }

  /** Never fails: what could not be moved stays in the log, on disk and in memory, and is moved later. */
  #move(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return (this.#moving ??= this.#moveAll().then(
      () => void (this.#moving = undefined),
      () => {
        this.#moving = undefined;
        this.#moveSoon();
      },
    ));
  }

  async #pause(): Promise<void> {
    if (!this.#isClosing && this.#log.bytes < BITE.hurryBytes) await after(BITE.pauseMs, undefined, { ref: false });
  }

  async #moveAll(): Promise<void> {
    const reached = this.#log.reached;
    for (const bite of this.#bites()) {
      await this.#env.write(() => bite.forEach(([room, entries]) => this.#runs.put(room, entries)));
      for (const [room, entries] of bite) this.#log.drop(room, entries.length);
      await this.#pause();
    }
    await this.#env.write(() => this.#log.remove(reached));
  }

  /** Everything that is held when its turn comes. */
  *#bites(): Iterable<Bite> {
    let [bite, bytes]: [Bite, number] = [[], 0];
    for (const room of this.#log.rooms()) {
      bite.push([room, []]);
      for (const entry of this.#log.after(room, 0)) {
        bite.at(-1)?.[1].push(entry);
        bytes += entry.value.length;
        if (bytes < BITE.bytes) continue;
        yield bite;
        [bite, bytes] = [[[room, []]], 0];
      }
      if (bite.length < BITE.rooms) continue;
      yield bite;
      [bite, bytes] = [[], 0];
    }
    yield bite;
  }
}
