/**
 * A room's document as bytes: per client id its structs end to end, and one set of deleted ranges.
 *
 * Taking an update, answering a newcomer and handing out the whole are copies of byte ranges: no item is built.
 * Every struct is here once, in order, without gaps, hung on nothing unknown, so that a page which applies what it
 * is sent never has anything pending. Knows nothing of members, lines or disks.
 */
import { LIMITS } from '../../../shared/limits.ts';
import type { DocumentState, Owns } from '../state.ts';
import { Refused } from '../trouble.ts';
import { cutAt, History, type Tail } from './history.ts';
import { Ranges } from './ranges.ts';
import { Cursor, type DeleteRange, passStruct, readUpdate, type Run } from './reader.ts';
import { joinBytes, varUint } from './structs.ts';

export function blockState(): DocumentState {
  return new BlockState();
}

/** New structs of one client, from what is known on. */
interface Piece extends Tail {
  client: number;
  clock: number;
  end: number;
}

/** Three numbers each: whose struct it is, and the client and clock that it hangs on. */
type Hangs = number[];

const anybody: Owns = () => true;

class BlockState implements DocumentState {
  readonly #clients = new Map<number, History>();
  readonly #deleted = new Ranges();
  #bytes = 0;
  #whole: Uint8Array | undefined;

  #known(client: number): number {
    return this.#clients.get(client)?.end ?? 0;
  }

  get bytes(): number {
    return this.#bytes + this.#clients.size * 27 + 9 + this.#deleted.atMost;
  }

  take(update: Uint8Array, owns: Owns): Uint8Array | undefined {
    const hangs: Hangs = [];
    const { runs, deletes } = readUpdate(update, (run, client, clock) => { hangs.push(run.client, client, clock); });
    const pieces = runs.flatMap(run => this.#newPiece(update, run, owns) ?? []);
    this.#check(pieces, hangs, deletes);
    for (const piece of pieces) this.#keep(piece);
    const fresh = this.#delete(deletes);
    if (pieces.length === 0 && fresh.isEmpty) return undefined;
    this.#whole = undefined;
    return encode(pieces, fresh);
  }

  restore(updates: readonly Uint8Array[]): void {
    for (const update of updates) this.take(update, anybody);
  }

  holds(update: Uint8Array): boolean {
    const { runs, deletes } = readUpdate(update);
    return (
      runs.every(run => run.end <= this.#known(run.client)) &&
      deletes.every(({ client, clock, length }) => this.#deleted.covers(client, clock, clock + length))
    );
  }

  whole(): Uint8Array {
    this.#forgetDeleted();
    this.#whole ??= encode([...this.#clients.values()].map(asPiece), this.#deleted);
    return this.#whole;
  }

  missing(vector: Uint8Array): Uint8Array {
    this.#forgetDeleted();
    const theirs = readVector(vector);
    const pieces = [...this.#clients.values()].flatMap((history): Piece[] => {
      const clock = theirs.get(history.client) ?? 0;
      return clock < history.end ? [{ client: history.client, clock, end: history.end, ...history.since(clock) }] : [];
    });
    return encode(pieces, this.#deleted);
  }

  vector(): Uint8Array {
    const parts = [varUint(this.#clients.size)];
    for (const { client, end } of [...this.#clients.values()].sort((a, b) => b.client - a.client)) parts.push(varUint(client), varUint(end));
    return joinBytes(parts);
  }

  /** The part of a run behind what is known; its sender must own it, and it may leave no gap. */
  #newPiece(update: Uint8Array, run: Run, owns: Owns): Piece | undefined {
    const known = this.#known(run.client);
    if (run.end <= known) return undefined;
    if (!owns(run.client)) throw new Refused('foreign-author');
    if (run.clock > known) throw new Refused('gap');
    if (run.end - known > LIMITS.clocksPerFrame) throw new Refused('too-far');
    const whole = { count: run.count, bytes: update.subarray(run.from, run.to) };
    const tail = run.clock === known ? whole : cutAt(run.client, whole, run.clock, known);
    return { ...tail, client: run.client, clock: known, end: run.end };
  }

  /** Everything hung on is known or comes with it, in an order that Yjs can follow; deletions only of the known. */
  #check(pieces: readonly Piece[], hangs: Hangs, deletes: readonly DeleteRange[]): void {
    const ends = new Map(pieces.map(piece => [piece.client, piece.end]));
    const reached = (client: number): number => ends.get(client) ?? this.#known(client);
    if (this.#someNew(hangs, ends, reached)) this.#checkSequence(pieces);
    if (deletes.some(({ client, clock, length }) => clock + length > reached(client))) throw new Refused('unknown-deletion');
  }

  /** Whether new structs hang on new ones, so that their order matters. Throws when they hang on nothing that is. */
  #someNew(hangs: Hangs, ends: ReadonlyMap<number, number>, reached: (client: number) => number): boolean {
    let some = false;
    for (let at = 0; at < hangs.length; at += 3) {
      const [owner = 0, client = 0, clock = 0] = [hangs[at], hangs[at + 1], hangs[at + 2]];
      if (!ends.has(owner)) continue; // all of this run is known: it is not applied
      if (clock >= reached(client)) throw new Refused('unknown-reference');
      some ||= clock >= this.#known(client);
    }
    return some;
  }

  /** Applies the pieces in thought, as a page would: each struct only when all it hangs on is there. */
  #checkSequence(pieces: readonly Piece[]): void {
    const reached = new Map(pieces.map(piece => [piece.client, piece.clock]));
    const has: Has = (client, clock) => clock < (reached.get(client) ?? this.#known(client));
    const walks = pieces.map(({ client, count, bytes }) => ({ client, left: count, cursor: new Cursor(bytes) }));
    const stepsOf = (walk: (typeof walks)[number]): number => {
      const before = walk.left;
      while (walk.left > 0 && stepOver(walk.cursor, walk.client, reached, has)) walk.left--;
      return before - walk.left;
    };
    while (walks.reduce((steps, walk) => steps + stepsOf(walk), 0) > 0);
    if (walks.some(walk => walk.left > 0)) throw new Refused('unknown-reference');
  }

  #keep(piece: Piece): void {
    let history = this.#clients.get(piece.client);
    if (!history) this.#clients.set(piece.client, (history = new History(piece.client)));
    history.append(piece, piece.end);
    this.#bytes += piece.bytes.length;
  }

  #delete(deletes: readonly DeleteRange[]): Ranges {
    const fresh = new Ranges();
    for (const { client, clock, length } of deletes) this.#deleted.add(client, clock, clock + length, fresh);
    for (const client of fresh.clients()) this.#clients.get(client)?.someDeleted();
    return fresh;
  }

  /** Before anything is handed out: what was deleted leaves the bytes (Sync 12). */
  #forgetDeleted(): void {
    for (const history of this.#clients.values()) {
      const before = history.length;
      history.forget(this.#deleted.of(history.client));
      this.#bytes += history.length - before;
    }
  }
}

type Has = (client: number, clock: number) => boolean;

/** Steps over the next struct when all it hangs on is there; otherwise stays before it. */
function stepOver(cursor: Cursor, client: number, reached: Map<number, number>, has: Has): boolean {
  const before = cursor.at;
  let lacking = 0;
  const length = passStruct(cursor, (refClient, clock) => { lacking += has(refClient, clock) ? 0 : 1; });
  if (lacking === 0) reached.set(client, (reached.get(client) ?? 0) + length);
  else cursor.at = before;
  return lacking === 0;
}

const asPiece = (history: History): Piece => ({ client: history.client, clock: 0, end: history.end, ...history.whole() });

/** An update, V1. Yjs integrates fastest from the highest client id down, and writes them so. */
function encode(pieces: readonly Piece[], deletes: Ranges): Uint8Array {
  const parts: ArrayLike<number>[] = [varUint(pieces.length)];
  for (const piece of pieces.toSorted((a, b) => b.client - a.client)) {
    parts.push(varUint(piece.count), varUint(piece.client), varUint(piece.clock), piece.bytes);
  }
  deletes.encode(parts);
  return joinBytes(parts);
}

function readVector(bytes: Uint8Array): Map<number, number> {
  const cursor = new Cursor(bytes);
  const clocks = new Map<number, number>();
  for (let left = cursor.count(); left > 0; left--) clocks.set(cursor.varUint(), cursor.varUint());
  return clocks;
}
