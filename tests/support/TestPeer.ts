/**
 * Somebody with a real Yjs document on a line made of two arrays: speaks y-websocket's frames to a real room,
 * and lets a test decide when each of them arrives. No socket, no time.
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { MemberId } from '../../shared/ids.ts';
import { type LineState, MESSAGE } from '../../shared/rooms.ts';
import { newRoomDoc } from '../../shared/documents/roots.ts';
import { answerFrame, askFrame, updateFrame } from '../../server/sync/frames.ts';
import type { Peer, Room } from '../../server/sync/room.ts';

export interface TestPeerOptions {
  memberId: MemberId;
  clientId: number;
  mayWrite?: boolean;
  doc?: Y.Doc;
}

export class TestPeer implements Peer {
  readonly memberId: MemberId;
  readonly doc: Y.Doc;
  readonly wantsOurs = true;
  mayWrite: boolean;
  /** Set to false to read so slowly that everything piles up. */
  reads = true;
  /** Frames with content sent on this line, and how many of them the server said are on disk. */
  sent = 0;
  saved = 0;
  notTaken = 0;
  /** What the server last said about this line. */
  state: LineState | undefined;
  readonly inbox: Uint8Array[] = [];
  readonly outbox: Uint8Array[] = [];
  #room: Room | undefined;

  constructor({ memberId, clientId, mayWrite = true, doc = newRoomDoc() }: TestPeerOptions) {
    this.memberId = memberId;
    this.mayWrite = mayWrite;
    this.doc = doc;
    doc.clientID = clientId;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.#room) this.#sendContent(updateFrame(update));
    });
  }

  get text(): Y.Text {
    return this.doc.getText('body');
  }

  get isOnline(): boolean {
    return this.#room !== undefined;
  }

  /** Everything written so far is on disk, as far as the server said. */
  get isSaved(): boolean {
    return this.isOnline && this.sent > 0 && this.saved === this.sent;
  }

  goOnline(room: Room): void {
    if (this.#room) return;
    this.#room = room;
    this.sent = this.saved = 0;
    this.outbox.push(askFrame(Y.encodeStateVector(this.doc)));
    room.join(this);
  }

  goOffline(): void {
    this.#room?.leave(this);
    this.#room = undefined;
    this.inbox.length = 0;
    this.outbox.length = 0;
  }

  /** One frame arrives: ours at the room, or the room's here. */
  deliverOne(): boolean {
    const ours = this.outbox.shift();
    if (ours) return this.#room?.receive(this, ours), true;
    const theirs = this.inbox.shift();
    if (theirs) return this.#read(theirs), true;
    return false;
  }

  hasRoomFor(): boolean {
    return this.reads;
  }

  send(frame: Uint8Array): void {
    this.inbox.push(frame);
  }

  #sendContent(frame: Uint8Array): void {
    this.sent++;
    this.outbox.push(frame);
  }

  #read(frame: Uint8Array): void {
    const from = decoding.createDecoder(frame);
    const type = decoding.readVarUint(from);
    if (type === MESSAGE.sync) this.#readSync(from);
    if (type === MESSAGE.saved) this.saved = decoding.readVarUint(from);
    if (type === MESSAGE.state) this.state = JSON.parse(decoding.readVarString(from)) as LineState;
    if (type === MESSAGE.notTaken) this.notTaken += decoding.readVarUint(from);
  }

  #readSync(from: decoding.Decoder): void {
    const isQuestion = decoding.readVarUint(from) === 0;
    const body = decoding.readVarUint8Array(from);
    if (isQuestion) this.#sendContent(answerFrame(Y.encodeStateAsUpdate(this.doc, body)));
    else Y.applyUpdate(this.doc, body, this);
  }
}
