/**
 * Sync 5 over a read update: what of it is new, and may it enter? Throws `Refused` before anything has changed.
 *
 * Knows what the document knows through `Ground`; keeps nothing but places it looked up.
 */
import { LIMITS } from '../../../shared/limits.ts';
import type { MaySearch, Owns } from '../state.ts';
import { Refused, TooMuch } from '../trouble.ts';
import { cutAt, type History } from './history.ts';
import { Neighbours } from './neighbours.ts';
import type { Piece } from './news.ts';
import type { Id } from './places.ts';
import { Ranges } from './ranges.ts';
import { Cursor, type DeleteRange, GC, type Head, isLive, passStruct, readHead, type ReadUpdate, type Refs, type Run } from './reader.ts';
import type { TypedOn } from './typedOn.ts';

export interface Ground {
  /** The next clock that the document expects of a client id. */
  known(client: number): number;
  history(client: number): History | undefined;
  isDeleted(id: Id): boolean;
}

/** A struct on its way in. */
interface Fresh {
  start: number;
  end: number;
  head: Head;
}

/** An update as it came, and whether some of it is known already. */
interface Read {
  update: Uint8Array;
  refs: Refs;
  someAreCut: boolean;
}

/** Whoever searches is counted in steps of this many bytes. */
const SEARCHED_AT_ONCE = 64 * 1024;

export class Check {
  readonly #neighbours: Neighbours;
  /** Structs of the update that is being checked, per client and in order. */
  #fresh = new Map<number, Fresh[]>();

  /** Deletions of the update that is being checked, and who says whether its sender may search on. */
  #deletes: readonly DeleteRange[] = [];
  #maySearch: MaySearch = () => true;
  #searched = 0;

  /** For each client id, where a struct with two neighbours ends: its right one, and the place of both. */
  readonly #endOfBetween = new Map<number, { end: number; right: Id; place: number }>();

  constructor(readonly ground: Ground) {
    this.#neighbours = new Neighbours({ headAt: id => this.#headAt(id), lineAt: id => this.#lineAt(id), lineTo: id => this.#lineTo(id), isDeleted: id => ground.isDeleted(id) });
  }

  /** What is new in an update, cut to begin where we end. */
  pieces(update: Uint8Array, read: ReadUpdate, refs: Refs, owns: Owns, maySearch: MaySearch): Piece[] {
    const pieces: Piece[] = [];
    let someAreCut = false;
    for (const run of read.runs) {
      const piece = this.#newPiece(update, run, owns);
      if (!piece) continue;
      pieces.push(piece);
      someAreCut ||= piece.clock > run.clock;
    }
    const reached = this.#reachedBy(pieces);
    for (const { client, clock, length } of read.deletes) {
      if (clock + length > reached(client)) throw new Refused('unknown-deletion');
    }
    this.#deletes = read.deletes;
    this.#maySearch = maySearch;
    this.#searched = 0;
    if (pieces.length > 0) this.#checkStructs(pieces, reached, { update, refs, someAreCut });
    return pieces;
  }

  /** Whether a letter is typed on where the last one of its page was looked at: then there is nothing new to look at. */
  goesOn({ client, clock, isBetween, rightClient, rightClock }: TypedOn): boolean {
    if (!isBetween) return true; // behind a letter of its own, and before nothing
    const before = this.#endOfBetween.get(client);
    if (before?.end !== clock || before.right.client !== rightClient || before.right.clock !== rightClock) return false;
    before.end = clock + 1;
    this.#neighbours.suppose(client, clock, clock + 1, before.place);
    this.#neighbours.settle(true);
    return true;
  }

  /** The bytes that places were found in have moved. */
  forget(): void {
    this.#neighbours.forget();
    this.#endOfBetween.clear();
  }

  /** The part of a run behind what is known; its sender must own it, and it may leave no gap. */
  #newPiece(update: Uint8Array, run: Run, owns: Owns): Piece | undefined {
    const known = this.ground.known(run.client);
    if (run.end <= known) return undefined;
    if (!owns(run.client)) throw new Refused('foreign-author');
    if (run.clock > known) throw new Refused('gap');
    if (run.end - known > LIMITS.clocksPerFrame) throw new Refused('too-far');
    return newPart(update, run, known);
  }

  #reachedBy(pieces: readonly Piece[]): (client: number) => number {
    const [only] = pieces;
    if (pieces.length < 2) return client => (client === only?.client ? only.end : this.ground.known(client));
    const ends = new Map(pieces.map(piece => [piece.client, piece.end]));
    return client => ends.get(client) ?? this.ground.known(client);
  }

  /** Everything hung on is known or comes with it, in an order that Yjs can follow, and neighbours are neighbours. */
  #checkStructs(pieces: readonly Piece[], reached: (client: number) => number, { update, refs, someAreCut }: Read): void {
    const isNew = (client: number) => reached(client) > this.ground.known(client);
    let taken = false;
    try {
      // A struct of which a part is known hangs on that part, whatever it says: it is read again as it was cut.
      if (this.#someHangOnNew(refs, isNew, reached) || someAreCut) this.#checkSequence(pieces);
      else this.#checkNeighbours(update, pieces, refs, isNew);
      if (this.#searched > 0) this.#countSearch();
      taken = true;
    } finally {
      this.#neighbours.settle(taken);
      if (!taken) this.#endOfBetween.clear();
      if (this.#fresh.size > 0) this.#fresh.clear();
    }
  }

  /** Whether new structs hang on new ones, so that their order matters. Throws when they hang on nothing that is. */
  #someHangOnNew({ hangs }: Refs, isNew: (client: number) => boolean, reached: (client: number) => number): boolean {
    let some = false;
    for (let at = 0; at < hangs.length; at += 3) {
      const [owner = 0, client = 0, clock = 0] = [hangs[at], hangs[at + 1], hangs[at + 2]];
      if (!isNew(owner)) continue; // all of this run is known: it is not applied
      if (clock >= reached(client)) throw new Refused('unknown-reference');
      some ||= clock >= this.ground.known(client);
    }
    return some;
  }

  #checkNeighbours(update: Uint8Array, pieces: readonly Piece[], { between, before, several }: Refs, isNew: (client: number) => boolean): void {
    const only = pieces.length === 1 && pieces[0]?.count === 1 ? pieces[0] : undefined;
    for (let at = 0; at < between.length; at += 5) {
      if (!isNew(between[at]!)) continue;
      const [left, right] = [{ client: between[at + 1]!, clock: between[at + 2]! }, { client: between[at + 3]!, clock: between[at + 4]! }];
      const place = this.#placeBetween(between[at]!, left, right);
      if (only) this.#supposeBetween(only, right, place);
    }
    for (let at = 0; at < before.length; at += 3) {
      if (isNew(before[at]!)) this.#neighbours.checkFirst(before[at]!, { client: before[at + 1]!, clock: before[at + 2]! });
    }
    for (let at = 0; at < several.length; at += 4) {
      if (isNew(several[at]!)) this.#checkSeveral(several[at]!, headIn(update, several[at + 1]!), several[at + 2]!, several[at + 3]!);
    }
  }

  /** Who types on between two was looked at a letter ago. */
  #placeBetween(author: number, left: Id, right: Id): number {
    const before = this.#endOfBetween.get(left.client);
    if (before?.end === left.clock + 1 && before.right.client === right.client && before.right.clock === right.clock) return before.place;
    return this.#neighbours.check(author, left, right);
  }

  #supposeBetween({ client, clock, end }: Piece, right: Id, place: number): void {
    this.#neighbours.suppose(client, clock, end, place);
    this.#endOfBetween.set(client, { end, right, place });
  }

  /**
   * A key holds one value: Yjs deletes the one before. Several in one struct live on in part when somebody cuts them, and
   * pages break where that is collected. Honest ones are joined only after all of them were deleted.
   */
  #checkSeveral(author: number, { origin, right, sub }: Head, start: number, end: number): void {
    const beside = origin ?? right;
    if (beside ? !this.#neighbours.isUnderKey(beside) : sub === undefined) return;
    const deleted = new Ranges();
    for (const { client, clock, length } of this.#deletes) if (client === author) deleted.add(client, clock, clock + length);
    if (!deleted.covers(author, start, end)) throw new Refused('several-values');
  }

  /** Applies the pieces in thought, as a page would: each struct only when all it hangs on is there. */
  #checkSequence(pieces: readonly Piece[]): void {
    const walks = pieces.map(piece => ({ ...piece, left: piece.count, cursor: new Cursor(piece.bytes), at: piece.clock }));
    const reached = new Map(walks.map(walk => [walk.client, walk]));
    const has = (client: number, clock: number) => clock < (reached.get(client)?.at ?? this.ground.known(client));
    for (let steps = 1; steps > 0; ) {
      steps = 0;
      for (const walk of walks) for (; walk.left > 0 && this.#step(walk, has); walk.left--) steps++;
    }
    if (walks.some(walk => walk.left > 0)) throw new Refused('unknown-reference');
  }

  /** Steps over the next struct when all it hangs on is there; otherwise stays before it. */
  #step(walk: { client: number; at: number; cursor: Cursor }, has: (client: number, clock: number) => boolean): boolean {
    const before = walk.cursor.at;
    const head = readHead(walk.cursor);
    walk.cursor.at = before;
    const { origin, right, parent } = head;
    const isThere = (id: Id | string | undefined) => id === undefined || typeof id === 'string' || has(id.client, id.clock);
    if (!isThere(origin) || !isThere(right) || !isThere(parent)) return false;
    const end = walk.at + passStruct(walk.cursor);
    if (origin && right) this.#neighbours.suppose(walk.client, walk.at, end, this.#neighbours.check(walk.client, origin, right));
    else if (right) this.#neighbours.checkFirst(walk.client, right);
    if (end - walk.at > 1 && isLive(head.kind)) this.#checkSeveral(walk.client, head, walk.at, end);
    this.#remember(walk.client, { start: walk.at, end, head });
    walk.at = end;
    return true;
  }

  #remember(client: number, fresh: Fresh): void {
    const list = this.#fresh.get(client);
    if (list) list.push(fresh);
    else this.#fresh.set(client, [fresh]);
  }

  #headAt(id: Id): Fresh {
    const history = this.#historyOf(id);
    if (!history) return this.#freshAt(id);
    const { cursor, start, end } = history.structAt(id.clock);
    return { head: readHead(cursor), start, end };
  }

  #lineAt(id: Id): { head: Head; start: number; isNew: boolean; passed: number } {
    const history = this.#historyOf(id);
    if (!history) return { ...this.#freshAt(id), isNew: true, passed: 1 };
    const { cursor, start, passed } = history.lineTo(id.clock);
    return { head: readHead(cursor), start, isNew: false, passed };
  }

  /** The same for whoever searches, which is counted. What was collected hangs on nothing. */
  #lineTo(id: Id): { start: number; origin: Id | undefined } {
    const { head, start, passed } = this.#lineAt(id);
    this.#searched += passed;
    if (this.#searched >= SEARCHED_AT_ONCE) this.#countSearch();
    return head.kind === GC ? { start: id.clock, origin: undefined } : { start, origin: head.origin };
  }

  /** Undefined for what is only on its way. */
  #historyOf({ client, clock }: Id): History | undefined {
    return clock < this.ground.known(client) ? this.ground.history(client) : undefined;
  }

  #freshAt({ client, clock }: Id): Fresh {
    return inList(this.#fresh.get(client) ?? [], clock);
  }

  #countSearch(): void {
    const searched = this.#searched;
    this.#searched = 0;
    if (!this.#maySearch(searched)) throw new TooMuch('more looks through the document than a member may cause');
  }
}

function headIn(update: Uint8Array, at: number): Head {
  const cursor = new Cursor(update);
  cursor.at = at;
  return readHead(cursor);
}

/** What of a run lies behind `known`. */
export function newPart(update: Uint8Array, run: Run, known: number): Piece {
  const whole = { count: run.count, bytes: update.subarray(run.from, run.to) };
  const tail = run.clock === known ? whole : cutAt(run.client, whole, run.clock, known);
  return { client: run.client, clock: known, end: run.end, count: tail.count, bytes: tail.bytes };
}

function inList(list: readonly Fresh[], clock: number): Fresh {
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.end <= clock) low = middle + 1;
    else high = middle;
  }
  return list[low]!;
}
