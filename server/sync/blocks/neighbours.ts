/**
 * The part of Sync 5 that asks where things stand: a struct that names two neighbours must find both in one place, and
 * what it names must put it in one order for everybody.
 *
 * Yjs takes such a struct's place from whichever neighbour it still has; with neighbours in different places, those who
 * come after one of them was collected would see it elsewhere. Honest pages never write that. Knows no bytes of updates.
 */
import { Refused } from '../trouble.ts';
import { isSame, type Lines, standsAlikeForAll } from './order.ts';
import { COLLECTED, type Id, Places } from './places.ts';
import type { Head } from './reader.ts';

/** What it needs to know of the document: the head of a known struct with its clocks, and what was deleted. */
export interface Ground extends Lines {
  headAt(id: Id): { head: Head; start: number; end: number };
  /** The head of the line up to this struct; `isNew` when it is not in the document yet, but on its way. */
  lineAt(id: Id): { head: Head; start: number; isNew: boolean };
  isDeleted(id: Id): boolean;
}

/** No editor nests deeper; whoever does gets no longer search. */
const MAX_NESTING = 100;

export class Neighbours {
  #places = new Places();

  constructor(readonly ground: Ground) {}

  /** Throws unless these two can stand beside one struct of this author; answers the place of that struct. */
  check(author: number, origin: Id, right: Id): number {
    const place = this.#placeOfBoth(origin, right);
    if (place !== COLLECTED && !this.#knowEachOther(origin, right)) this.#checkOrder(author, origin, right);
    return place;
  }

  #placeOfBoth(origin: Id, right: Id): number {
    const [one, other] = [this.placeOf(origin), this.placeOf(right)];
    if (one === other) return one;
    // What stood in something deleted may be collected already, while its neighbour is not.
    if (one === COLLECTED && this.#isInDeleted(other)) return one;
    if (other === COLLECTED && this.#isInDeleted(one)) return other;
    throw new Refused('foreign-neighbours');
  }

  /** The same for one that stands first in its place, left of this one. */
  checkFirst(author: number, right: Id): void {
    this.#checkOrder(author, undefined, right);
  }

  #checkOrder(author: number, left: Id | undefined, right: Id): void {
    if (!standsAlikeForAll(this.ground, author, left, right)) throw new Refused('foreign-neighbours');
  }

  /** Whether a struct that hangs on this one stands under a key. */
  isUnderKey(id: Id): boolean {
    return this.#places.isKey(this.placeOf(id));
  }

  /** The later one of two that somebody saw side by side names the other, unless both came at once. */
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
      const { head, start, isNew } = this.ground.lineAt(at);
      passed.push({ client: at.client, start, end: at.clock + 1, isNew });
      const before = head.origin ?? head.right;
      if (before) place = this.#places.of((at = before).client, before.clock);
      else place = head.parent === undefined ? COLLECTED : this.#places.numberOf(head.parent, head.sub);
    }
    // From the first one on: what lies behind all that is remembered is added quickest.
    for (const { client, start, end, isNew } of passed.toReversed()) {
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
