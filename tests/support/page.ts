/** A page of ours in Node: the real collab code over a real line, an IndexedDB in memory, and a cable that can be cut. */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import type { LiveRoom, Readable } from '../../client/collab/types.ts';
import { OpenRooms, type RoomHandle } from '../../client/collab/openRoom.ts';
import { Value } from '../../client/collab/value.ts';
import { Ended, type World } from '../../client/collab/world.ts';
import { type RoomKind, SeatsTaken } from '../../shared/rooms.ts';
import { Browser } from './browse.ts';
import { socketOf, until } from './lines.ts';
import type { Seated } from './oneProject.ts';
import { Wire } from './Wire.ts';

const REASONS: Readonly<Record<number, 'signedOut' | 'accessEnded' | 'noSuchRoom'>> = { 401: 'signedOut', 403: 'accessEnded', 404: 'noSuchRoom' };

/** A device that has never been here. y-indexeddb knows only the global one. */
export function freshDevice(): void {
  globalThis.indexedDB = new IDBFactory();
}

export class TestPage {
  readonly online = new Value(true);
  readonly rooms: OpenRooms;
  readonly faults: unknown[] = [];
  readonly handle: RoomHandle;
  readonly browser: Browser;

  private constructor(readonly seated: Seated, readonly wire: Wire, kind: RoomKind) {
    const url = `http://127.0.0.1:${wire.port}`;
    this.browser = new Browser(url, url).withCookie(seated.browser.cookie);
    this.rooms = new OpenRooms(this.#world());
    this.handle = this.rooms.open({ personId: seated.person.id, projectId: seated.member.projectId, kind });
  }

  static async open(seated: Seated, port: number, kind: RoomKind = 'shared', wire?: Wire): Promise<TestPage> {
    return new TestPage(seated, wire ?? (await Wire.to(port)), kind);
  }

  get room(): LiveRoom {
    return this.handle.room.get();
  }
  get text() {
    return this.room.doc.getText('body');
  }

  /** Follows the room even when it is replaced by a fresh one. */
  until(holds: (room: LiveRoom) => boolean, what?: string): Promise<void> {
    return until(() => holds(this.room), again => {
      let stop = follow(this.room, again);
      const stopRoom = this.handle.room.subscribe(() => {
        stop();
        stop = follow(this.room, again);
        again();
      });
      return () => (stop(), stopRoom());
    }, `${what ?? String(holds)}; status ${JSON.stringify(this.room.status.get())}`, 8_000);
  }

  get isSaved(): Promise<void> {
    return this.until(room => room.status.get().kind === 'saved');
  }

  goOffline(): void {
    this.wire.cut();
    this.online.set(false);
  }
  goOnline(): void {
    this.wire.mend();
    this.online.set(true);
  }

  /** The same device and network, another page load. */
  async reload(): Promise<TestPage> {
    this.handle.close();
    await this.#closed();
    const next = new TestPage(this.seated, this.wire, this.room.kind);
    if (!this.online.get()) next.goOffline();
    return next;
  }

  async close(): Promise<void> {
    this.handle.close();
    await this.#closed();
    await this.wire.close();
  }

  /** The cache ends a room a moment after its last reader. */
  #closed(): Promise<void> {
    const { doc } = this.room;
    return new Promise(resolve => (doc.isDestroyed ? resolve() : doc.once('destroy', () => resolve())));
  }

  #world(): World {
    return {
      lineAddress: `ws://127.0.0.1:${this.wire.port}/yjs`,
      WebSocket: socketOf(this.browser),
      indexedDB: globalThis.indexedDB,
      online: this.online,
      now: Date.now,
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      takeSeats: async (projectId, kind) => {
        const { status, body } = await this.browser.ask('POST', `/api/projects/${projectId}/rooms/${kind}/seats`, {});
        const reason = REASONS[status];
        if (reason) throw new Ended(reason);
        return SeatsTaken.parse(body);
      },
      report: error => this.faults.push(error),
    };
  }
}

function follow(room: LiveRoom, again: () => void): () => void {
  const values: Readable<unknown>[] = [room.status, room.people, room.mayWrite, room.readOnly, room.ready, room.seats];
  const stops = values.map(value => value.subscribe(again));
  room.doc.on('afterTransaction', again);
  return () => {
    for (const stop of stops) stop();
    room.doc.off('afterTransaction', again);
  };
}
