/**
 * A small world in which a story happens: the real rooms over a disk in memory, three people, as many pages as they
 * open. Everything that waits is in somebody's hand, so that the same story always ends the same way.
 */
import * as Y from 'yjs';
import { newRoomDoc } from '../../../shared/documents/roots.ts';
import { Rooms } from '../../../server/sync/rooms.ts';
import { blockState } from '../../../server/sync/blocks/blockState.ts';
import { HandTime, MemoryJournal, ROOM } from '../../server/sync/memory.ts';
import { Desk, idsOf, NAMES, storeOn } from './disk.ts';
import { Page } from './page.ts';
import { Promises } from './promises.ts';

const LINGER_MS = 10;
const MOST_PAGES = 6;

export class World {
  readonly disk = new MemoryJournal();
  readonly promises = new Promises();
  readonly pages: Page[] = [];
  readonly misses: string[] = [];
  compactions = 0;
  /** Nobody of theirs may come in any more. */
  readonly revoked = new Set<number>();
  readonly #readers = new Set<number>();
  readonly #ids = NAMES.map((_, who) => idsOf(who));
  desk!: Desk;
  time!: HandTime;
  rooms!: Rooms;

  constructor() {
    this.start();
    for (const who of NAMES.keys()) this.open(who, []);
  }

  start(): void {
    this.desk = new Desk(this.disk);
    this.time = new HandTime();
    const onTrouble = (what: string, error: unknown) => this.misses.push(`trouble: ${what}: ${String(error)}`);
    const onBroken = () => this.pages.forEach(page => page.goOffline());
    this.rooms = new Rooms({ store: storeOn(this.desk), clock: () => 1_000, time: this.time, newState: blockState, onTrouble, onBroken, onStep: step => void (step === 'done' && this.compactions++), lingerMs: LINGER_MS });
  }

  /** A page load, with an id of its own and what the device kept. */
  open(who: number, copy: readonly Uint8Array[]): Page | undefined {
    const id = this.#ids[who]!.shift();
    if (id === undefined) return undefined;
    const page = new Page(who, id, this.promises, copy);
    page.mayWrite = !this.#readers.has(who);
    this.pages.push(page);
    return page;
  }

  get mayOpen(): boolean {
    return this.pages.length < MOST_PAGES;
  }

  replace(page: Page, copy: readonly Uint8Array[]): Page | undefined {
    this.end(page);
    return this.open(page.who, copy);
  }

  end(page: Page): void {
    this.pages.splice(this.pages.indexOf(page), 1);
    page.end();
  }

  async arrive(page: Page): Promise<void> {
    if (!this.revoked.has(page.who)) await page.arrive(this.rooms);
  }

  /** What was in memory is gone, and of what was being written so much reached the disk. */
  async crash(reaching: number): Promise<void> {
    this.desk.die(reaching);
    for (const page of this.pages) page.goOffline();
    this.start();
    await quiet();
    const doc = await this.onDisk();
    this.expectKept(doc);
    doc.destroy();
  }

  /** An orderly end: everything is brought to disk. */
  async restart(): Promise<void> {
    this.desk.release();
    const closing = this.rooms.close();
    await quiet();
    for (const page of this.pages) page.goOffline();
    await this.whileTimePasses(closing);
    this.start();
  }

  /** What waits for a moment gets it. */
  async whileTimePasses<T>(work: Promise<T>): Promise<T> {
    const state = { isDone: false };
    const done = () => void (state.isDone = true);
    work.then(done, done);
    for (let n = 0; n < 100 && !state.isDone; n++) {
      this.time.pass(10);
      await quiet();
    }
    return work;
  }

  mayWrite(who: number, may: boolean): void {
    if (may) this.#readers.delete(who);
    else this.#readers.add(who);
    for (const page of this.pages.filter(each => each.who === who)) {
      page.mayWrite = may;
      page.rightsChanged();
    }
  }

  revoke(who: number): void {
    this.revoked.add(who);
    for (const page of this.pages.filter(each => each.who === who)) this.end(page);
  }

  /** What a page sent was not taken: its copy is filled anew by the server. */
  async rebuild(): Promise<boolean> {
    const stale = this.pages.filter(page => page.notTaken > 0);
    for (const page of stale) await this.startOver(page);
    return stale.length > 0;
  }

  /** What may be brought again goes with the answer on another line; what may not is given up for a fresh copy. */
  private async startOver(page: Page): Promise<void> {
    const mayBringAgain = page.notTakenForNow === page.notTaken;
    page.notTaken = page.notTakenForNow = 0;
    if (mayBringAgain) page.goOffline();
    const next = mayBringAgain ? page : this.replace(page, []);
    if (next) await this.arrive(next);
  }

  /** The document as the disk tells it, put together by Yjs alone. */
  async onDisk(): Promise<Y.Doc> {
    const doc = newRoomDoc();
    const snapshot = await this.disk.snapshot(ROOM);
    const updates = snapshot ? [snapshot.state] : [];
    for await (const entry of this.disk.read(ROOM, snapshot?.seq ?? 0)) updates.push(...entry.parts.map(part => part.update));
    doc.transact(() => updates.forEach(update => Y.applyUpdate(doc, update)));
    return doc;
  }

  expectKept(doc: Y.Doc): void {
    const broken = this.promises.brokenBy(doc);
    if (broken !== undefined) this.misses.push(`not kept: ${broken}`);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) this.misses.push('the disk holds words that hang on nothing');
  }
}

/** Everything that only waits for promises has run. */
export const quiet = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
