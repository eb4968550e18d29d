/**
 * One room with an honest pair at work and somebody beside them who sends anything: the real room over a journal in
 * memory. Says how long each frame held everybody up, and in the end whether the pair still has one document.
 */
import * as Y from 'yjs';
import { answerFrame } from '../../../server/sync/frames.ts';
import type { Peer } from '../../../server/sync/room.ts';
import { isTrouble } from '../../../server/sync/trouble.ts';
import { HandTime, memberId, MemoryJournal, openRoom, type Opened } from '../../server/sync/memory.ts';
import { TestPeer } from '../../support/TestPeer.ts';
import { difference, pictureOf } from '../common/picture.ts';
import type { Random } from '../common/random.ts';
import { quiet } from '../convergence/world.ts';

const NAMES = ['marta', 'paolo', 'giulia'] as const;
/** Issued to whoever forges; see `seatsFor`. */
export const OWN = [300, 301, 302] as const;
/** Nothing was written under these. */
export const FRESH: readonly number[] = Array.from({ length: 90 }, (_, nth) => 303 + nth);
const isForged = (client: number) => client >= 300;
/** Theirs mostly, the pair's, and some that nobody has. */
export const CLIENTS = [...OWN, ...OWN, ...OWN, 100, 200, 399, 777, 2 ** 32 - 1] as const;

export interface Tally {
  refused: number;
  taken: number;
}

export class Arena {
  readonly tally: Tally = { refused: 0, taken: 0 };
  readonly crashes: string[] = [];
  readonly pair: readonly TestPeer[];
  readonly #journal = new MemoryJournal();
  readonly #time = new HandTime();
  #opened!: Opened;
  #line: Peer | undefined;
  #ends = new Map<number, number>();
  #words = 0;

  /** `meddle` sees each frame as the room does: for planted faults. */
  constructor(readonly random: Random, readonly meddle: (frame: Uint8Array) => void = () => undefined) {
    this.pair = [new TestPeer({ memberId: memberId('marta'), clientId: 100 }), new TestPeer({ memberId: memberId('paolo'), clientId: 200 })];
  }

  async open(): Promise<this> {
    this.#opened = await openRoom(this.#journal, this.#time, NAMES);
    for (const page of this.pair) page.goOnline(this.#opened.room);
    await this.pairWorks();
    return this;
  }

  readonly clockOf = (client: number): number => this.#ends.get(client) ?? 0;

  /** One frame from the line of somebody who may write; what is refused closes that line, and another one comes. */
  throwIn(frame: Uint8Array): void {
    const line = (this.#line ??= this.#comeIn());
    this.#time.pass(5);
    try {
      this.meddle(frame);
      this.#opened.room.receive(line, frame);
      this.tally.taken++;
      if (frame[0] === 0) this.#ends = Y.decodeStateVector(this.#opened.room.parts.state.vector());
    } catch (error) {
      this.tally.refused++;
      if (!isTrouble(error)) this.crashes.push(`${error instanceof Error ? `${error.name}: ${error.message}` : String(error)} on ${Buffer.from(frame).toString('base64').slice(0, 200)}`);
      this.#opened.room.leave(line);
      this.#line = undefined;
    }
  }

  /** Both write, and everything arrives. */
  async pairWorks(): Promise<void> {
    for (const page of this.pair) {
      page.text.insert(this.random.below(page.text.length + 1), `<${page.doc.clientID}.${this.#words++}>`);
      if (page.text.length > 400) page.text.delete(0, 20);
    }
    await this.deliver();
    this.#ends = Y.decodeStateVector(this.#opened.room.parts.state.vector());
  }

  async deliver(): Promise<void> {
    for (let still = 0; still < 2; still++) {
      for (const page of this.pair) while (page.deliverOne()) still = 0;
      await quiet();
      this.#time.pass(30);
      await quiet();
    }
  }

  /** What is on its way to one page is lost: a planted fault. */
  async lose(page: TestPeer): Promise<void> {
    await quiet();
    this.#time.pass(30);
    await quiet();
    page.inbox.length = 0;
  }

  /** What is wrong in the end: the pair and a newcomer have one document, whatever the forger's own words look like. */
  async judge(): Promise<string[]> {
    await this.pairWorks();
    await this.deliver();
    const misses = [...this.crashes, ...this.#opened.broken.map(error => `the room broke: ${String(error)}`)];
    const [here, there] = this.pair.map(page => page.doc) as [Y.Doc, Y.Doc];
    const newcomer = await this.#newcomer();
    const honest = pictureOf(newcomer, isForged);
    const apart = difference(pictureOf(here), pictureOf(there));
    if (apart !== undefined) misses.push(`the pair differs: ${apart}`);
    const lacks = difference(pictureOf(here, isForged), honest, ['vector', 'deleted', 'order']);
    if (lacks !== undefined) misses.push(`a newcomer has not what the pair has: ${lacks}`);
    for (const doc of [here, there, newcomer]) {
      if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) misses.push('somebody waits for words that never come');
    }
    for (const page of this.pair) if (!page.isSaved) misses.push(`${page.doc.clientID} is not saved`);
    for (const doc of [here, there, newcomer]) doc.destroy();
    return misses;
  }

  /** Somebody who gets everything from a room that was opened from the disk. */
  async #newcomer(): Promise<Y.Doc> {
    const { room } = await openRoom(this.#journal, this.#time, NAMES);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, room.parts.state.whole());
    return doc;
  }

  #comeIn(): Peer {
    const line: Peer = { memberId: memberId('giulia'), mayWrite: true, wantsOurs: true, hasRoomFor: () => true, send: () => undefined, sendNow: () => undefined, sendSoon: () => undefined, comeAgain: () => undefined };
    this.#opened.room.join(line);
    if (this.random.chance(0.7)) this.#opened.room.receive(line, answerFrame(Uint8Array.of(0, 0)));
    return line;
  }
}
