/**
 * A room's document as bytes: per client id its structs end to end, and one set of deleted ranges.
 *
 * Taking an update, answering a newcomer and handing out the whole are copies of byte ranges: no item is built.
 * Every struct is here once, in order, without gaps, hung on nothing unknown, so that a page which applies what it
 * is sent never has anything pending. Knows nothing of members, lines or disks.
 */
import type { DocumentState, MaySearch, Owns } from '../state.ts';
import { Check, newPart } from './check.ts';
import { History } from './history.ts';
import type { News, Piece } from './news.ts';
import { Ranges } from './ranges.ts';
import { Cursor, type DeleteRange, readDeletes, readUpdate, Refs, type Run } from './reader.ts';
import { TypedOn } from './typedOn.ts';
import { readVector, writeVector } from './vector.ts';
import { encodePieces, type Indexed, indexOf } from './wholeUpdate.ts';

const NOTHING = new Uint8Array([0]);
const NONE: readonly DeleteRange[] = [];

export function blockState(): DocumentState {
  return new BlockState();
}

class BlockState implements DocumentState {
  readonly #clients = new Map<number, History>();
  readonly #check = new Check({
    known: client => this.known(client),
    history: client => this.#clients.get(client),
    isDeleted: ({ client, clock }) => this.#deleted.covers(client, clock, clock + 1),
  });
  /** Read out of `#deletedBytes` when somebody first asks. */
  #deletedRanges: Ranges | undefined = new Ranges();
  #deletedBytes: Uint8Array | undefined;
  /** Deletions since `raw()` was last asked for. */
  #deletedSince: DeleteRange[] | undefined;
  readonly #stale = new Set<History>();
  readonly #refs = new Refs();
  readonly #typed = new TypedOn();
  #bytes = 0;
  #whole: Uint8Array | undefined;
  /** The one piece of memory in which everything lies, when it does. */
  #base: Uint8Array | undefined;
  loose = { structs: 0, bytes: 0 };

  known(client: number): number {
    return this.#clients.get(client)?.end ?? 0;
  }

  get #deleted(): Ranges {
    if (!this.#deletedRanges) {
      this.#deletedRanges = new Ranges();
      for (const { client, clock, length } of readDeletes(new Cursor(this.#deletedBytes ?? NOTHING))) this.#deletedRanges.add(client, clock, clock + length);
      this.#deletedBytes = undefined;
    }
    return this.#deletedRanges;
  }

  get bytes(): number {
    return this.#bytes + this.#clients.size * 27 + 9 + (this.#deletedBytes?.length ?? this.#deleted.atMost);
  }

  take(update: Uint8Array, owns: Owns, maySearch: MaySearch = () => true): News | undefined {
    return this.#takeLetter(update, owns) ?? this.#takeAny(update, owns, maySearch);
  }

  /** Undefined for anything but a letter typed on where its page was typing already. */
  #takeLetter(update: Uint8Array, owns: Owns): News | undefined {
    const typed = this.#typed;
    if (!typed.read(update)) return undefined;
    const { client, clock } = typed;
    const history = this.#clients.get(client);
    if (history?.end !== clock || !owns(client) || !this.#check.goesOn(typed)) return undefined;
    const piece = { client, clock, end: clock + 1, count: 1, bytes: update.subarray(typed.from, update.length - 1) };
    this.#append(history, piece);
    this.#whole = undefined;
    return { pieces: [piece], deleted: NONE };
  }

  #takeAny(update: Uint8Array, owns: Owns, maySearch: MaySearch): News | undefined {
    const refs = this.#refs;
    refs.clear();
    const read = readUpdate(update, refs);
    const pieces = this.#check.pieces(update, read, refs, owns, maySearch);
    for (const piece of pieces) this.#keep(piece);
    const deleted = read.deletes.length > 0 ? this.#delete(read.deletes) : NONE;
    if (pieces.length === 0 && deleted.length === 0) return undefined;
    this.#whole = undefined;
    return { pieces, deleted };
  }

  restore(updates: readonly Uint8Array[]): void {
    const read = updates.map(update => ({ update, ...readUpdate(update) }));
    let waiting = read.flatMap(({ update, runs }) => runs.map(run => ({ update, run })));
    for (let before = Infinity; waiting.length > 0 && waiting.length < before; ) {
      before = waiting.length;
      waiting = waiting.filter(({ update, run }) => !this.#restoreRun(update, run));
    }
    if (waiting.length > 0) throw new Error('what was kept leaves a gap');
    for (const { deletes } of read) this.#delete(deletes);
    this.#whole = undefined;
  }

  adopt(whole: Uint8Array): void {
    if (this.#clients.size > 0) throw new Error('there is a document already');
    this.#lieIn({ update: whole, index: indexOf(whole) });
  }

  /** Everything that is in these bytes is taken from them, without a copy. Clients that are not in them stay. */
  #lieIn({ update, index: { runs, deletesAt } }: Indexed): void {
    if (runs.some(run => run.clock !== 0)) throw new Error('not a whole document');
    for (const run of runs) {
      const history = new History(run.client);
      history.adopt({ count: run.count, bytes: update.subarray(run.from, run.to) }, run.end);
      this.#clients.set(run.client, history);
    }
    this.#bytes = 0;
    for (const history of this.#clients.values()) this.#bytes += history.length;
    this.#deletedRanges = undefined;
    this.#deletedBytes = update.subarray(deletesAt);
    this.#base = this.#whole = update;
  }

  #restoreRun(update: Uint8Array, run: Run): boolean {
    const known = this.known(run.client);
    if (run.clock > known) return false;
    if (run.end > known) this.#keep(newPart(update, run, known));
    return true;
  }

  holds(update: Uint8Array): boolean {
    const { runs, deletes } = readUpdate(update);
    return (
      runs.every(run => run.end <= this.known(run.client)) &&
      deletes.every(({ client, clock, length }) => this.#deleted.covers(client, clock, clock + length))
    );
  }

  whole(): Uint8Array {
    this.#forgetDeleted();
    this.#whole ??= encodePieces(this.#wholePieces(), this.#deleted).update;
    return this.#whole;
  }

  #wholePieces(): Piece[] {
    return [...this.#clients.values()].map(history => ({ client: history.client, clock: 0, end: history.end, ...history.whole() }));
  }

  missing(vector: Uint8Array): Uint8Array {
    const theirs = readVector(vector);
    if (theirs.size === 0) return this.whole();
    this.#forgetDeleted();
    const pieces = [...this.#clients.keys()].flatMap(client => this.#tail(client, theirs.get(client) ?? 0) ?? []);
    return encodePieces(pieces, this.#deleted).update;
  }

  vector(): Uint8Array {
    return writeVector([...this.#clients.values()].map(({ client, end }) => [client, end]));
  }

  raw(): Uint8Array {
    this.#deletedSince = [];
    this.loose = { structs: 0, bytes: 0 };
    return this.#whole ?? encodePieces(this.#wholePieces(), this.#deleted).update;
  }

  swap(compacted: Indexed): void {
    const [since, loose] = [this.#deletedSince, { ...this.loose }];
    const { runs } = compacted.index;
    if (!since || runs.some(run => run.end > this.known(run.client))) throw new Error('this is not what became of our document');
    const tails = runs.flatMap(run => this.#tail(run.client, run.end) ?? []);
    this.#lieIn(compacted);
    for (const history of this.#stale) if (this.#clients.get(history.client) !== history) this.#stale.delete(history);
    for (const tail of tails) this.#keep(tail);
    this.#delete(since);
    this.#deletedSince = undefined;
    this.loose = loose;
    if (this.#clients.size > runs.length || tails.length + since.length > 0) this.#whole = this.#base = undefined;
  }

  rest(): void {
    this.#check.forget();
    if (this.#base && this.#base === this.#whole) return;
    this.#forgetDeleted();
    const { update, index } = encodePieces(this.#wholePieces(), this.#deleted);
    this.#lieIn({ update: new Uint8Array(update), index }); // a copy without the room that was left to write in
  }

  end(): void {
    // Its bytes are in memory alone, and go with it.
  }

  #tail(client: number, clock: number): Piece | undefined {
    const history = this.#clients.get(client);
    return history && history.end > clock ? { client, clock, end: history.end, ...history.since(clock) } : undefined;
  }

  #keep(piece: Piece): void {
    let history = this.#clients.get(piece.client);
    if (!history) this.#clients.set(piece.client, (history = new History(piece.client)));
    this.#append(history, piece);
  }

  #append(history: History, piece: Piece): void {
    history.append(piece, piece.end);
    this.#bytes += piece.bytes.length;
    this.loose.structs += piece.count;
    this.loose.bytes += piece.bytes.length;
  }

  #delete(deletes: readonly DeleteRange[]): readonly DeleteRange[] {
    const fresh: DeleteRange[] = [];
    for (const { client, clock, length } of deletes) this.#deleted.add(client, clock, clock + length, fresh);
    for (const range of fresh) {
      this.#markStale(range);
      this.#deletedSince?.push(range);
    }
    return fresh;
  }

  #markStale({ client, clock, length }: DeleteRange): void {
    const history = this.#clients.get(client);
    if (!history) return;
    history.deleted(clock, Math.min(clock + length, history.end));
    this.#stale.add(history);
  }

  /** Before anything is handed out: what was deleted leaves the bytes (Sync 12). */
  #forgetDeleted(): void {
    for (const history of this.#stale) {
      const before = history.length;
      history.forget(this.#deleted.of(history.client));
      this.#bytes += history.length - before;
    }
    this.#stale.clear();
  }
}
