/**
 * Somebody's page in a story: a document with undo, a line that arrives piece by piece, a copy on the device that
 * may lag, and a note of everything the server promised.
 */
import * as Y from 'yjs';
import { newRoomDoc } from '../../../shared/documents/roots.ts';
import type { Peer } from '../../../server/sync/room.ts';
import type { Rooms, Visit } from '../../../server/sync/rooms.ts';
import { memberId, ROOM } from '../../server/sync/memory.ts';
import { TestPeer } from '../../support/TestPeer.ts';
import { NAMES } from './disk.ts';
import { EDIT } from './edits.ts';
import type { Promises } from './promises.ts';

const MINE = 'mine';

export class Page extends TestPeer {
  /** What this device kept, in order; a page that comes back may miss the last of it. */
  readonly copy: Uint8Array[];
  readonly #undo: Y.UndoManager;
  readonly #frames: Uint8Array[] = [];
  #visit: Visit | undefined;
  #current: Peer | undefined;

  constructor(readonly who: number, clientId: number, readonly promises: Promises, copy: readonly Uint8Array[] = []) {
    const doc = newRoomDoc();
    for (const update of copy) Y.applyUpdate(doc, update);
    super({ memberId: memberId(NAMES[who]!), clientId, doc });
    this.copy = [...copy];
    doc.on('update', (update: Uint8Array) => this.copy.push(update));
    const roots = [doc.getText('body'), doc.getArray('list'), doc.getMap('canvas'), doc.getXmlFragment('proposal')];
    this.#undo = new Y.UndoManager(roots, { trackedOrigins: new Set([MINE]), captureTimeout: 0 });
  }

  edit(what: string, a: number, b: number): void {
    // Whoever may not write has a page that does not let them.
    if (!this.mayWrite) return;
    if (what === 'undo') this.#undo.undo();
    else if (what === 'redo') this.#undo.redo();
    else this.doc.transact(() => EDIT[what]!(this.doc, a, b), MINE);
  }

  async arrive(rooms: Rooms): Promise<void> {
    if (this.isOnline) return;
    const visit = await rooms.enter(ROOM);
    this.#visit = visit;
    this.#frames.length = 0;
    this.goOnline(visit.room, this.#newLine());
  }

  override goOffline(): void {
    super.goOffline();
    this.#current = undefined;
    this.#visit?.leave();
    this.#visit = undefined;
  }

  /** What was meant for an earlier line does not reach this one. */
  #newLine(): Peer {
    const hear = (frame: Uint8Array) => void (this.#current === line && this.inbox.push(frame));
    const line: Peer = {
      memberId: this.memberId,
      wantsOurs: true,
      mayWrite: false,
      hasRoomFor: () => true,
      comeAgain: () => this.goOffline(),
      send: hear,
      sendNow: hear,
      sendSoon: hear,
    };
    Object.defineProperty(line, 'mayWrite', { get: () => this.mayWrite });
    return (this.#current = line);
  }

  protected override sentContent(update: Uint8Array): void {
    this.#frames.push(update);
  }

  protected override heardSaved(frames: number): void {
    // Whoever hears that something was not taken ends that line at once: what it says afterwards reaches nobody.
    if (this.notTaken > 0) return;
    this.promises.note(this.#frames.slice(0, frames));
    this.#frames.fill(NOTHING, 0, frames);
  }

  end(): void {
    this.goOffline();
    this.#undo.destroy();
    this.doc.destroy();
  }
}

/** An update without anything: promised, and not to be noted twice. */
const NOTHING = Uint8Array.of(0, 0);
