/**
 * The part of Sync 5 that asks where things stand: a struct that names two neighbours must find both in one place, and
 * one that names a single neighbour must have had no other.
 *
 * Yjs takes such a struct's place from whichever neighbour it still has; with neighbours in different places, those who
 * come after one of them was collected would see it elsewhere. A struct that hides a neighbour is put in different orders
 * by those who were there and those who come later. Honest pages never write either. Knows no bytes of updates.
 */
import { Refused } from '../trouble.ts';
import { COLLECTED, type Id, Places } from './places.ts';
import { GC, type Head } from './reader.ts';

/** What it needs to know of the document: the head of a known struct with its clocks, and what was deleted. */
export interface Ground {
  /** `isNew` when it is not in the document yet, but on its way. */
  headAt(id: Id): { head: Head; start: number; end: number; isNew: boolean };
  isDeleted(id: Id): boolean;
}

/** No editor nests deeper; whoever does gets no longer search. */
const MAX_NESTING = 100;

export interface Pair {
  left: Id;
  right: Id;
}

export class Neighbours {
  #places = new Places();
  /** Pairs whose order is not known from what they name. */
  doubts: Pair[] = [];

  constructor(readonly ground: Ground) {}

  /** Throws unless these two can stand beside one struct; answers the place of that struct. */
  check(origin: Id, right: Id): number {
    if (origin.client === right.client && origin.clock === right.clock) throw new Refused('foreign-neighbours');
    const [one, other] = [this.placeOf(origin), this.placeOf(right)];
    if (one === other) {
      if (one !== COLLECTED && !this.#knowEachOther(origin, right)) this.doubts.push({ left: origin, right });
      return one;
    }
    // What stood in something deleted may be collected already, while its neighbour is not.
    if (one === COLLECTED && this.#isInDeleted(other)) return one;
    if (other === COLLECTED && this.#isInDeleted(one)) return other;
    throw new Refused('foreign-neighbours');
  }

  /** Who stands at the beginning of its place has nothing to the left: then its right neighbour has not, either. */
  checkFirst(right: Id): void {
    const { head, start } = this.ground.headAt(right);
    if (head.origin || (start < right.clock && head.kind !== GC)) throw new Refused('foreign-neighbours');
  }

  /** Who stands at the end has nothing to the right: then its left neighbour had not, either. */
  checkLast(origin: Id): void {
    if (this.ground.headAt(origin).head.right) throw new Refused('foreign-neighbours');
  }

  #knowEachOther(left: Id, right: Id): boolean {
    const [ofLeft, ofRight] = [this.ground.headAt(left), this.ground.headAt(right)];
    if (ofLeft.head.right && isSame(ofLeft.head.right, right)) return true;
    if (ofRight.start === right.clock) return ofRight.head.origin !== undefined && isSame(ofRight.head.origin, left);
    return left.client === right.client && left.clock + 1 === right.clock;
  }

  /** Follows what each struct hangs on until the place is known, and remembers it for all on the way. */
  placeOf(id: Id): number {
    const passed: { client: number; start: number; end: number; isNew: boolean }[] = [];
    let at = id;
    let place = this.#places.of(at.client, at.clock);
    while (place === undefined) {
      const { head, start, end, isNew } = this.ground.headAt(at);
      passed.push({ client: at.client, start, end, isNew });
      const before = head.origin ?? head.right;
      if (before) place = this.#places.of((at = before).client, before.clock);
      else place = head.parent === undefined ? COLLECTED : this.#places.numberOf(head.parent, head.sub);
    }
    for (const { client, start, end, isNew } of passed) {
      if (isNew) this.#places.suppose(client, start, end, place);
      else this.#places.remember(client, start, end, place);
    }
    return place;
  }

  /** A struct that is on its way into the document stands here. */
  suppose(client: number, start: number, end: number, place: number): void {
    this.#places.suppose(client, start, end, place);
  }

  /** What was on its way is in, or was refused. */
  settle(taken: boolean): void {
    this.#places.settle(taken);
    if (this.doubts.length > 0) this.doubts = [];
  }

  /** Structs were collected or moved to other bytes: their places are looked up again. */
  forget(): void {
    this.#places = new Places();
  }

  #isInDeleted(place: number): boolean {
    let holder = this.#places.holderOf(place);
    for (let depth = 0; holder !== undefined && depth < MAX_NESTING; depth++) {
      if (this.ground.isDeleted(holder)) return true;
      const above = this.placeOf(holder);
      if (above === COLLECTED) return true;
      holder = this.#places.holderOf(above);
    }
    return false;
  }
}

const isSame = (one: Id, other: Id) => one.client === other.client && one.clock === other.clock;
