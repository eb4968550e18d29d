/**
 * One room on this page: the document, the line to the server, this device's copy, who is here.
 *
 * Opens in this order, so that nothing is sent that would be refused: client ids, the device's copy, the line.
 * Plain TypeScript; `openRoom.ts` shares it between readers, React only looks.
 */
import { Awareness } from 'y-protocols/awareness';
import type { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { newRoomDoc } from '../../shared/documents/roots.ts';
import type { MemberId, PersonId, ProjectId } from '../../shared/ids.ts';
import { LIMITS } from '../../shared/limits.ts';
import { type CloseReason, type LineState, type RoomId, type RoomKind, roomIdOf, type Seat, type SeatTable } from '../../shared/rooms.ts';
import { type Claimed, ClientIds } from './clientIds.ts';
import { type Device, openDevice } from './device.ts';
import { Identity } from './identity.ts';
import { type LineNews, openLine } from './line.ts';
import { LocalCopy } from './localCopy.ts';
import { People } from './people.ts';
import { Saving } from './saving.ts';
import type { LiveRoom, Presence, ReadOnlyBecause } from './types.ts';
import { Value } from './value.ts';
import { Ended, type World } from './world.ts';

export interface RoomKey {
  personId: PersonId;
  projectId: ProjectId;
  kind: RoomKind;
}

const ASK_AGAIN_MS = 3_000;
/** Whoever may not, or no longer, be here keeps no copy; a copy of another history is kept aside, out of reach of a merge. */
const CLEARS_THE_COPY: readonly CloseReason[] = ['accessEnded', 'noSuchRoom', 'historyDiffers'];

export class OpenRoom implements LiveRoom {
  readonly projectId: ProjectId;
  readonly kind: RoomKind;
  readonly doc: Y.Doc = newRoomDoc();
  readonly awareness = new Awareness(this.doc);
  readonly mayWrite = new Value(false);
  readonly readOnly = new Value<ReadOnlyBecause | undefined>('opening');
  readonly ready = new Value(false);
  readonly seats = new Value(0);
  readonly #room: RoomId;
  readonly #saving: Saving;
  readonly #people: People;
  readonly #identity: Identity;
  readonly #holders = new Map<number, Seat>();
  readonly #stops: (() => void)[] = [];
  #ids!: ClientIds;
  #copy: LocalCopy | undefined;
  #line: WebsocketProvider | undefined;
  /** Undefined until somebody has said. */
  #right: boolean | undefined;
  /** The pool on this device is empty, and the server could not be asked. */
  #lacksIds = false;
  #isStuck = false;
  #delayedSince: number | undefined;
  #hasEnded = false;
  #closed = false;

  constructor(
    readonly key: RoomKey,
    readonly world: World,
    /** This copy can no longer be used: a fresh one, filled by the server, takes its place. */
    readonly replace: () => void,
  ) {
    this.projectId = key.projectId;
    this.kind = key.kind;
    this.#room = roomIdOf(key.projectId, key.kind);
    this.#saving = new Saving(world.after, world.report);
    this.#people = new People({ awareness: this.awareness, authorOf: this.authorOf, now: world.now, after: world.after });
    this.#identity = new Identity(this.doc, this.awareness, () => this.#identityChanged(), () => this.#fetchSpareId());
    // Before the line listens: a change is counted first, and its frame after it.
    this.doc.on('update', (_: Uint8Array, origin: unknown) => this.#documentChanged(origin));
    this.#stops.push(world.online.subscribe(() => this.#networkChanged()));
    this.#saving.learn({ online: world.online.get() });
    this.#run(this.#start());
  }

  get status() {
    return this.#saving.status;
  }
  get people() {
    return this.#people.here;
  }

  readonly authorOf = (clientId: number): MemberId | undefined =>
    this.#holders.get(clientId - (clientId % LIMITS.clientIdsPerBlock))?.memberId;

  setPresence(change: Partial<Presence>): void {
    this.#people.set(change);
  }

  retry(): void {
    if (this.#saving.ended) return this.replace();
    this.#line?.disconnect();
    this.#line?.connect();
  }

  /** Ends everything this page holds of the room. What is unsaved stays on the device. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    for (const stop of this.#stops) stop();
    this.#people.stop();
    this.#identity.stop();
    this.#line?.destroy();
    await this.#saving.stop();
    await this.#copy?.close();
    this.doc.destroy();
  }

  async #start(): Promise<void> {
    const device = await openDevice(this.world.indexedDB).catch(() => undefined); // some private windows keep nothing
    try {
      await this.#open(device);
    } catch (error) {
      if (!device || error instanceof Ended || this.#line) throw error;
      this.world.report(error);
      await this.#open(undefined); // a device that fails us is no reason not to work
    }
  }

  async #open(device: Device | undefined): Promise<void> {
    this.#ids = new ClientIds({ ...this.key, room: this.#room, world: this.world, device });
    let claimed = await this.#ids.claim();
    // The words on this device need no network, and no right to write.
    if (device && claimed.known) await this.#openCopy(claimed.known.epoch, device);
    if (claimed.known) this.#setRight(claimed.known.mayWrite);
    if (claimed.ids.length === 0) claimed = await this.#fetchIds();
    const { known, ids } = claimed;
    const [page] = ids;
    if (!known || page === undefined) return;
    if (device && !this.#copy) await this.#openCopy(known.epoch, device);
    if (this.#isOver()) return;
    // The copy is of a history that the server no longer has: it stays where it is, and nothing of it is sent (Sync 13).
    if (this.#copy && !this.#copy.isOf(known.epoch)) return this.replace();
    this.#lacksIds = false;
    this.#right = known.mayWrite;
    this.#identity.adopt(ids);
    this.#line = openLine(this.world, { room: this.#room, epoch: known.epoch, page }, this.doc, this.awareness, this.#news);
    this.#ids.topUp().catch((error: unknown) => this.#notReached(error));
  }

  /** Whoever looked may have gone while something was awaited. */
  #isOver(): boolean {
    return this.#closed;
  }

  /** Asks until the server can be reached; its "no" is final. */
  async #fetchIds(): Promise<Claimed> {
    while (!this.#isOver()) {
      try {
        return await this.#ids.fetch();
      } catch (error) {
        if (error instanceof Ended) throw error;
        this.#saving.connected(false);
        this.#lacksIds = true;
        this.#judge();
        await this.#nextChance();
      }
    }
    return { known: undefined, ids: [] };
  }

  /** In a while, or as soon as the network changes. */
  async #nextChance(): Promise<void> {
    let stops: (() => void)[] = [];
    await new Promise<void>(resolve => (stops = [this.world.after(ASK_AGAIN_MS, resolve), this.world.online.subscribe(resolve)]));
    for (const stop of stops) stop();
  }

  async #openCopy(epoch: number, device: Device): Promise<void> {
    if (this.#isOver()) return;
    const copy = new LocalCopy(this.key.personId, this.#room, epoch, this.doc, device);
    this.#copy = copy;
    this.#saving.receipts.found(await copy.load());
    this.#saving.keeper = copy;
    this.#saving.learn({ keptHere: true });
    this.#addSeats(await copy.seats());
    if (this.doc.store.clients.size > 0) this.#isReady();
  }

  readonly #news: LineNews = {
    connected: isConnected => {
      this.#saving.connected(isConnected);
      if (!isConnected) return this.#learnStuck(false, false);
      // Others have forgotten this page while it was away, and would take its old state for old news.
      this.#people.tell();
      if (this.#identity.isSpent) this.#fetchSpareId();
    },
    synced: () => this.#isReady(),
    sentUpdate: () => this.#saving.receipts.sentUpdate(),
    sentAnswer: () => this.#saving.receipts.sentAnswer(),
    saved: (frames, at) => {
      this.#saving.receipts.saved(frames);
      this.#saving.learn({ savedAt: at });
    },
    // For now: the words stay here, and go with the answer of the next line.
    notTaken: forNow => forNow || this.#run(this.#startAgain()),
    seats: issued => this.#learnSeats(issued),
    state: state => this.#learnState(state),
    ended: reason => this.#run(this.#end(reason)),
  };

  #documentChanged(origin: unknown): void {
    if (origin === this.#line || this.#copy?.isOrigin(origin)) return;
    this.#saving.receipts.changed();
    this.#saving.learn({});
  }

  /** The provider would find out by itself, after half a minute of silence; a fresh line shows it at once. */
  #networkChanged(): void {
    const online = this.world.online.get();
    this.#saving.learn({ online });
    if (this.#hasEnded) return;
    if (!online) this.#line?.disconnect();
    this.#line?.connect(); // a server on this very machine needs no network
  }

  #learnSeats(issued: SeatTable): void {
    this.#addSeats(issued);
    if (this.#copy) this.#run(this.#copy.keepSeats([...this.#holders.values()]));
  }

  #addSeats(seats: SeatTable): void {
    for (const seat of seats) this.#holders.set(seat.first, seat);
    this.seats.set(this.#holders.size);
    this.#people.refresh();
  }

  #learnState({ mayWrite, degraded, stuck }: LineState): void {
    this.#learnStuck(degraded, stuck);
    this.#setRight(mayWrite);
    this.#run(this.#ids.rememberRight(mayWrite));
  }

  /** Without a line there is no store to wait for: what is written is kept on this device, as ever. */
  #learnStuck(degraded: boolean, stuck: boolean): void {
    this.#delayedSince = degraded || stuck ? (this.#delayedSince ?? this.world.now()) : undefined;
    this.#isStuck = stuck;
    this.#saving.learn({ delayedSince: this.#delayedSince });
    this.#judge();
  }

  #setRight(mayWrite: boolean): void {
    this.#right = mayWrite;
    this.#judge();
  }

  #judge(): void {
    const because = this.#whyReadOnly();
    this.readOnly.set(because);
    this.mayWrite.set(because === undefined);
  }

  #whyReadOnly(): ReadOnlyBecause | undefined {
    if (this.#hasEnded) return 'ended';
    if (this.#right === false) return 'role';
    if (!this.#identity.isLegal) return this.#lacksIds ? 'noId' : 'opening';
    if (this.#right === undefined) return 'opening';
    return this.#isStuck ? 'stuck' : undefined;
  }

  #identityChanged(): void {
    this.#people.tell();
    this.#judge();
  }

  /** In the background: until it comes there is still the one in use. */
  #fetchSpareId(): void {
    this.#ids.another().then(ids => this.#identity.adopt(ids)).catch((error: unknown) => this.#notReached(error));
  }

  #isReady(): void {
    this.ready.set(true);
    this.#saving.learn({ ready: true });
  }

  /** Something here was not ours to write (Sync 4): the words are kept for review, and the copy is filled anew. */
  async #startAgain(): Promise<void> {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#line?.disconnect();
    if (this.#saving.receipts.unsaved > 0) await this.#copy?.setAside(this.world.now());
    await this.#copy?.clear();
    this.replace();
  }

  /** Says so only when the device is in order: whoever then tries again must not meet what is being cleared. */
  async #end(reason: CloseReason): Promise<void> {
    this.#hasEnded = true;
    this.#setRight(false);
    try {
      if (reason === 'historyDiffers') await this.#copy?.setAside(this.world.now());
      if (!CLEARS_THE_COPY.includes(reason)) return;
      await this.#copy?.clear();
      await this.#ids.forget();
    } finally {
      this.#saving.learn({ ended: reason });
    }
  }

  /** The server's "no" ends the room; not being reached is no fault; anything else is ours. */
  #run(work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (error instanceof Ended) this.#run(this.#end(error.reason));
      else this.world.report(error);
    });
  }

  #notReached(error: unknown): void {
    if (error instanceof Ended) this.#run(this.#end(error.reason));
  }
}
